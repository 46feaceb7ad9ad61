import { expect, test } from 'vitest';
import {
  columnUnit,
  decimalOf,
  intervalText,
  moneyText,
  printFloat,
  printMoney,
  printNumber,
  printPercent,
  yuanUnit,
} from './amounts.ts';

test.each([
  ['0', '0.00'],
  ['0.004', '<0.01'],
  ['-0.000001', '>−0.01'],
  ['0.005', '0.01'],
  ['-0.005', '−0.01'],
  ['1234567.894999', '1,234,567.89'],
  ['-999.995', '−1,000.00'],
  ['123456789012345678901.555', '123,456,789,012,345,678,901.56'],
])('%s yuan read %s', (yuan, text) => {
  expect(printMoney(yuan, yuanUnit)).toBe(text);
});

test.each([
  ['999999.99', 'zh', '+100.00万元'],
  ['9999.99', 'zh', '+9,999.99元'],
  ['-10000', 'zh', '−1.00万元'],
  ['123456789', 'zh', '+1.23亿元'],
  ['123456789', 'en', '+123.46 million yuan'],
  ['-1234', 'en', '−1.23 thousand yuan'],
  ['0', 'en', '0.00 yuan'],
] as const)('%s in a sentence of %s: %s', (yuan, language, text) => {
  expect(moneyText(yuan, language, true)).toBe(text);
});

test('a column has one unit: that of its largest amount', () => {
  const unit = columnUnit(['3.50', '-1000000', '0'], 'zh');
  expect(unit.name.zh).toBe('万元');
  expect(['3.50', '-1000000'].map((each) => printMoney(each, unit))).toEqual(['<0.01', '−100.00']);
  expect(columnUnit(['999999.99'], 'zh')).toBe(yuanUnit);
  expect(columnUnit([], 'zh')).toBe(yuanUnit);
});

test('an interval is 1.96 standard errors to each side, in the unit of its value', () => {
  expect(intervalText('-1000000', 100_000, 'zh')).toBe('95% 区间 −119.60 至 −80.40万元');
  expect(intervalText('-1000000', undefined, 'zh')).toBe('');
});

test.each([
  [0.123456, '12.35%'],
  [-0.00001, '>−0.01%'],
  [0, '0.00%'],
  [1, '100.00%'],
])('a share of %s reads %s', (share, text) => {
  expect(printPercent(share)).toBe(text);
});

test('a very large estimate is no number of a machine', () => {
  expect(printFloat(123_456_789_012, { digits: 0 })).toBe('123,456,789,012');
});

test('what is no decimal is a fault of ours', () => {
  expect(() => decimalOf('1e5')).toThrow('1e5');
  expect(printNumber(decimalOf('2.5'), { digits: 0, signed: true })).toBe('+3');
});
