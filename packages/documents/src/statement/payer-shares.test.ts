import { rational } from '@tiaoli/base';
import { expect, test } from 'vitest';
import { percent } from './payer-shares.ts';

test.each([
  [517_500, 2_000_000, '25.9%'],
  [13_333, 33_333, '40.0%'],
  [20_000, 33_333, '60.0%'],
  [1, 3, '33.3%'],
  [1, 800, '0.1%'],
  [0, 100, '0.0%'],
  [100, 100, '100.0%'],
  [0, 0, '0.0%'],
])('%d fen of %d fen is %s', (amount, total, expected) => {
  expect(percent(rational(amount), rational(total))).toBe(expected);
});
