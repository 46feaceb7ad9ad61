import { emptyState, interpretStep, isSameValue } from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import { expect, test } from 'vitest';
import { behaviourOf, openText } from './open-pair.ts';

// What an accumulator counts shows in no claim by itself: a reviewer is shown the claims after which it does.

const policy = `语言 1
文件「次第」 { 标识 test.later；层级 国家；施行 自 2024-01-01；取整 四舍五入到分 }
枚举 支付方 { 统筹基金 "hifp_pay" 基金；居民大病 "hifmi_pay" 基金 }
实体 参保人 期 年度 { 输入 退休：布尔 }
实体 结算 属 参保人 序 结算日期 {
  输入 结算日期：日期 2024-01-01..2024-12-31；
  输入 费用：金额 0元..10万元；
  输入 急诊：布尔；
}
累计 住院次数：整数 = 计数 每年 当 非 急诊；
累计 大额：金额 = 合计 费用 每年 当 费用 不低于 1万元；
层 住院 {
  支付方 统筹基金；适用日 结算日期；基数 费用；
  起付 每次 600元 { 次第 住院次数：100%、50%、0% }
  比例 60%；
}
层 大病 {
  支付方 居民大病；适用日 结算日期；适用 当 大额 超过 2万元；基数 余额；比例 50%；
}
层序 总额 费用 { 住院；大病；现金 其余 }
`;

test.each([
  ['计数 每年 当 非 急诊', '计数 每年', '住院次数', 2],
  ['计数 每年 当 非 急诊', '计数 每年 当 非 急诊 且 费用 超过 0元', '住院次数', 2],
  ['费用 不低于 1万元', '费用 超过 1万元', '大额', 2],
  ['合计 费用', '最大 费用', '大额', 2],
])('%s becomes %s: claims that show it', async (from, to, name, claims) => {
  expect(policy).toContain(from);
  const before = await openText(policy);
  const after = await openText(policy.replace(from, to));
  const { results, isComplete } = behaviourOf(before, after);
  expect(isComplete).toBe(true);
  const moved = results.filter(({ onlyLater }) => onlyLater);
  expect(moved.map((each) => each.name)).toEqual([name]);
  const sequence = moved[0]?.sequence;
  if (!sequence) throw new Error('no claims show it');
  expect(sequence.claims.length).toBeLessThanOrEqual(claims + 1);
  const [old, now] = [before, after].map((program) =>
    lastOf(program, sequence.claims, sequence.result.name),
  );
  expect([old, now]).toEqual([sequence.before, sequence.after]);
  const isAlike =
    old?.status === 'value' && now?.status === 'value'
      ? isSameValue(old.value, now.value)
      : old?.status === now?.status;
  expect(isAlike).toBe(false);
});

/** The result of the last of these claims, one after the other. */
function lastOf(
  program: Program,
  claims: readonly Parameters<typeof interpretStep>[2][],
  name: string,
) {
  const shown = program.definitions.find(
    (each) => each.name === name && each.visibility === 'result',
  );
  let state = emptyState;
  let last: ReturnType<typeof interpretStep> | undefined;
  for (const facts of claims) {
    last = interpretStep(program, state, facts);
    state = last.state;
  }
  return last?.outcomes.get(shown?.id ?? '');
}

test('where a claim itself comes to something else, that is what is shown', async () => {
  const before = await openText(policy);
  const after = await openText(
    policy.replace('计数 每年 当 非 急诊', '计数 每年').replace('60%', '61%'),
  );
  const { results } = behaviourOf(before, after);
  expect(results.some(({ onlyLater }) => onlyLater)).toBe(false);
});
