import type { ValueType } from '@tiaoli/ir';
import { expect, test } from 'vitest';
import type { IntentRange } from './intent.ts';
import { parseRange } from './parse-range.ts';

/** `[` and `]` where the end is included, `(` and `)` where not: `(100000, 500000]`. */
function shown(range: IntentRange | undefined): string | undefined {
  if (!range) return undefined;
  const { low, high } = range;
  const left = low ? `${low.isIncluded ? '[' : '('}${low.value}` : '(';
  const right = high ? `${high.value}${high.isIncluded ? ']' : ')'}` : ')';
  return `${left}, ${right}`;
}

const ranges: readonly (readonly [
  text: string,
  kind: 'money' | 'integer' | 'rate' | 'date' | 'decimal',
  range: string,
])[] = [
  ['1000元', 'money', '[100000, 100000]'],
  ['0.01元', 'money', '[1, 1]'],
  ['1.5万元', 'money', '[1500000, 1500000]'],
  ['超过1000元', 'money', '(100000, )'],
  ['不超过 1000 元', 'money', '(, 100000]'],
  ['不满1000元', 'money', '(, 100000)'],
  ['不低于1000元', 'money', '[100000, )'],
  ['1000元以上', 'money', '[100000, )'],
  ['1000元以下', 'money', '(, 100000]'],
  ['1000元至5000元', 'money', '[100000, 500000]'],
  ['1000至5000元', 'money', '[100000, 500000]'],
  ['超过1000元至5000元', 'money', '(100000, 500000]'],
  ['1000元以上不满5000元', 'money', '[100000, 500000)'],
  ['超过1000元不满5000元', 'money', '(100000, 500000)'],
  ['1000元以上5000元以下', 'money', '[100000, 500000]'],
  ['1000元..1万元', 'money', '[100000, 1000000]'],
  ['1000 yuan to 5000 yuan', 'money', '[100000, 500000]'],
  ['at most 1000 yuan', 'money', '(, 100000]'],
  ['60', 'integer', '[60, 60]'],
  ['60周岁以上', 'integer', '[60, )'],
  ['18至60周岁', 'integer', '[18, 60]'],
  ['不满18周岁', 'integer', '(, 18)'],
  ['at least 60 years old', 'integer', '[60, )'],
  ['60%', 'rate', '[0.6, 0.6]'],
  ['60%至80%', 'rate', '[0.6, 0.8]'],
  ['1.5', 'decimal', '[1.5, 1.5]'],
  ['2024-07-01', 'date', '[2024-07-01, 2024-07-01]'],
  ['不早于2024-07-01', 'date', '[2024-07-01, )'],
  ['2024-07-01起', 'date', '[2024-07-01, )'],
  ['早于2024-07-01', 'date', '(, 2024-07-01)'],
  ['2024-07-01至2024-12-31', 'date', '[2024-07-01, 2024-12-31]'],
  ['自2024-07-01至2024-12-31止', 'date', '[2024-07-01, 2024-12-31]'],
  ['from 2024-07-01 to 2024-12-31', 'date', '[2024-07-01, 2024-12-31]'],
];

test.each(ranges)('%s (%s) is %s', (text, kind, range) => {
  expect(shown(parseRange(text, { kind }))).toBe(range);
});

const money: ValueType = { kind: 'money' };

test.each([
  ['1000', money],
  ['0.001元', money],
  ['1000天', money],
  ['一千元', money],
  ['5000元至1000元', money],
  ['1000元以上不满1000元', money],
  ['超过1000元至1000元', money],
  ['不超过', money],
  ['', money],
  ['1.5', { kind: 'integer' } as const],
  ['60元', { kind: 'integer' } as const],
  ['0.6', { kind: 'rate' } as const],
  ['2024-02-30', { kind: 'date' } as const],
  ['7月1日', { kind: 'date' } as const],
  ['三级', { kind: 'text' } as const],
])('%s is no range of %o', (text, type) => {
  expect(parseRange(text, type)).toBeUndefined();
});
