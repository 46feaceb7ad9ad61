import { expect, test } from 'vitest';
import { closestName, editDistance } from './closest-name.ts';

test.each([
  ['限额', '限额', 0],
  ['限颔', '限额', 1],
  ['额限', '限额', 1],
  ['起付标准', '起付', 2],
  ['', '起付', 2],
  ['abcd', 'badc', 2],
])('%s and %s are %i apart', (left, right, distance) => {
  expect(editDistance([...left], [...right])).toBe(distance);
});

const names = ['起付标准', '支付比例', '合规费用', '一级'];

test.each([
  ['起付标淮', '起付标准'],
  ['支付比率', '支付比例'],
  ['合规', '合规费用'],
  ['费用', '合规费用'],
  ['三类', undefined],
  ['年龄', undefined],
])('%s is taken for %s', (slip, meant) => {
  expect(closestName(slip, names)).toBe(meant);
});
