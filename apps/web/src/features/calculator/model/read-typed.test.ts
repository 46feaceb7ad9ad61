import { expect, test } from 'vitest';
import type { TypedField } from './read-typed.ts';
import { readTyped } from './read-typed.ts';

function field(type: TypedField['type'], more: Partial<TypedField> = {}): TypedField {
  return { type, ...more };
}

const money = field('money', { low: '0', high: '10000000' });

test.each([
  ['2000', '2000.00'],
  ['2,000', '2000.00'],
  ['12,345,678.9', 'high'],
  ['1,234,567.89', '1234567.89'],
  ['１２３', '123.00'],
  ['１，２３４．５', '1234.50'],
  ['￥300元', '300.00'],
  ['300元整', '300.00'],
  ['1.2万', '12000.00 ten-thousands'],
  ['20万元', '200000.00 ten-thousands'],
  ['0.00001万', '0.10 ten-thousands'],
  ['0.0000001万', 'decimals'],
  ['1亿', 'high'],
  [' 5 000 ', '5000.00'],
  ['.5', '0.50'],
  ['5.', '5.00'],
  ['007', '7.00'],
  ['3。5', '3.50'],
  ['', 'empty'],
  ['　', 'empty'],
  ['1e5', 'scientific'],
  ['1E+5', 'scientific'],
  ['-1', 'negative'],
  ['−1', 'negative'],
  ['1.234', 'decimals'],
  ['1,2', 'thousands'],
  ['20,00', 'thousands'],
  ['abc', 'amount'],
  ['1.2.3', 'amount'],
  ['NaN', 'amount'],
  ['Infinity', 'amount'],
  ['0x10', 'amount'],
  ['万', 'amount'],
  ['一百', 'amount'],
  ['10000000', '10000000.00'],
  ['10000000.01', 'high'],
  ['9'.repeat(400), 'long'],
])('the amount "%s" is read as %s', (typed, expected) => {
  expect(told(readTyped(money, typed))).toBe(expected);
});

test.each([
  ['rate', '65', '0.65'],
  ['rate', '65%', '0.65'],
  ['rate', '６５％', '0.65'],
  ['rate', '0.65', '0.0065 percent'],
  ['rate', '100', '1'],
  ['rate', '六成', 'rate'],
  ['integer', '40', '40'],
  ['integer', '40周岁', '40'],
  ['integer', '40.0', '40'],
  ['integer', '40.5', 'integer'],
  ['integer', '1e2', 'scientific'],
  ['decimal', '1.50', '1.50'],
  ['decimal', 'x', 'number'],
  ['date', '2023-03-01', '2023-03-01'],
  ['date', '2023-3-1', '2023-03-01'],
  ['date', '2023/3/1', '2023-03-01'],
  ['date', '20230301', '2023-03-01'],
  ['date', '２０２３年３月１日', '2023-03-01'],
  ['date', '2023-02-29', 'no-such-day'],
  ['date', '2023-13-01', 'no-such-day'],
  ['date', '2024-02-29', '2024-02-29'],
  ['date', '03-01', 'date'],
  ['date', '昨天', 'date'],
  ['text', ' a b ', 'a b'],
] as const)('%s "%s" is read as %s', (type, typed, expected) => {
  expect(told(readTyped(field(type), typed))).toBe(expected);
});

test.each([
  [field('date', { low: '2000-01-01', high: '2099-12-31' }), '1999-12-31', 'low'],
  [field('date', { low: '2000-01-01', high: '2099-12-31' }), '2100-01-01', 'high'],
  [field('integer', { low: '1', high: '9' }), '0', 'low'],
  [field('integer', { low: '-9', high: '9' }), '-3', '-3'],
  [field('decimal', { places: 1 }), '1.25', 'decimals'],
])('bounds hold: %#', (bounds, typed, expected) => {
  expect(told(readTyped(bounds, typed))).toBe(expected);
});

function told(typed: ReturnType<typeof readTyped>): string {
  if (typed.kind === 'empty') return 'empty';
  if (typed.kind === 'wrong') return typed.why;
  return typed.note ? `${typed.text} ${typed.note}` : typed.text;
}
