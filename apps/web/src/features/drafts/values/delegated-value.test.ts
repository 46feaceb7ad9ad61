import { expect, test } from 'vitest';
import type { DelegatedValue } from './delegated-value.ts';
import {
  firstValue,
  shown,
  stepFor,
  withAmount,
  withInsertion,
  written,
} from './delegated-value.ts';

test.each([
  ['rate', '0.55', 55, '55%'],
  ['rate', '0.615', 61.5, '61.5%'],
  ['rate', '0.07', 7, '7%'],
  ['rate', '0.0029', 0.29, '0.29%'],
  ['money', '100', 100, '100元'],
  ['money', '0.1', 0.1, '0.1元'],
  ['integer', '3', 3, '3'],
] as const)('%s %s is shown as %f and written as %s', (kind, value, amount, text) => {
  expect(shown(kind, value)).toBe(amount);
  expect(written(kind, shown(kind, value))).toBe(text);
});

test('every whole permille keeps its value', () => {
  for (let at = 0; at <= 1000; at += 1) {
    const value = String(at / 1000);
    const text = written('rate', shown('rate', value));
    expect(text).toBe(`${(at / 10).toFixed(1).replace('.0', '')}%`);
  }
});

const value: DelegatedValue = {
  ...{ parameter: 'p/支付比例', name: '支付比例', kind: 'rate', low: '0.5', high: '0.7' },
  delegatedBy: { clause: '条「比例」', text: [] },
  ...{ above: { text: '60%', value: '0.6' }, cells: [] },
  insertion: { before: '\n据 p {\n  确定 支付比例 = ', after: '；\n}\n' },
};

test('an amount is put in its place, and what stands behind it moves', () => {
  const text = '一级：55%；二级：7.5%；';
  const cells = [
    { label: '一级', text: '55%', value: '0.55', start: 3, end: 6 },
    { label: '二级', text: '7.5%', value: '0.075', start: 10, end: 14 },
  ];
  const [first, second] = cells;
  if (!first || !second) throw new Error('two cells');
  const before = { text, values: [{ ...value, cells }] };
  const once = withAmount(before, value, first, 100);
  expect(once.text).toBe('一级：100%；二级：7.5%；');
  const [one, other] = once.values[0]?.cells ?? [];
  if (!one || !other) throw new Error('two cells');
  expect([once.text.slice(one.start, one.end), once.text.slice(other.start, other.end)]).toEqual([
    ...['100%', '7.5%'],
  ]);
  expect(shown('rate', one.value ?? '')).toBe(100);
  expect(withAmount(once, value, other, 8).text).toBe('一级：100%；二级：8%；');
});

test('a statement is put at the end', () => {
  expect(withInsertion('甲\n\n\n', value, '62%')).toBe(
    '甲\n\n据 p {\n  确定 支付比例 = 62%；\n}\n',
  );
  const { insertion: _, ...set } = value;
  expect(withInsertion('甲', set, '1%')).toBe(undefined);
});

test('at first it is what holds above, else an end of what is allowed', () => {
  expect(firstValue(value)).toBe('60%');
  expect(firstValue({ ...value, above: { text: '', value: { 一级: '0.6' } } })).toBe('50%');
});

test.each([
  [60, 1],
  [55.5, 0.1],
  [55.25, 0.01],
  [80, 1],
])('%f is reached in steps of %f', (amount, step) => {
  expect(stepFor(value, amount)).toBeCloseTo(step, 9);
});

test('a step that is written is kept', () => {
  expect(stepFor({ ...value, kind: 'money', low: '400', step: '100' }, 500)).toBe(100);
});
