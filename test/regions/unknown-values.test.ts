import type { Program } from '@tiaoli/ir';
import type { Claim, Reading, Side } from '@tiaoli/regions';
import { findWitness, openSession, sideOf } from '@tiaoli/regions';
import { expect, test } from 'vitest';
import { openSmall } from './open-small.ts';

// What is outside the fragment is any value of its type. Two such values are one only where they are the same function of
// the same facts: else what differs would be called the same.

const items = `实体 明细 属 结算 {
  输入 金额：金额 0元..0.20元；
  定义 计入：金额 = 50% × 金额 取整 四舍五入到分；
}
定义 项目合计：金额 = 合计(明细.计入)；`;

const shifted = `实体 结算 { 输入 月数：整数 0..200；  输入 另一日：日期 2024-01-01..2024-12-31 }
定义 甲日：日期 = 结算日期 + 月数(月数)；
定义 乙日：日期 = 另一日 + 月数(月数)；`;

test('two days that are moved by the same many months are two days', async () => {
  const program = await openSmall({ name: 'shifted', statements: shifted, facts: {} });
  const side = sideOf(program);
  expect(mayDiffer([program], on(side, '甲日'), on(side, '乙日'))).toBe(true);
  expect(mayDiffer([program], on(side, '甲日'), on(side, '甲日'))).toBe(false);
});

test('a sum over records is another one when what a record counts for is', async () => {
  const before = await openSmall({ name: 'items', statements: items, facts: {} });
  const after = await openSmall({ name: 'items', statements: items, facts: {} }, (text) =>
    text.replace('50%', '60%'),
  );
  const [old, changed] = [sideOf(before, 'before'), sideOf(after, 'after')];
  expect(mayDiffer([before, after], on(old, '项目合计'), on(changed, '项目合计'))).toBe(true);
});

test('a sum over records is the same one in two versions of the same words', async () => {
  const before = await openSmall({ name: 'items', statements: items, facts: {} });
  const after = await openSmall({ name: 'items', statements: items, facts: {} });
  const [old, same] = [sideOf(before, 'before'), sideOf(after, 'after')];
  expect(mayDiffer([before, after], on(old, '项目合计'), on(same, '项目合计'))).toBe(false);
});

test('the records of the second claim are not those of the first', async () => {
  const program = await openSmall({ name: 'items', statements: items, facts: {} });
  const first = sideOf(program, 'first');
  const second: Side = { ...first, name: 'second', claim: 2 };
  expect(mayDiffer([program], on(first, '项目合计'), on(second, '项目合计'))).toBe(true);
});

function on(side: Side, name: string): Reading {
  const definition = side.program.definitions.find((each) => each.name === name)?.id;
  if (definition === undefined) throw new Error(`no definition ${name}`);
  return { side, value: { kind: 'definition', definition } };
}

/** False where it is proved that they never differ. */
function mayDiffer(programs: readonly Program[], left: Reading, right: Reading): boolean {
  const claim: Claim = { kind: 'not', part: { kind: 'same', left, right } };
  return findWitness(openSession(...programs), claim).kind !== 'never';
}
