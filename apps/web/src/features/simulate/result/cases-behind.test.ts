import { expect, test } from 'vitest';
import { behindOf, casesBehind } from './cases-behind.ts';

const facts = [
  { words: ['退休', '三级'], layers: ['门诊统筹'] },
  { words: ['在职', '三级'], layers: [] },
  { words: ['退休'], layers: ['门诊统筹', '大额'] },
];

test.each([
  ['layers', '门诊统筹', [0, 2]],
  ['layers', '大额', [2]],
  ['layers', '退休', []],
  ['groups', '退休', [0, 2]],
  ['groups', '三级', [0, 1]],
  ['cities', '在职', [1]],
] as const)('%s: %s', (section, name, expected) => {
  const behind = behindOf(section, name);
  expect(behind && casesBehind(facts, behind)).toEqual(expected);
});

test('of a quantile there are no cases', () => {
  expect(behindOf('burden', 'P99')).toBeUndefined();
});
