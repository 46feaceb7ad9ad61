/** A field of the national settlement interface that the calculator fills (reference section 5). */
export interface OutputField {
  readonly field: string;
  /** What it holds, in words. */
  readonly meaning: string;
  readonly unit: 'money' | 'rate';
}

/** The fields of 2206/2207/2304 that follow from 支付方, the 分担 of the claim and the 层序. */
export const outputFields: readonly OutputField[] = [
  { field: 'medfee_sumamt', meaning: '医疗费总额', unit: 'money' },
  { field: 'fulamt_ownpay_amt', meaning: '全自费', unit: 'money' },
  { field: 'overlmt_selfpay', meaning: '超限价自费', unit: 'money' },
  { field: 'preselfpay_amt', meaning: '先行自付', unit: 'money' },
  { field: 'inscp_scp_amt', meaning: '符合政策范围', unit: 'money' },
  { field: 'act_pay_dedc', meaning: '实际支付起付线', unit: 'money' },
  { field: 'pool_prop_selfpay', meaning: '基本医疗保险统筹基金支付比例', unit: 'rate' },
  { field: 'hifp_pay', meaning: '基本医疗保险统筹基金', unit: 'money' },
  { field: 'cvlserv_pay', meaning: '公务员医疗补助', unit: 'money' },
  { field: 'hifes_pay', meaning: '企业补充医疗保险', unit: 'money' },
  { field: 'hifmi_pay', meaning: '居民大病保险', unit: 'money' },
  { field: 'hifob_pay', meaning: '职工大额医疗费用补助', unit: 'money' },
  { field: 'maf_pay', meaning: '医疗救助基金', unit: 'money' },
  { field: 'oth_pay', meaning: '其他基金', unit: 'money' },
  { field: 'hosp_part_amt', meaning: '医院负担', unit: 'money' },
  { field: 'fund_pay_sumamt', meaning: '基金支付总额', unit: 'money' },
  { field: 'psn_part_amt', meaning: '个人负担', unit: 'money' },
  { field: 'acct_pay', meaning: '个人账户', unit: 'money' },
  { field: 'acct_mulaid_pay', meaning: '个人账户共济', unit: 'money' },
  { field: 'psn_cash_pay', meaning: '个人现金', unit: 'money' },
];

const byName: ReadonlyMap<string, OutputField> = new Map(
  outputFields.map((each) => [each.field, each]),
);

export function outputField(name: string): OutputField | undefined {
  return byName.get(name);
}
