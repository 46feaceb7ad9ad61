import { expect, test } from 'vitest';
import { parseDate } from './calendar-date.ts';
import type { Validity } from './period.ts';
import { insuredYear, intersectValidity, isInForce, periodInstance } from './period.ts';

const january = { month: 1, day: 1 };
const july = { month: 7, day: 1 };
const midMonth = { month: 4, day: 15 };

test.each([
  ['2024-01-01', january, 2024],
  ['2024-12-31', january, 2024],
  ['2024-06-30', july, 2023],
  ['2024-07-01', july, 2024],
  ['2025-06-30', july, 2024],
  ['2024-04-14', midMonth, 2023],
  ['2024-04-15', midMonth, 2024],
  ['2024-05-01', midMonth, 2024],
])('%s, with years from %j, falls in %i', (date, start, year) => {
  expect(insuredYear(day(date), start)).toBe(year);
  expect(periodInstance('year', day(date), start)).toBe(year);
});

test.each([
  ['month', '2024-01-01', '2024-01-31', true],
  ['month', '2024-01-31', '2024-02-01', false],
  ['month', '2023-05-10', '2024-05-10', false],
  ['month', '2023-12-31', '2024-01-01', false],
  ['day', '2024-05-10', '2024-05-10', true],
  ['day', '2024-05-10', '2024-05-11', false],
] as const)('one %s holds %s and %s: %s', (period, first, second, same) => {
  const instance = (date: string) => periodInstance(period, day(date), july);
  expect(instance(first) === instance(second)).toBe(same);
});

test.each<[string, Validity, boolean]>([
  ['2024-01-01', {}, true],
  ['2023-12-31', { from: day('2024-01-01') }, false],
  ['2024-01-01', { from: day('2024-01-01') }, true],
  ['2024-12-31', { to: day('2024-12-31') }, true],
  ['2025-01-01', { to: day('2024-12-31') }, false],
  ['2024-06-01', { from: day('2024-01-01'), to: day('2024-12-31') }, true],
])('on %s, %j is in force: %s', (date, validity, expected) => {
  expect(isInForce(validity, day(date))).toBe(expected);
});

function day(text: string): number {
  const found = parseDate(text);
  if (found === undefined) throw new Error(`no date: ${text}`);
  return found;
}

test.each([
  { left: {}, right: { from: 1 }, both: { from: 1 } },
  { left: { from: 1, to: 5 }, right: { from: 3, to: 9 }, both: { from: 3, to: 5 } },
  { left: { to: 2 }, right: { from: 3 }, both: undefined },
])('$left and $right', ({ left, right, both }) => {
  expect(intersectValidity(left, right)).toEqual(both);
});
