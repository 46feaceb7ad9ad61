import { expect, test } from 'vitest';
import { parseTarget } from './solve-target.ts';

test.each([
  ['fund=1200000', { kind: 'fund', value: '1200000.00' }],
  ['change=-50.5万元', { kind: 'change', value: '-505000.00' }],
  ['基金=1.2亿元', { kind: 'fund', value: '120000000.00' }],
  ['ratio=75%', { kind: 'actual', value: '0.75' }],
  ['in-policy=0.805', { kind: 'in-policy', value: '0.805' }],
  ['ratio=75', undefined],
  ['ratio=-5%', undefined],
  ['fund=75%', undefined],
  ['deficit=0', undefined],
  ['fund', undefined],
])('%s', (text, target) => {
  expect(parseTarget(text)).toEqual(target);
});
