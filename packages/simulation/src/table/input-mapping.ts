import type { LocalText } from '@tiaoli/base';
import type { TableName } from './columns.ts';

/** Where a policy's input comes from. */
export interface InputMapping {
  /** The input: `national.common/结算.就医类别`. */
  readonly input: string;
  readonly table: TableName;
  readonly column: string;
  /**
   * The member of the policy for each member of the column. What is not listed is not given (the policy's own default
   * holds); `null`: the policy knows no such claim, and does not see it.
   */
  readonly members?: Readonly<Record<string, string | null>>;
  /** What is taken for granted without a source: told with every result. */
  readonly assumption?: LocalText;
}

/**
 * The inputs of `national.common`, which every policy shares. What a city declares itself (收费类别 …) needs a mapping of
 * its own.
 */
export const nationalMapping: readonly InputMapping[] = [
  person('险种', 'scheme', { employee: '职工', resident: '居民' }),
  person('在职状态', 'emp_status', { active: '在职', retired: '退休' }),
  person('年龄', 'age'),
  person('人员类别', 'category', {
    ordinary: '普通',
    destitute: '特困人员',
    subsistence: '低保对象',
    returned_to_poverty: '返贫致贫人口',
    low_income_edge: '低保边缘家庭成员',
    monitored: '监测对象',
    poor_by_illness: '因病致贫重病患者',
  }),
  person('连续参保年数', 'insured_years'),
  claim('结算号', 'claim_id'),
  claim('结算日期', 'settle_date'),
  claim('入院日期', 'begin_date'),
  claim('出院日期', 'end_date'),
  claim('住院天数', 'days'),
  // One settlement, one visit: a population does not tell prescriptions of one visit apart.
  claim('就诊号', 'claim_id'),
  claim('就医类别', 'med_type', {
    inpatient: '住院',
    outpatient: '门诊',
    chronic: '慢特病',
    pharmacy: null,
  }),
  claim('医院级别', 'hosp_lv', { primary: '一级', secondary: '二级', tertiary: '三级' }),
  claim('就医地', 'place', { in_city: '市内', in_province: '省内', cross_province: '跨省' }),
  claim('备案状态', 'filing', {
    filed: '备案',
    referred: '转诊',
    emergency: '急诊',
    unfiled: '未备案',
  }),
  claim('甲类费用', 'class_a_amt'),
  claim('乙类费用', 'class_b_amt'),
  claim('丙类费用', 'fulamt_ownpay_amt'),
  claim('超限价费用', 'overlmt_selfpay'),
  claim('乙类自付', 'preselfpay_amt'),
];

function person(name: string, column: string, members?: InputMapping['members']): InputMapping {
  const input = `national.common/参保人.${name}`;
  return { input, table: 'persons', column, ...(members && { members }) };
}

function claim(name: string, column: string, members?: InputMapping['members']): InputMapping {
  const input = `national.common/结算.${name}`;
  return { input, table: 'claims', column, ...(members && { members }) };
}
