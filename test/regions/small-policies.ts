import { dayNumber, rational } from '@tiaoli/base';
import type { Value } from '@tiaoli/interpreter';

/** A policy whose facts and state have so few values that all of them can be tried. */
export interface SmallPolicy {
  readonly name: string;
  readonly statements: string;
  /** Values of the facts that vary, by name; the others keep what `usual` says. */
  readonly facts: Readonly<Record<string, readonly (Value | null)[]>>;
  /** The most that an accumulator holds before the claim, by name, in its smallest unit; the others hold nothing. */
  readonly state?: Readonly<Record<string, number>>;
}

export const head = `语言 1
文件「小」 { 标识 t.small；  层级 国家；  施行 自 2020-01-01；  取整 四舍五入到分 }
枚举 级别 有序 { 一级；二级；三级 }
枚举 类别 { 甲；乙；丙 }
枚举 支付方 { 统筹基金 "hifp_pay" 基金；  居民大病 "hifmi_pay" 基金 }
实体 参保人 期 年度 {
  输入 年龄：整数 0周岁..5周岁；
  输入 身份：集合 类别 至多 2；
  输入 起保日：日期 2024-01-29..2024-03-02 或 无；
}
实体 结算 属 参保人 序 结算日期 {
  输入 级别：级别；
  输入 结算日期：日期 2024-02-27..2024-03-31；
  输入 费用：金额 0元..0.20元；
  输入 自费：金额 0元..0.05元；
  输入 急诊：布尔；
}
`;

function integers(low: number, high: number): readonly Value[] {
  return Array.from({ length: high - low + 1 }, (_, at) => rational(low + at));
}

function days(first: number, last: number): readonly Value[] {
  return integers(first, last);
}

const costs = integers(0, 20);
const levels: readonly Value[] = ['一级', '二级', '三级'];
const ages = integers(0, 5);
const sets: readonly Value[] = [
  [],
  ['甲'],
  ['乙'],
  ['丙'],
  ['甲', '乙'],
  ['甲', '丙'],
  ['乙', '丙'],
].map((members) => new Set(members));
const claimDays = days(
  dayNumber({ year: 2024, month: 2, day: 27 }),
  dayNumber({ year: 2024, month: 3, day: 31 }),
);
const startDays = [
  null,
  ...days(
    dayNumber({ year: 2024, month: 1, day: 29 }),
    dayNumber({ year: 2024, month: 3, day: 2 }),
  ),
];

/** What a fact is when it does not vary. */
export const usual: Readonly<Record<string, Value | null>> = {
  年龄: rational(2),
  身份: new Set<string>(),
  起保日: null,
  级别: '一级',
  结算日期: rational(dayNumber({ year: 2024, month: 3, day: 1 })),
  费用: rational(7),
  自费: rational(0),
  急诊: false,
};

