import { expect, test } from 'vitest';
import type { RegionAnswer } from '../behaviour-answers.ts';
import { fits } from './region-filter.ts';
import { placeOf, regionsAt, summaryOf } from './region-grid.ts';

const kinds = ['住院', '慢特病'];
const axes = [
  { fact: '状态', classes: [{ values: ['在职'] }, { values: ['退休'] }] },
  { fact: '级别', classes: [{ values: ['一级'] }, { values: ['二级'] }] },
  { fact: '类别', classes: [{ values: kinds }, { values: ['门诊'] }] },
];
const regions: readonly RegionAnswer[] = [
  region({ 状态: ['在职', '退休'], 级别: ['一级', '二级'], 类别: kinds }, 'same-form'),
  region(
    { 状态: ['在职'], 级别: ['一级', '二级'], 类别: ['门诊'] },
    'changed-exact',
    'less',
    '700',
  ),
  region({ 状态: ['退休'], 级别: ['一级'], 类别: ['门诊'] }, 'changed-exact', 'less', '900'),
  region({ 状态: ['退休'], 级别: ['二级'], 类别: ['门诊'] }, 'changed-exact', 'more', '1000'),
];

test('every region stands in a cell, and a cell holds all of its regions', () => {
  const [rows, columns, tabs] = axes;
  const seen = new Set<RegionAnswer>();
  for (const tab of tabs?.classes ?? []) {
    for (const row of rows?.classes ?? []) {
      for (const column of columns?.classes ?? []) {
        const place = placeOf([
          [tabs, tab],
          [rows, row],
          [columns, column],
        ]);
        const found = regionsAt(regions, place);
        expect(found).toHaveLength(1);
        for (const each of found) seen.add(each);
      }
    }
  }
  expect(seen.size).toBe(regions.length);
});

test('a cell leads with what is not decided, then with the largest', () => {
  const [, small, , large] = regions;
  const open = region({}, 'undecided', 'unknown');
  expect(summaryOf(regions)).toEqual({ lead: large, direction: 'both', changed: 3 });
  expect(summaryOf(small ? [small] : [])).toEqual({ lead: small, direction: 'less', changed: 1 });
  expect(summaryOf([...regions, open]).lead).toBe(open);
  expect(summaryOf([]).direction).toBe('none');
});

test.each<[string, Parameters<typeof fits>[1], readonly number[]]>([
  ['nothing asked', { values: {} }, [0, 1, 2, 3]],
  ['a value', { values: { 状态: '退休' } }, [0, 2, 3]],
  ['a direction', { values: {}, direction: 'more' }, [3]],
  ['at least 9 yuan', { values: {}, least: '9' }, [0, 2, 3]],
  ['no amount asks for nothing', { values: {}, least: 'x' }, [0, 1, 2, 3]],
  ['a layer', { values: {}, layer: '统筹' }, [1, 2, 3]],
])('filter: %s', (_what, filter, expected) => {
  expect(regions.flatMap((each, at) => (fits(each, filter) ? [at] : []))).toEqual(expected);
});

function region(
  facts: RegionAnswer['facts'],
  state: RegionAnswer['state'],
  direction: RegionAnswer['direction'] = 'none',
  most?: string,
): RegionAnswer {
  const layers = state === 'same-form' ? [] : ['统筹'];
  return {
    ...{ at: 0, facts, state, direction, stateText: '', bounds: '', condition: '' },
    ...{ reasons: [], examples: [], furthest: 0, causes: [{ names: [], layers }] },
    ...(most !== undefined && { most }),
  };
}
