/** A policy with so few cases that all of them can be settled, and the codes of findings that are true of it. */
export interface ShrunkenPolicy {
  readonly name: string;
  readonly text: string;
}

const header =
  '文件「小样」 { 标识 test.small；  层级 国家；  施行 自 2024-01-01；  取整 四舍五入到分 }\n枚举 级别 有序 { 一；二；三 }\n枚举 支付方 { 统筹基金 "hifp_pay" 基金；  居民大病 "hifmi_pay" 基金；  现金 "psn_cash_pay" }\n实体 参保人 期 年度 { 输入 等级：级别 缺省 一；  输入 年龄：整数 0周岁..3周岁 缺省 0周岁 }\n实体 结算 属 参保人 序 结算日期 { 输入 结算日期：日期 2024-03-01..2024-03-01；  输入 费用：金额 0元..0.05元 缺省 0元；  输入 自费：金额 0元..0.02元 缺省 0元 }\n';

/** 定义 of a rate by cases. */
function byCases(name: string, cases: string): ShrunkenPolicy {
  return { name, text: `${header}实体 结算 { 定义 比：比例 { ${cases} } }\n结果 { 比 = 比 }\n` };
}

/** One or two layers and a waterfall. */
function byLayers(name: string, layers: string, steps: string): ShrunkenPolicy {
  return { name, text: `${header}${layers}\n层序 总额 费用 { ${steps}； 现金 其余 }\n` };
}

function layer(name: string, payer: string, slots: string): string {
  return `层 ${name} { 支付方 ${payer}； 适用日 结算日期； ${slots} }`;
}

/** One layer, and something that is said of what it remembers. */
function byState(name: string, slots: string, invariant: string): ShrunkenPolicy {
  const counted = '累计 次数：整数 = 计数 每年 当 费用 超过 0.02元；';
  const policy = byLayers(name, `${counted}\n${first(`基数 费用； ${slots}`)}`, '甲层');
  return { name, text: `${policy.text}约束「守」：${invariant}；\n` };
}

/** A rate by cases, and in which order it is said to go. */
function byOrder(name: string, cases: string, said: string): ShrunkenPolicy {
  return { name, text: `${byCases(name, cases).text}单调 ${said}；\n` };
}

const first = (slots: string): string => layer('甲层', '统筹基金', slots);
const second = (slots: string): string => layer('乙层', '居民大病', slots);

