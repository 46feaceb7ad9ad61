import { expect, test } from 'vitest';
import { showAmount, showYuan } from './show-amount.ts';

test.each([
  ['30000.00', '30,000.00'],
  ['-1234567.89', '-1,234,567.89'],
  ['999.99', '999.99'],
  ['12', '12'],
  ['20240701', '20240701'],
  ['0.7535', '0.7535'],
  ['75%', '75%'],
  ['2024-07-01', '2024-07-01'],
  ['不适用', '不适用'],
])('the result %s is shown as %s', (text, shown) => {
  expect(showAmount(text)).toBe(shown);
});

test('an amount is shown with its fen', () => {
  expect(showYuan('1300.5')).toBe('1,300.50');
  expect(showYuan('两万')).toBe('两万');
});
