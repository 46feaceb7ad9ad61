import { expect, test } from 'vitest';
import { nearName } from './near-name.ts';

const known = ['医院级别', '结算日期', 'settledAt', 'level', '费用'];

test.each([
  ['医院级', '医院级别'],
  ['结算日', '结算日期'],
  ['settleAt', 'settledAt'],
  ['levels', 'level'],
  ['年龄', undefined],
  ['x', undefined],
  ['completely different', undefined],
  ['', undefined],
])('%j: %j', (name, near) => {
  expect(nearName(name, known)).toBe(near);
});