export const shrunkenPolicies: readonly ShrunkenPolicy[] = [
  byCases('complete', '情形「甲」：等级 = 一：10%； 情形「乙」：等级 = 二：20%； 其余：30%'),
  byCases('gap of a member', '情形「甲」：等级 = 一：10%； 情形「乙」：等级 = 三：20%'),
  byCases('gap of an age', '情形「甲」：年龄 不满 1周岁：10%； 情形「乙」：年龄 超过 1周岁：20%'),
  byCases(
    'no gap by two columns',
    '情形「甲」：等级 = 一 或 年龄 不满 2周岁：10%； 情形「乙」：等级 ≠ 一 且 年龄 不低于 2周岁：20%',
  ),
  byCases(
    'gap by two columns',
    '情形「甲」：等级 = 一 或 年龄 不满 2周岁：10%； 情形「乙」：等级 = 三 且 年龄 不低于 2周岁：20%',
  ),
  byCases('overlap', '情形「甲」：等级 = 一：10%； 情形「乙」：年龄 不低于 2周岁：20%； 其余：30%'),
  byCases(
    'overlap of equal values',
    '情形「甲」：等级 = 一：10%； 情形「乙」：年龄 不低于 2周岁：10%； 其余：30%',
  ),
  byCases(
    'overlap on one amount',
    '情形「甲」：费用 不低于 0.03元：10%； 情形「乙」：费用 不超过 0.03元：20%',
  ),
  byCases(
    'touching amounts',
    '情形「甲」：费用 不低于 0.03元：10%； 情形「乙」：费用 不满 0.03元：20%',
  ),
  byCases(
    'beaten',
    '情形「甲」：年龄 不低于 1周岁：10%； 情形「乙」：年龄 不低于 2周岁：20%； 其余：30%； 重叠 按序 (甲 > 乙)',
  ),
  byCases(
    'outside the domain',
    '情形「甲」：年龄 不低于 4周岁：10%； 情形「乙」：等级 = 二：20%； 其余：30%',
  ),
  byCases('redundant', '情形「甲」：等级 = 一：10%； 情形「乙」：等级 = 二：30%； 其余：30%'),
  byCases('needed', '情形「甲」：等级 = 一：10%； 情形「乙」：等级 = 二：29%； 其余：30%'),
  byLayers('plain', first('基数 费用； 比例 50%；'), '甲层'),
  byLayers(
    'deductible and cap',
    first('基数 费用； 起付 每次 0.01元； 比例 80%； 限额 每次 0.02元；'),
    '甲层',
  ),
  byLayers(
    'cliff of all',
    first(
      '基数 费用； 情形「小」：费用 不超过 0.04元 { 比例 100% } 情形「大」：费用 超过 0.04元 { 比例 0% } 其余 不适用；',
    ),
    '甲层',
  ),
  byLayers(
    'no cliff',
    first(
      '基数 费用； 情形「小」：费用 不超过 0.02元 { 比例 0% } 情形「大」：费用 超过 0.02元 { 比例 100% } 其余 不适用；',
    ),
    '甲层',
  ),
  byLayers(
    'paid twice',
    `${first('基数 费用； 比例 80%；')}\n${second('基数 费用； 比例 60%；')}`,
    '甲层； 乙层',
  ),
  byLayers(
    'paid in turn',
    `${first('基数 费用； 比例 80%；')}\n${second('基数 余额； 比例 60%；')}`,
    '甲层； 乙层',
  ),
  byLayers(
    'below nothing',
    `实体 结算 { 定义 净额：金额 = 费用 − 自费 }\n${first('基数 净额； 比例 50%；')}`,
    '甲层',
  ),
  byLayers(
    'never below',
    `实体 结算 { 定义 净额：金额 = 最大(0元，费用 − 自费) }\n${first('基数 净额； 比例 50%；')}`,
    '甲层',
  ),
  byState('yearly cap kept', '比例 80%； 限额 每年 0.05元；', '甲层.支付.本年 不超过 0.05元'),
  byState('yearly cap missed', '比例 80%； 限额 每年 0.05元；', '甲层.支付.本年 不超过 0.04元'),
  byState('cap of a claim', '比例 100%； 限额 每次 0.03元；', '甲层.支付.本年 不超过 0.08元'),
  byState('deductible once', '起付 每年 0.03元； 比例 80%；', '甲层.起付.本年 不超过 0.03元'),
  byState('deductible each time', '起付 每次 0.03元； 比例 80%；', '甲层.起付.本年 不超过 0.05元'),
  byState('parts and whole', '比例 80%；', '甲层.支付.本年 不超过 甲层.基数.本年'),
  byState('part above the half', '比例 80%；', '甲层.支付.本年 × 2 不超过 甲层.基数.本年'),
  byOrder(
    'rising by level',
    '情形「甲」：等级 = 一：10%； 情形「乙」：等级 = 二：20%； 其余：30%',
    '比 按 等级 递增',
  ),
  byOrder(
    'falling at one age',
    '情形「甲」：等级 = 二 且 年龄 不低于 3周岁：5%； 情形「乙」：等级 = 一：10%； 其余：30%',
    '比 按 等级 递增',
  ),
  byOrder(
    'only the ends differ',
    '情形「甲」：等级 = 一：30%； 情形「乙」：等级 = 三：20%； 其余：不适用',
    '比 按 等级 递增',
  ),
  byOrder('falling by age', '情形「甲」：年龄 不满 2周岁：30%； 其余：20%', '比 按 年龄 递减'),
  byOrder(
    'not falling by age',
    '情形「甲」：年龄 不满 2周岁：30%； 情形「乙」：年龄 = 3周岁 且 费用 超过 0.04元：25%； 其余：20%',
    '比 按 年龄 递减',
  ),
  {
    name: 'paid by cost',
    text: `${byLayers('', first('基数 费用； 起付 每次 0.01元； 比例 80%；'), '甲层').text}单调 甲层 按 费用 递增；\n`,
  },
  {
    name: 'borne by cost',
    text: `${byLayers('', first('基数 费用； 起付 每次 0.01元； 比例 50%；'), '甲层').text}单调 甲层.起付 按 费用 递减；\n`,
  },
  byState('at most two', '比例 80%；', '次数 不超过 2'),
];
