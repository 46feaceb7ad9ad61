/** A name that every document sees without declaring it, with its English spelling. A document's own names come first. */
export interface PredefinedName<Name extends string> {
  readonly name: Name;
  readonly english: string;
}

/** The types of language.md section 2, as written behind the colon of a declaration. */
export type TypeName =
  | '金额'
  | '单价'
  | '比例'
  | '整数'
  | '数'
  | '日期'
  | '布尔'
  | '文本'
  | '时长'
  | '集合';

export const typeNames: readonly PredefinedName<TypeName>[] = [
  { name: '金额', english: 'money' },
  { name: '单价', english: 'unit_price' },
  { name: '比例', english: 'rate' },
  { name: '整数', english: 'integer' },
  { name: '数', english: 'decimal' },
  { name: '日期', english: 'date' },
  { name: '布尔', english: 'boolean' },
  { name: '文本', english: 'text' },
  { name: '时长', english: 'duration' },
  { name: '集合', english: 'set' },
];

/**
 * The functions, by the shape of their arguments:
 * 最大 最小 take amounts, or one set or list of records; 合计 计数 第二大 最近 take a set or records; the others one or two values.
 */
export type FunctionName =
  | '最大'
  | '最小'
  | '合计'
  | '计数'
  | '第二大'
  | '最近'
  | '年'
  | '月'
  | '日'
  | '年初'
  | '次月首日'
  | '每满'
  | '商'
  | '年数'
  | '月数'
  | '日数'
  | '工作日数';

export const functionNames: readonly PredefinedName<FunctionName>[] = [
  { name: '最大', english: 'greatest' },
  { name: '最小', english: 'least' },
  { name: '合计', english: 'total' },
  { name: '计数', english: 'count' },
  { name: '第二大', english: 'second_greatest' },
  { name: '最近', english: 'latest' },
  { name: '年', english: 'year_of' },
  { name: '月', english: 'month_of' },
  { name: '日', english: 'day_of' },
  { name: '年初', english: 'year_start' },
  { name: '次月首日', english: 'next_month_start' },
  { name: '每满', english: 'for_each_full' },
  { name: '商', english: 'quotient' },
  { name: '年数', english: 'years' },
  { name: '月数', english: 'months' },
  { name: '日数', english: 'days' },
  { name: '工作日数', english: 'working_days' },
];

/** Names that a 层序 gives a meaning, by position (reference section 3.4). */
export type WaterfallName = '余额' | '政策内余额' | '个人负担' | '现金';

export const waterfallNames: readonly PredefinedName<WaterfallName>[] = [
  { name: '余额', english: 'balance' },
  { name: '政策内余额', english: 'in_policy_balance' },
  { name: '个人负担', english: 'borne_by_person' },
  { name: '现金', english: 'cash' },
];

/** Results of a 事项: the day by which it is done, and the first and last day of what it produces. */
export type ServiceResultName = '办结期限' | '备案自' | '备案至';

export const serviceResultNames: readonly PredefinedName<ServiceResultName>[] = [
  { name: '办结期限', english: 'due_date' },
  { name: '备案自', english: 'filing_from' },
  { name: '备案至', english: 'filing_until' },
];

/** Results of a 指标, by what it measures. */
export type MetricResultName = '材料数下降' | '总时限下降' | '事项占比';

export const metricResultNames: readonly PredefinedName<MetricResultName>[] = [
  { name: '材料数下降', english: 'fall_of_materials' },
  { name: '总时限下降', english: 'fall_of_time' },
  { name: '事项占比', english: 'share_of_services' },
];

/** Results of a check of a 名单: which month, how much, over what, and whether; the labels of cases are no values. */
export type WatchResultName = '月' | '金额' | '界线' | '列入';

export const watchResultNames: readonly PredefinedName<WatchResultName>[] = [
  { name: '月', english: 'month' },
  { name: '金额', english: 'amount_looked_at' },
  { name: '界线', english: 'threshold' },
  { name: '列入', english: 'listed' },
];

/** Results of a layer `L`, written `L.起付` (reference section 3.2); `损失` takes the label of its adjustment. */
export type LayerResultName =
  | '基数'
  | '限外前'
  | '应扣起付'
  | '起付'
  | '限外后'
  | '限外'
  | '计入'
  | '适用比例'
  | '应付'
  | '保底补足'
  | '支付'
  | '追补'
  | '比例自付'
  | '起付自担'
  | '超封顶'
  | '封顶外费用'
  | '损失'
  | '余额'
  | '政策内余额';

export const layerResultNames: readonly PredefinedName<LayerResultName>[] = [
  { name: '基数', english: 'base' },
  { name: '限外前', english: 'beyond_limit_before' },
  { name: '应扣起付', english: 'deductible_due' },
  { name: '起付', english: 'deductible' },
  { name: '限外后', english: 'beyond_limit_after' },
  { name: '限外', english: 'beyond_limit' },
  { name: '计入', english: 'counted' },
  { name: '适用比例', english: 'applied_rate' },
  { name: '应付', english: 'due' },
  { name: '保底补足', english: 'guarantee_supplement' },
  { name: '支付', english: 'payment' },
  { name: '追补', english: 'back_payment' },
  { name: '比例自付', english: 'person_part' },
  { name: '起付自担', english: 'deductible_borne' },
  { name: '超封顶', english: 'over_cap' },
  { name: '封顶外费用', english: 'cost_over_cap' },
  { name: '损失', english: 'loss' },
  { name: '余额', english: 'balance' },
  { name: '政策内余额', english: 'in_policy_balance' },
];

/** What a layer remembers from claim to claim, written `L.支付.本年` (reference section 3.3). */
export type LayerStateName = '支付' | '起付' | '最高起付' | '费用限额' | '计入' | '基数' | '应付';

export const layerStateNames: readonly PredefinedName<LayerStateName>[] = [
  { name: '支付', english: 'payment' },
  { name: '起付', english: 'deductible' },
  { name: '最高起付', english: 'highest_deductible' },
  { name: '费用限额', english: 'admitted' },
  { name: '计入', english: 'counted' },
  { name: '基数', english: 'base' },
  { name: '应付', english: 'due' },
];

/** The period of a remembered amount. */
export type StatePeriodName = '本年' | '本月' | '本日' | '本就诊' | '本住院';

export const statePeriodNames: readonly PredefinedName<StatePeriodName>[] = [
  { name: '本年', english: 'this_year' },
  { name: '本月', english: 'this_month' },
  { name: '本日', english: 'this_day' },
  { name: '本就诊', english: 'this_visit' },
  { name: '本住院', english: 'this_stay' },
];

/** The years by which a statistic is indexed: `人均可支配收入[上年]`. `offset` counts from the insured year. */
export const yearIndexes: readonly (PredefinedName<'本年' | '上年' | '前年'> & {
  readonly offset: number;
})[] = [
  { name: '本年', english: 'this_year', offset: 0 },
  { name: '上年', english: 'last_year', offset: -1 },
  { name: '前年', english: 'year_before_last', offset: -2 },
];

/** The canonical name of one of `table`, from either spelling. */
export function canonicalName<Name extends string>(
  table: readonly PredefinedName<Name>[],
  spelling: string,
): Name | undefined {
  return table.find(({ name, english }) => name === spelling || english === spelling)?.name;
}
