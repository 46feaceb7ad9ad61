import { rational } from '@tiaoli/base';
import { expect, test } from 'vitest';
import type { Region } from './behaviour.ts';
import { directionOf } from './direction.ts';
import { tellingFacts } from './telling-facts.ts';

const kinds = ['住院', '慢特病'];

function region(facts: Readonly<Record<string, readonly string[]>>, state: Region['state']) {
  return { facts: new Map(Object.entries(facts)), state };
}

const regions = [
  region({ 状态: ['在职', '退休'], 级别: ['一级', '二级'], 类别: kinds }, 'same-form'),
  region({ 状态: ['在职'], 级别: ['一级', '二级'], 类别: ['门诊'] }, 'changed-exact'),
  region({ 状态: ['退休'], 级别: ['一级'], 类别: ['门诊'] }, 'changed-exact'),
  region({ 状态: ['退休'], 级别: ['二级'], 类别: ['门诊'] }, 'changed-exact'),
];

test('values that go together are one class; first what tells changes from each other', () => {
  expect(tellingFacts(regions)).toEqual([
    { fact: '状态', classes: [['在职'], ['退休']] },
    { fact: '级别', classes: [['一级'], ['二级']] },
    { fact: '类别', classes: [kinds, ['门诊']] },
  ]);
});

test('a fact that tells nothing apart is none', () => {
  expect(tellingFacts(regions.slice(0, 1))).toEqual([]);
  expect(tellingFacts([])).toEqual([]);
});

test('what a set holds is one value, whichever region names it', () => {
  const held = (...members: readonly string[]) => ({ kind: 'only', members }) as const;
  const told = tellingFacts([
    { facts: new Map([['人员', [held('低保')]]]), state: 'same-form' },
    { facts: new Map([['人员', [held('低保'), held()]]]), state: 'rounding' },
  ]);
  expect(told).toEqual([{ fact: '人员', classes: [[held('低保')], [held()]] }]);
});

test.each([
  ['changed-exact', -1, 2, 'both'],
  ['changed-exact', 0, 2, 'more'],
  ['changed-bounded', -2, 0, 'less'],
  ['rounding', 0, 0, 'none'],
  ['same-proved', undefined, undefined, 'none'],
  ['changed-bounded', -2, undefined, 'unknown'],
] as const)('%s from %s to %s goes %s', (state, low, high, direction) => {
  const ends = [low, high].map((end) => (end === undefined ? undefined : rational(end)));
  expect(directionOf({ state, low: ends[0], high: ends[1] })).toBe(direction);
});
