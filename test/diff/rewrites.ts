/** Two texts that settle every claim alike. */
export interface Rewrite {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

const head = `语言 1
文件「改写」 { 标识 test.rewrite；层级 国家；施行 自 2024-01-01；取整 四舍五入到分 }
枚举 级别 有序 { 一级；二级；三级 }
枚举 人群 { 特困；低保；边缘；普通 }
枚举 支付方 { 统筹基金 "hifp_pay" 基金；居民大病 "hifmi_pay" 基金；医疗救助 "maf_pay" 基金 }
实体 参保人 期 年度 { 输入 年龄：整数 0周岁..120周岁；输入 人群：人群；输入 退休：布尔 }
实体 结算 属 参保人 序 结算日期 {
  输入 结算日期：日期 2024-01-01..2024-12-31；
  输入 医院：级别；
  输入 急诊：布尔；
  输入 费用：金额 0元..100万元；
  输入 自费：金额 0元..10万元；
}
约束 自费 不超过 费用；
`;

const order = '层序 总额 费用 { 住院；现金 其余 }';

/** The statements before the layer, and the slots of the layer, of both texts. */
interface Written {
  readonly statements?: string;
  readonly slots: string;
}

function inLayer(name: string, before: Written, after: Written): Rewrite {
  const text = ({ statements = '', slots }: Written) =>
    `${head}${statements}\n层 住院 { 支付方 统筹基金；适用日 结算日期；${slots} }\n${order}\n`;
  return { name, before: text(before), after: text(after) };
}

function inText(name: string, before: string, after: string): Rewrite {
  return { name, before: `${head}${before}\n`, after: `${head}${after}\n` };
}

const byLevel = '表 起付表：金额 按 医院 { 一级：300元；二级：500元；三级：900元 }';
const year = '起付 每年 500元；比例 65%；限额 每年 10万元';

export const rewrites: readonly Rewrite[] = [
  inLayer(
    'a parameter with another name',
    { statements: '参数 率：比例 = 65%；', slots: '基数 费用；比例 率' },
    { statements: '参数 支付比例：比例 = 65%；', slots: '基数 费用；比例 支付比例' },
  ),
  inLayer(
    'a table with another name',
    { statements: byLevel, slots: '基数 费用；起付 每次 起付表；比例 65%' },
    {
      statements: byLevel.replace('起付表', '门槛'),
      slots: '基数 费用；起付 每次 门槛；比例 65%',
    },
  ),
  inLayer(
    'slots in another order',
    { slots: `基数 费用；${year}` },
    { slots: '限额 每年 10万元；比例 65%；起付 每年 500元；基数 费用' },
  ),
  inLayer(
    'a number instead of a parameter',
    { statements: '参数 率：比例 = 65%；', slots: '基数 费用；比例 率' },
    { slots: '基数 费用；比例 65%' },
  ),
  inLayer(
    '65% and 0.65',
    { slots: `基数 费用；${year}` },
    { slots: `基数 费用；${year.replace('65%', '65.0%')}` },
  ),
  inLayer(
    '10万元 and 100000元',
    { slots: `基数 费用；${year}` },
    { slots: `基数 费用；${year.replace('10万元', '100000元')}` },
  ),
  inLayer(
    'a table, and cases of the layer',
    { statements: byLevel, slots: '基数 费用；起付 每次 起付表；比例 65%' },
    {
      slots:
        '基数 费用；比例 65%；情形「一」：医院 = 一级 { 起付 每次 300元 } 情形「二」：医院 = 二级 { 起付 每次 500元 } 其余 { 起付 每次 900元 }',
    },
  ),
  inLayer(
    'a cell for each member, and 其余',
    {
      statements: '表 率：比例 按 人群 { 特困：90%；低保：80%；边缘：60%；普通：60% }',
      slots: '基数 费用；比例 率',
    },
    {
      statements: '表 率：比例 按 人群 { 特困：90%；低保：80%；其余：60% }',
      slots: '基数 费用；比例 率',
    },
  ),
  inLayer(
    'a case for each, and 其余',
    {
      slots:
        '基数 费用；情形「特」：人群 = 特困 { 比例 90% } 情形「低」：人群 = 低保 { 比例 80% } 其余 { 比例 60% }',
    },
    {
      slots:
        '基数 费用；情形「低」：人群 = 低保 { 比例 80% } 情形「特」：人群 = 特困 { 比例 90% } 情形「他」：人群 属于 {边缘、普通} { 比例 60% } 其余 不适用',
    },
  ),
  inLayer(
    'a band cut in two',
    { slots: '基数 费用；比例 分段 按 超额 { 不超过3万元：60%；超过3万元：75% }' },
    {
      slots:
        '基数 费用；比例 分段 按 超额 { 不超过1万元：60%；超过1万元至3万元：60%；超过3万元：75% }',
    },
  ),
  inLayer(
    'a band of a year cut in two',
    {
      slots:
        '基数 费用；起付 每年 500元；比例 分段 按 绝对额 年内累计 { 不超过3万元：60%；超过3万元：75% }',
    },
    {
      slots:
        '基数 费用；起付 每年 500元；比例 分段 按 绝对额 年内累计 { 不超过2万元：60%；超过2万元至3万元：60%；超过3万元：75% }',
    },
  ),
  inLayer(
    'bands of one rate, and the rate',
    { slots: '基数 费用；起付 每次 500元；比例 65%' },
    { slots: '基数 费用；起付 每次 500元；比例 分段 按 超额 { 不超过3万元：65%；超过3万元：65% }' },
  ),
  inLayer(
    'a cap twice',
    { slots: `基数 费用；${year}` },
    {
      slots: '基数 费用；起付 每年 500元；比例 65%；限额「一」 每年 10万元；限额「二」 每年 12万元',
    },
  ),
  inLayer(
    'an adjustment, and cases',
    { slots: '基数 费用；起付 每次 500元；比例 60%；调整「老」 比例 提高 5个百分点 当 退休' },
    { slots: '基数 费用；起付 每次 500元；情形「老」：退休 { 比例 65% } 其余 { 比例 60% }' },
  ),
  inLayer(
    'adjustments in another order',
    {
      slots:
        '基数 费用；比例 60%；调整「老」 比例 提高 5个百分点 当 退休；调整「急」 比例 降低 10个百分点 当 急诊',
    },
    {
      slots:
        '基数 费用；比例 60%；调整「急」 比例 降低 10个百分点 当 急诊；调整「老」 比例 提高 5个百分点 当 退休',
    },
  ),
  inLayer(
    'a rate that an age picks, by cases and by a table',
    {
      statements: '表 率：比例 按 年龄 { 不超过59：60%；超过59：70% }',
      slots: '基数 费用；比例 率',
    },
    { slots: '基数 费用；情形「老」：年龄 不低于 60周岁 { 比例 70% } 其余 { 比例 60% }' },
  ),
  inLayer(
    '超过 and 不低于 of a whole number',
    { slots: '基数 费用；情形「老」：年龄 超过 59周岁 { 比例 70% } 其余 { 比例 60% }' },
    { slots: '基数 费用；情形「老」：年龄 不低于 60周岁 { 比例 70% } 其余 { 比例 60% }' },
  ),
  inLayer(
    'a base less a part, and the rest as a base',
    { slots: '基数 费用 除 自费；起付 每次 500元；比例 65%' },
    {
      statements: '参数 零数：金额 = 0元；',
      slots: '基数 费用 除 自费、零数；起付 每次 500元；比例 65%',
    },
  ),
  inLayer(
    'applies where, and where not',
    { slots: '适用 当 非 (急诊 且 退休)；基数 费用；比例 65%' },
    { slots: '适用 当 非 急诊 或 非 退休；基数 费用；比例 65%' },
  ),
  inLayer(
    'a group, and its members',
    {
      statements: '组 重点 = {特困、低保}；',
      slots: '基数 费用；情形「重」：人群 属于 重点 { 比例 80% } 其余 { 比例 60% }',
    },
    { slots: '基数 费用；情形「重」：人群 = 低保 或 人群 = 特困 { 比例 80% } 其余 { 比例 60% }' },
  ),
  inText(
    'the lesser of three, nested otherwise',
    '定义 得：金额 = 最小(费用，最小(自费 × 2，5000元))；',
    '定义 得：金额 = 最小(最小(5000元，费用)，自费 × 2)；',
  ),
  inText(
    'the greater of the lesser, distributed',
    '定义 得：金额 = 最大(0元，最小(费用 − 自费，5000元))；',
    '定义 得：金额 = 最小(5000元，最大(费用 − 自费，0元))；',
  ),
  inText(
    'not below and not above, and the greater and the lesser',
    '定义 半数：金额 = (费用 − 自费) × 50% 取整 四舍五入到分；结果 { 得 = 最大(半数，100元) }',
    '定义 半数：金额 = (费用 × 50% − 自费 × 50%) 取整 四舍五入到分；结果 { 得 = 半数 { 不低于 100元 } }',
  ),
  inText(
    'a rate by cases, and by 当',
    '定义 率：比例 { 情形「老」：退休：70%；其余：60% }\n定义 得：金额 = 率 × 费用 取整 四舍五入到分；',
    '定义 率：比例 = 60% + (10% 当 退休)；\n定义 得：金额 = 率 × 费用 取整 四舍五入到分；',
  ),
  inText(
    'cases that ask in another order',
    '定义 率：比例 { 情形「甲」：退休 且 急诊：70%；情形「乙」：退休 且 非 急诊：65%；其余：60% }',
    '定义 率：比例 { 情形「丙」：非 退休：60%；情形「乙」：退休 且 非 急诊：65%；其余：70% }',
  ),
  inText(
    'statements in another order',
    `层 住院 { 支付方 统筹基金；适用日 结算日期；基数 费用；${year} }\n层 大病 { 支付方 居民大病；适用日 结算日期；基数 余额；起付 每年 1万元；比例 60% }\n层序 总额 费用 { 住院；大病；现金 其余 }`,
    `层序 总额 费用 { 住院；大病；现金 其余 }\n层 大病 { 支付方 居民大病；适用日 结算日期；基数 余额；起付 每年 1万元；比例 60% }\n层 住院 { 支付方 统筹基金；适用日 结算日期；基数 费用；${year} }`,
  ),
  inText(
    'what is left, and the parts that are left',
    '层 住院 { 支付方 统筹基金；适用日 结算日期；基数 费用；起付 每次 500元；比例 65%；限额 每次 10万元 }\n层 大病 { 支付方 居民大病；适用日 结算日期；基数 余额；起付 每次 1万元；比例 60% }\n层序 总额 费用 { 住院；大病；现金 其余 }',
    '层 住院 { 支付方 统筹基金；适用日 结算日期；基数 费用；起付 每次 500元；比例 65%；限额 每次 10万元 }\n层 大病 { 支付方 居民大病；适用日 结算日期；基数 住院.起付、住院.比例自付、住院.超封顶；起付 每次 1万元；比例 60% }\n层序 总额 费用 { 住院；大病；现金 其余 }',
  ),
  inText(
    'an amount by the steps of an age',
    '表 补：金额 按 年龄 { 不超过17：100元；超过17至59：200元；超过59：300元 }\n定义 得：金额 = 最小(补，费用)；',
    '定义 得：金额 { 情形「少」：年龄 不满 18周岁：最小(费用，100元)；情形「老」：年龄 不低于 60周岁：最小(费用，300元)；其余：最小(200元，费用) }',
  ),
  inText(
    'a full hundred times a rate',
    '定义 得：金额 = 每满(费用，100元) × 10元；',
    '定义 得：金额 = 每满(费用，100元) × 20元 × 50%；',
  ),
  inText(
    'shares of a cost in another spelling',
    '分担 费用 { 甲：60% × 总；乙：其余 }',
    '分担 费用 { 甲：总 × 60%；乙：其余 }',
  ),
  inText(
    'a condition of dates, from the other end',
    '定义 早：布尔 = 结算日期 不满 2024-07-01；\n定义 得：金额 = 费用 当 早；',
    '定义 早：布尔 = 非 (结算日期 不低于 2024-07-01)；\n定义 得：金额 = 费用 当 结算日期 不超过 2024-06-30；',
  ),
];
