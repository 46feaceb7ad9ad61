import { expect, test } from 'vitest';
import { createLanguageWorkspace } from '../language-workspace.ts';

function documentOf(more: {
  readonly fields?: string;
  readonly condition: string;
  readonly cap?: string;
}): string {
  const { fields = '', condition, cap = '单次上限' } = more;
  return `
文件「账户」 { 标识 test.accounts；  层级 国家；  施行 自 2024-01-01；  取整 四舍五入到分；  年度 自 1月1日 }
枚举 支付方 { 共济账户 "acct_mulaid_pay"；  现金 "psn_cash_pay" }
枚举 险种 { 居民；职工 }
实体 家庭 { }
实体 参保人 属 家庭 期 年度 { 输入 成员：文本 缺省 "本人"；  输入 险种：险种 缺省 居民；  ${fields} }
实体 结算 属 参保人 序 结算日期、结算号 {
  输入 结算号：文本；  输入 结算日期：日期；  输入 费用：金额 0元..100万元；
}
实体 授权 属 家庭 至多 2 {
  输入 次序：整数 1..2；  输入 出资人：参保人；  输入 单次上限：金额 0元..1万元；
}
累计 账户余额：金额 = 存量 按 参保人；
层 共济 {
  支付方 共济账户；  基数 个人负担；  比例 100%；
  逐个 授权 按 次序 当 ${condition} { 限额 余额 出资人.账户余额；  限额 每次 ${cap} }
}
层序 总额 费用 { 共济；  现金 其余 }`;
}

async function findings(text: string): Promise<readonly string[]> {
  const workspace = createLanguageWorkspace();
  await workspace.update([{ path: 'accounts', text }]);
  const found = workspace.lower('accounts').diagnostics;
  return found.map(({ code, span }) => `${code} ${span.start.line}:${span.start.column}`);
}

test('the condition of 逐个 reads a fact of another person', async () => {
  expect(await findings(documentOf({ condition: '出资人.险种 = 职工' }))).toEqual([]);
});

test.each([
  [
    'a cap',
    { condition: '单次上限 > 0元', cap: '若 出资人.险种 = 职工 则 1元 否则 0元' },
    ['cannot-lower'],
  ],
  [
    'a fact kept by day',
    { fields: '输入 类别：险种 按日；', condition: '出资人.类别 = 职工' },
    ['cannot-lower'],
  ],
  [
    'a fact that may be absent',
    { fields: '输入 类别：险种 或 无；', condition: '有 出资人.类别 且 出资人.类别 = 职工' },
    ['cannot-lower', 'cannot-lower'],
  ],
  ['a fact of a claim', { condition: '出资人.费用 > 0元' }, ['unknown-part']],
])('%s is refused', async (_, more, codes) => {
  const found = await findings(documentOf(more));
  expect(found.map((each) => each.replace(/ 16:\d+$/, ''))).toEqual(codes);
});
