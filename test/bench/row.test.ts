import { expect, test } from 'vitest';
import { median, medianRatio } from './measure.ts';
import type { Floor } from './row.ts';
import { holds } from './row.ts';

const atMost: Floor = { of: 'ratio', bound: 'at-most', limit: 3 };
const atLeast: Floor = { of: 'ratio', bound: 'at-least', limit: 100 };

test.each([
  { floor: atMost, value: 3, passes: true },
  { floor: atMost, value: 3.01, passes: false },
  { floor: atLeast, value: 100, passes: true },
  { floor: atLeast, value: 99, passes: false },
  { floor: atLeast, value: Number.NaN, passes: false },
])('$value against $floor.bound $floor.limit: $passes', ({ floor, value, passes }) => {
  const ratio = { value, meaning: '' };
  expect(holds({ id: 'a', what: 'a', amount: 1, ratio, floor })).toBe(passes);
});

test('a floor on time looks at the time', () => {
  const floor: Floor = { of: 'amount', bound: 'at-most', limit: 100 };
  expect(holds({ id: 'a', what: 'a', amount: 99, floor })).toBe(true);
  expect(holds({ id: 'a', what: 'a', amount: 101, floor })).toBe(false);
});

test.each([
  { numbers: [3], middle: 3 },
  { numbers: [9, 1, 5], middle: 5 },
  { numbers: [4, 1, 2, 100], middle: 3 },
])('the median of $numbers is $middle', ({ numbers, middle }) => {
  expect(median(numbers)).toBe(middle);
});

test('ratios are taken round by round', () => {
  const slow = { id: 'a', what: 'a', rounds: [2, 40, 4] };
  const fast = { id: 'b', what: 'b', rounds: [1, 10, 2] };
  expect(medianRatio(slow, fast)).toBe(2);
});
