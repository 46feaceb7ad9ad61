import { expect, test } from 'vitest';
import { changeKey, numberChanges, passedCount } from './example-changes.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

function example(name: string, passed: boolean, actuals: Readonly<Record<string, string>>) {
  const comparisons = Object.entries(actuals).map(([result, actual]) => ({
    ...{ name: result, expected: '1元', actual, agrees: passed, range },
  }));
  return { name, passed, comparisons, range, cases: [], problems: [] };
}

const before = [
  example('甲', true, { 支付: '10元', 自付: '5元' }),
  example('乙', true, { 支付: '1元' }),
];
const after = [
  example('甲', false, { 支付: '12元', 自付: '5元' }),
  example('丙', true, { 支付: '9元' }),
];

test('what changed, and nothing that is new', () => {
  expect([...numberChanges(before, after)]).toEqual([
    [changeKey('甲', '支付'), { before: '10元', after: '12元' }],
  ]);
  expect(numberChanges(before, before).size).toBe(0);
  expect(numberChanges([], after).size).toBe(0);
});

test('how many agree', () => {
  expect(passedCount(after)).toBe(1);
});
