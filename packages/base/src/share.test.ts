import { expect, test } from 'vitest';
import { printShare } from './share.ts';

test.each([
  [2, 3, '66.7%'],
  // 6.25 %: half up.
  [1, 16, '6.3%'],
  [0, 5, '0.0%'],
  [5, 5, '100.0%'],
  [0, 0, '–'],
])('%i of %i is %s', (same, of, printed) => {
  expect(printShare({ same, of })).toBe(printed);
});
