import { expect, test } from 'vitest';
import { behaviourOf, openText } from './open-pair.ts';

// What a comparison looked at is told with it: counted, never timed, so that it repeats.

const policy = `语言 1
文件「门诊」 { 标识 test.counts；层级 国家；施行 自 2024-01-01；取整 四舍五入到分 }
枚举 支付方 { 统筹基金 "hifp_pay" 基金 }
枚举 级别 { 一级；二级；三级 }
实体 参保人 期 年度 { 输入 退休：布尔 }
实体 结算 属 参保人 序 结算日期 {
  输入 结算日期：日期 2024-01-01..2024-12-31；
  输入 费用：金额 0元..10万元；
  输入 自费：金额 0元..10万元；
  输入 级：级别；
}
表 支付比例：比例 按 级 { 一级：80%；二级：70%；三级：60% }
层 住院 {
  支付方 统筹基金；适用日 结算日期；基数 费用；
  起付 每次 600元；
  比例 支付比例；
}
层序 总额 费用 { 住院；现金 其余 }
结果 { 净自费 = 自费 }
`;

async function countsOf(from: string, to: string) {
  expect(policy).toContain(from);
  const { results } = behaviourOf(await openText(policy), await openText(policy.replace(from, to)));
  return Object.fromEntries(results.map(({ name, counts }) => [name, counts]));
}

test('three levels are three parts, of which one is another; the amount is free, and the day is not read', async () => {
  const counts = await countsOf('三级：60%', '三级：61%');
  expect(counts.住院).toMatchObject({ cells: 3, searched: 1, freeAmounts: 1 });
  // Nothing is the same until the deductible is exceeded: that is one cut at least.
  expect(counts.住院?.leaves).toBeGreaterThanOrEqual(2);
  expect(counts.净自费).toEqual({ cells: 1, searched: 0, leaves: 0, freeAmounts: 0 });
});

test('every level is searched where the deductible moves', async () => {
  const counts = await countsOf('600元', '601元');
  expect(counts.住院).toMatchObject({ cells: 3, searched: 3, freeAmounts: 1 });
});

test('what stands in the state is free as well', async () => {
  const counts = await countsOf('起付 每次 600元', '起付 每年 600元');
  // The charge of the claim, and what was taken of the deductible before.
  expect(counts.住院?.freeAmounts).toBe(2);
});

test('the same each time', async () => {
  expect(await countsOf('三级：60%', '三级：61%')).toEqual(
    await countsOf('三级：60%', '三级：61%'),
  );
});
