import type { Behaviour } from '@tiaoli/diff';
import { behaviourOf, openText } from '../diff/open-pair.ts';

/** A policy with a deductible of the year, a ceiling of the year, two classes, rounding and an invariant of facts. */
const policy = `语言 1
文件「草案」 { 标识 test.draft；层级 省 测试省；施行 自 2024-01-01；年度 自 1月1日；取整 四舍五入到分 }
枚举 级别 有序 { 一级；二级；三级 }
枚举 支付方 { 统筹基金 "hifp_pay" 基金 }
实体 参保人 期 年度 { 输入 姓名：文本；输入 退休：布尔 缺省 否 }
实体 结算 属 参保人 序 结算日期 {
  输入 结算日期：日期 2024-01-01..2030-12-31；
  输入 费用：金额 0元..1万元；
  输入 自费：金额 0元..1万元 缺省 0元；
  输入 医院级别：级别；
}
约束 自费 不超过 费用；
表 报销比例：比例 按 医院级别 { 一级：80%；二级：70%；三级：60% }
定义 合规：金额 = 费用 − 自费；
层 住院 { 支付方 统筹基金；基数 合规；起付 每年 100元；比例 报销比例；限额 每年 3000元 }
层序 总额 费用 { 住院；现金 其余 }
结果 { 率 = 报销比例 }
`;

/** Edits of the policy, each with what it is. */
export const edits: readonly (readonly [name: string, from: string, to: string])[] = [
  ['nothing', '', ''],
  ['another rate of one class', '三级：60%', '三级：65%'],
  ['a higher deductible', '起付 每年 100元', '起付 每年 200元'],
  ['a lower ceiling', '限额 每年 3000元', '限额 每年 2500元'],
  ['a fen of a ceiling', '限额 每年 3000元', '限额 每年 3000.01元'],
  ['another base', '= 费用 − 自费', '= 费用'],
  ['a class less', '二级：70%', '二级：60%'],
  ['another rounding', '四舍五入到分', '舍去到分'],
  ['a deductible of each visit', '每年 100元', '每次 100元'],
  ['rates of all classes', '一级：80%；二级：70%；三级：60%', '一级：81%；二级：71%；三级：61%'],
  ['the same, written otherwise', '= 费用 − 自费', '= 最大(0元，费用 − 自费)'],
  ['a rate that nobody has seen', '三级：60%', '三级：未见 "没有公布"'],
  ['a rewritten rate', '三级：60%', '三级：60.0%'],
];

/** What an edit does, compared. */
export async function compareEdit(from: string, to: string): Promise<Behaviour> {
  if (!policy.includes(from)) throw new Error(`the policy does not say ${from}`);
  return behaviourOf(await openText(policy), await openText(policy.replace(from, to)));
}