export const smallPolicies: readonly SmallPolicy[] = [
  {
    name: 'a layer with a yearly deductible and cap',
    statements: `表 起付标准：金额 按 级别 { 一级：0.01元； 二级：0.05元； 三级：0.10元 }
      层 住院 { 支付方 统筹基金； 基数 费用； 起付 每年 起付标准； 比例 65%； 限额 每年 0.09元 }
      层序 总额 费用 { 住院； 现金 其余 }`,
    facts: { 费用: costs, 级别: levels },
    state: { '住院.起付.本年': 4, '住院.支付.本年': 10 },
  },
  {
    name: 'a table with a cell not seen and a table with an otherwise',
    statements: `表 比：比例 按 级别 { 一级：90%； 二级：未见 "没有见到"； 三级：70% }
      表 另：比例 按 级别 { 一级：90%； 其余：50% }
      定义 甲额：金额 = 比 × 费用 取整 四舍五入到分；
      定义 乙额：金额 = 另 × 费用 取整 进位到分；`,
    facts: { 费用: costs, 级别: levels },
  },
  {
    name: 'cases that overlap and leave a gap',
    statements: `定义 补助：金额 {
        情形「少」：年龄 不超过 2：费用； 情形「老」：年龄 不低于 4：0.10元； 情形「急」：急诊：0.03元 }
      定义 限：金额 { 情形「少」：年龄 不超过 2：0.03元； 情形「急」：急诊 且 年龄 不超过 1：0.03元； 其余：不适用 }`,
    facts: { 费用: costs, 年龄: ages, 急诊: [true, false] },
  },
  {
    name: 'bands per claim',
    statements: `层 住院 { 支付方 统筹基金； 基数 费用； 起付 每次 0.02元；
        比例 分段 按 绝对额 { 不超过0.05元：50%； 超过0.05元至0.12元：65%； 超过0.12元：80% } }
      层序 总额 费用 { 住院； 现金 其余 }`,
    facts: { 费用: costs, 级别: levels },
  },
  {
    name: 'bands over the year, exact due carried on',
    statements: `层 住院 { 支付方 统筹基金； 基数 费用； 起付 每年 0.03元；
        比例 分段 按 绝对额 年内累计 { 不超过0.08元：50%； 超过0.08元：75% } }
      层序 总额 费用 { 住院； 现金 其余 }`,
    facts: { 费用: costs },
    state: { '住院.基数.本年': 6, '住院.起付.本年': 3, '住院.应付.本年': 8 },
  },
  {
    name: 'bands on the excess over the year',
    statements: `层 住院 { 支付方 统筹基金； 基数 费用； 起付 每年 0.03元；
        比例 分段 按 超额 年内累计 { 不超过0.05元：50%； 超过0.05元：80% } }
      层序 总额 费用 { 住院； 现金 其余 }`,
    facts: { 费用: costs },
    state: { '住院.计入.本年': 6, '住院.起付.本年': 3, '住院.应付.本年': 6 },
  },
  {
    name: 'the best of two cases, by a set',
    statements: `层 救助 { 支付方 统筹基金； 基数 费用；
        情形「甲」：身份 含 {甲} { 比例 70%； 限额 每年 0.08元 }
        情形「乙」：身份 含 {乙、丙} { 起付 每年 0.03元； 比例 90% }
        其余 不适用； 重叠 就高 }
      层序 总额 费用 { 救助； 现金 其余 }`,
    facts: { 费用: costs, 身份: sets },
    state: { '救助.支付.本年': 3, '救助.起付.本年': 3 },
  },
  {
    name: 'two layers one after the other, and a pool',
    statements: `层 住院 { 支付方 统筹基金； 基数 费用 除 自费； 起付 每次 0.02元； 比例 60% }
      层 大病 { 支付方 居民大病； 基数 住院.比例自付、住院.起付； 起付 每次 0.03元； 比例 50% }
      限额池「共用」 每年 0.09元 { 住院、大病 }
      层序 总额 费用 { 住院； 大病； 现金 其余 }`,
    facts: { 费用: costs, 自费: integers(0, 5) },
    state: { '限额池「共用」': 9 },
  },
  {
    name: 'a rate that grows with age, and every full third',
    statements: `定义 甲额：金额 = (50% + 10% × 年龄) × 费用 取整 四舍五入到分；
      定义 乙额：金额 = 每满(费用，0.03元) × 0.01元；
      定义 丙额：金额 = 最小(费用，年龄 × 0.02元)；
      定义 丁额：金额 = 费用 − 年龄 × 0.02元；`,
    facts: { 费用: costs, 年龄: ages },
  },
  {
    name: 'rounding of what may be negative',
    statements: `定义 差：金额 = 费用 − 0.10元；
      定义 甲额：金额 = 35% × 差 取整 四舍五入到分；
      定义 乙额：金额 = 35% × 差 取整 舍去到分；
      定义 丙额：金额 = 35% × 差 取整 进位到分；
      定义 丁额：金额 = 甲额 − 乙额；`,
    facts: { 费用: costs },
  },
  {
    name: 'sets: sums, counts, the largest and the second largest',
    statements: `表 份：金额 按 类别 { 甲：0.03元； 乙：0.05元； 丙：0.02元 }
      定义 合：金额 = 合计(份 于 身份)；
      定义 数：整数 = 计数(身份)；
      定义 大：金额 = 最大(份 于 身份)；
      定义 次：金额 = 第二大(份 于 身份)；
      定义 得：金额 = 最小(费用，大 + 50% × 次) 取整 四舍五入到分；`,
    facts: { 费用: costs, 身份: sets },
  },
  {
    name: 'dates: months later, the first of the next month, years',
    statements: `定义 满月：日期 = 起保日 + 1个月 当 有 起保日；
      定义 及时：布尔 = 有 起保日 且 结算日期 不超过 起保日 + 1个月；
      定义 得：金额 { 情形「及时」：及时：费用； 其余：0元 }`,
    facts: { 费用: [rational(0), rational(7)], 结算日期: claimDays, 起保日: startDays },
  },
  {
    name: 'a whole amount at the rate of its band, with a step',
    statements: `定义 得：金额 {
        情形「低」：费用 不超过 0.06元：50% × 费用 取整 四舍五入到分；
        情形「中」：费用 超过 0.06元 且 费用 不超过 0.12元：30% × 费用 取整 四舍五入到分；
        其余：80% × 费用 取整 四舍五入到分 }`,
    facts: { 费用: costs },
  },
  {
    name: 'a guarantee, and adjustments of rate and deductible',
    statements: `层 住院 { 支付方 统筹基金； 基数 费用 除 自费； 起付 每次 0.06元； 比例 50%；
        调整「老」 比例 提高 15个百分点 当 年龄 不低于 3；
        调整「急」 起付 降低 50% 不低于 0.02元 当 急诊；
        个人比例 不低于 40%；
        保底 45% 的 费用 当 年龄 不低于 4 }
      层序 总额 费用 { 住院； 现金 其余 }`,
    facts: { 费用: costs, 自费: integers(0, 5), 年龄: ages, 急诊: [true, false] },
  },
  {
    name: 'a deductible by turns, with a ceiling in the year',
    statements: `累计 次数：整数 = 计数 每年；
      层 住院 { 支付方 统筹基金； 基数 费用；
        起付 每次 0.08元 { 次第 次数：100%、50%、0%； 年内合计 不超过 0.10元 } 比例 70% }
      层序 总额 费用 { 住院； 现金 其余 }`,
    facts: { 费用: costs },
    state: { 次数: 3, '住院.起付.本年': 10 },
  },
  {
    name: 'the highest deductible of the year',
    statements: `表 起付标准：金额 按 级别 { 一级：0.02元； 二级：0.05元； 三级：0.09元 }
      层 住院 { 支付方 统筹基金； 基数 费用； 起付 每年 起付标准 { 取年内最高 } 比例 65% }
      层序 总额 费用 { 住院； 现金 其余 }`,
    facts: {
      费用: [rational(0), rational(4), rational(9), rational(15), rational(20)],
      级别: levels,
    },
    state: { '住院.起付.本年': 9, '住院.最高起付.本年': 9 },
  },
  {
    name: 'shares that add up, the rest at least so much',
    statements: `分担 费用 { 甲份：45% × 总； 乙份：自费 当 年龄 不低于 2； 丙份：其余 不低于 0.02元 }`,
    facts: { 费用: costs, 自费: integers(0, 5), 年龄: ages },
  },
  {
    name: 'a table by bands of a number and a level',
    statements: `表 份：金额 按 级别、年龄 {
        一级、不超过1：0.01元； 一级、超过1：0.02元；
        二级、不超过3：0.03元； 二级、超过3：未见 "没有见到"；
        三级、其余：0.05元 }
      定义 得：金额 = 最小(份，费用)；`,
    facts: { 费用: [rational(0), rational(2), rational(20)], 级别: levels, 年龄: ages },
  },
  {
    name: 'the best of a table over a set',
    statements: `表 率：比例 按 类别 { 甲：50%； 乙：70%； 丙：30% }
      定义 得：金额 = 最大(率 于 身份) × 费用 取整 四舍五入到分；
      定义 全报：布尔 = 得 = 费用 且 费用 超过 0元；`,
    facts: { 费用: costs, 身份: sets },
  },
  {
    name: 'not applicable, and what stands for it',
    statements: `层 甲层 { 支付方 统筹基金； 适用 当 急诊； 基数 费用； 比例 50% }
      层 乙层 { 支付方 居民大病； 适用 当 年龄 不低于 3； 基数 费用 除 甲层； 比例 30% }
      定义 和：金额 = (甲层 视为0) + (乙层 视为0)；
      层序 总额 费用 { 甲层； 乙层； 现金 其余 }`,
    facts: { 费用: costs, 年龄: ages, 急诊: [true, false] },
  },
  {
    name: 'rounded band by band',
    statements: `层 住院 { 支付方 统筹基金； 基数 费用；
        比例 分段 按 绝对额 { 不超过0.05元：33%； 超过0.05元至0.11元：61%； 超过0.11元：87% }
        取整 四舍五入到分 逐段 }
      层序 总额 费用 { 住院； 现金 其余 }`,
    facts: { 费用: costs },
  },
];
