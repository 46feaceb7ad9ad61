import { expect, test } from 'vitest';
import type { TypedField } from './read-typed.ts';
import { domainText, showTyped, showValue } from './show-value.ts';

test.each([
  [{ type: 'money', low: '0', high: '10000000' }, '0元至1000万元', '0 yuan to 10,000,000 yuan'],
  [{ type: 'money', low: '0.50', high: '3000' }, '0.50元至3,000元', '0.50 yuan to 3,000 yuan'],
  [{ type: 'money', low: '0' }, undefined, undefined],
  [{ type: 'money', low: '1' }, '≥ 1元', '≥ 1 yuan'],
  [{ type: 'rate', low: '0', high: '0.655' }, '0%至65.5%', '0% to 65.5%'],
  [{ type: 'integer', low: 0, high: 130 }, '0至130', '0 to 130'],
  [
    { type: 'date', low: '2000-01-01', high: '2099-12-31' },
    '2000-01-01 至 2099-12-31',
    '2000-01-01 to 2099-12-31',
  ],
  [{ type: 'text' }, undefined, undefined],
] satisfies readonly (readonly [TypedField, string | undefined, string | undefined])[])(
  'the domain of %j',
  (field, zh, en) => {
    expect([domainText(field, 'zh'), domainText(field, 'en')]).toEqual([zh, en]);
  },
);

test.each([
  ['money', '20万', '200,000.00'],
  ['money', '1e5', '1e5'],
  ['rate', '65%', '65'],
  ['date', '2023年3月1日', '2023-03-01'],
  ['text', 'a', 'a'],
] as const)('%s "%s" is shown as %s', (type, typed, shown) => {
  expect(showTyped({ type }, typed)).toBe(shown);
});

test('a value of a case is shown for people', () => {
  expect(showValue({ type: 'rate' }, '0.65')).toBe('65');
});
