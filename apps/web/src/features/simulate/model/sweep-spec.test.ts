import { expect, test } from 'vitest';
import { readSweep, readTarget, writeSweep, writeTarget } from './sweep-spec.ts';

test.each([
  '大病起付=10000..20000/1000',
  '支付比例[三类]=60%..75%/1%',
  '比例[不超过100000元]=1..2/1',
])('%s is read, and written alike', (text) => {
  const spec = readSweep(text);
  expect(spec && writeSweep(spec)).toBe(text);
});

test.each([
  ['change', '1,000,000', 'change=1000000'],
  ['change', '−50万元', 'change=-50万元'],
  ['fund', ' ', ''],
  ['ratio', '75', 'ratio=75%'],
  ['in-policy', '75 ％', 'in-policy=75%'],
] as const)('%s %s is written %s', (kind, amount, text) => {
  expect(writeTarget({ kind, amount })).toBe(text);
  expect(readTarget(text).kind).toBe(text === '' ? 'change' : kind);
});

test('what is no sweep is none', () => {
  expect(readSweep('大病起付')).toBeUndefined();
});
