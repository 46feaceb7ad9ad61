import type { SettableValue } from '@tiaoli/diff';
import { expect, test } from 'vitest';
import { gridOf, parseGridSpec } from './grid-spec.ts';

const money: SettableValue = { parameter: '大病起付', type: { kind: 'money' }, current: '1400000' };
const rates: readonly SettableValue[] = ['三类', '二类'].map((cell) => ({
  ...{ parameter: '支付比例', cell, type: { kind: 'rate' } },
  current: '0.65',
}));

function pointsOf(text: string, values: readonly SettableValue[]): readonly string[] | string {
  const spec = parseGridSpec(text);
  const grid = spec && gridOf(spec, values);
  if (!grid) return 'unread';
  return grid.kind === 'grid' ? grid.points : grid.fault.en;
}

test.each([
  ['大病起付=10000..13000/1000', ['1000000', '1100000', '1200000', '1300000']],
  ['大病起付=1万元..1.2万元/500元', ['1000000', '1050000', '1100000', '1150000', '1200000']],
  ['大病起付=10000..10999/1000', ['1000000']],
])('%s', (text, points) => {
  expect(pointsOf(text, [money])).toEqual(points);
});

test.each([
  ['支付比例[三类]=60%..61%/0.5%', ['0.6', '0.605', '0.61']],
  ['支付比例[2]=0.6..0.7/0.1', ['0.6', '0.7']],
])('%s', (text, points) => {
  expect(pointsOf(text, rates)).toEqual(points);
});

test('of its own grid the number of the policy is a point', () => {
  const points = pointsOf('大病起付', [money]);
  expect(points).toHaveLength(29);
  expect(points).toContain('1400000');
  expect(pointsOf('支付比例[一类]', rates)).toContain('has no cell 一类');
});

test.each([
  ['大病起付=20000..10000/1000', 'ascends'],
  ['大病起付=0..10000/0', 'ascends'],
  ['大病起付=10000..20000/1', 'there are 10001 points'],
  ['大病起付=一万..二万/1000', 'cannot be read'],
  ['大病起付=0.001..1/1', 'cannot be read'],
])('%s is refused', (text, reason) => {
  expect(pointsOf(text, [money])).toContain(reason);
});

test('a table asks for the cell, an unknown name is told', () => {
  expect(pointsOf('支付比例=60%..70%/1%', rates)).toContain('name the cell: 支付比例[三类]');
  expect(pointsOf('支付=60%..70%/1%', [])).toContain('no parameter or table');
  expect(pointsOf('=1..2/1', [])).toBe('unread');
});
