import { expect, test } from 'vitest';
import { assertNever } from './assert-never.ts';
import { fenOfYuan, printYuan, yuanOfFen } from './money.ts';
import { printRate } from './rate.ts';
import { parseRational, printRational, rational } from './rational.ts';

test.each([
  ['1300', '130000'],
  ['29743.68', '2974368'],
  ['0.05', '5'],
  ['-200.5', '-20050'],
  ['0', '0'],
  ['0.001', '0.1'],
  ['400000000', '40000000000'],
])('%s yuan are %s fen', (yuan, fen) => {
  const value = fenOfYuan(yuan);
  expect(value && printRational(value)).toBe(fen);
});

test.each(['', '1,300', '1/3', '13元', '.5', '1.', '+1', '1e2', '１３'])(
  '%j is no amount in yuan',
  (text) => {
    expect(fenOfYuan(text)).toBeUndefined();
  },
);

test.each([
  ['0', '0.00', '0.00'],
  ['5', '0.05', '0.05'],
  ['-5', '-0.05', '-0.05'],
  ['130000', '1300.00', '1,300.00'],
  ['2974368', '29743.68', '29,743.68'],
  ['-20000', '-200.00', '-200.00'],
  ['100000000', '1000000.00', '1,000,000.00'],
  ['12345678910', '123456789.10', '123,456,789.10'],
  ['0.1', '0.001', '0.001'],
  ['0.5', '0.005', '0.005'],
])('%s fen are %s yuan, for people %s', (fen, yuan, forPeople) => {
  const value = parseRational(fen) ?? rational(0);
  expect(yuanOfFen(value)).toBe(yuan);
  expect(printYuan(value)).toBe(forPeople);
});

test('an amount that never ends is shown as the fraction that it is', () => {
  expect(yuanOfFen(rational(1, 3))).toBe('1/300');
  expect(printYuan(rational(1, 3))).toBe('1/300');
});

test.each([
  ['0.65', '65%'],
  ['1', '100%'],
  ['0.005', '0.5%'],
  ['-0.05', '-5%'],
  ['1/3', '100/3%'],
])('a rate of %s is %s', (rate, printed) => {
  expect(printRate(parseRational(rate) ?? rational(0))).toBe(printed);
});

test('a branch that cannot be is a fault of ours', () => {
  expect(() => assertNever('x' as never)).toThrow('unexpected value: "x"');
});
