import type { LocalText } from '@tiaoli/base';

/** A whole statement with places to fill in, in both keyword languages. */
export interface Construct {
  /** The keyword that it begins with. */
  readonly keyword: string;
  /** The keyword of the block in which it stands, where that matters. */
  readonly within?: string;
  readonly detail: LocalText;
  /** `«1:name»` is a place to fill in, `«1|a,b|»` a choice, `«0»` where the cursor ends. */
  readonly snippet: LocalText;
}

/** What officials write most; every other keyword is offered alone. */
export const constructs: readonly Construct[] = [
  {
    keyword: 'document',
    detail: { zh: '文件的抬头', en: 'header of a document' },
    snippet: {
      zh: '文件「«1:标题»」 {\n  标识 «2:标识»；\n  层级 «3:市 某市»；\n  施行 自 «4:2025-01-01»；\n  依据 «5:公共定义»；\n  取整 四舍五入到分；\n}',
      en: 'document 「«1:title»」 {\n  identifier «2:identifier»;\n  jurisdiction «3:city City»;\n  effective from «4:2025-01-01»;\n  basis «5:公共定义»;\n  rounding round half up to fen;\n}',
    },
  },
  {
    keyword: 'article',
    detail: { zh: '条款和它的规则', en: 'a clause with its rules' },
    snippet: {
      zh: '条「«1:名称»」 "«2:原文»" {\n  «0»\n}',
      en: 'article 「«1:name»」 "«2:quoted text»" {\n  «0»\n}',
    },
  },
  {
    keyword: 'parameter',
    detail: { zh: '可调的一个数', en: 'a number that can be set' },
    snippet: {
      zh: '参数 «1:名称»：«2:金额» = «3:0元» 等级 «4:A»；',
      en: 'parameter «1:name»: «2:money» = «3:0 yuan» grade «4:A»;',
    },
  },
  {
    keyword: 'table',
    detail: { zh: '按类别取值的表', en: 'values by category' },
    snippet: {
      zh: '表 «1:名称»：«2:金额» 按 «3:医院级别» {\n  «4:一级»：«5:0元»；\n}',
      en: 'table «1:name»: «2:money» by «3:医院级别» {\n  «4:一级»: «5:0 yuan»;\n}',
    },
  },
  {
    keyword: 'define',
    detail: { zh: '由其他量算出的量', en: 'a value worked out from others' },
    snippet: {
      zh: '定义 «1:名称»：«2:金额» = «3:算式»；',
      en: 'define «1:name»: «2:money» = «3:formula»;',
    },
  },
  {
    keyword: 'layer',
    detail: { zh: '一层待遇：谁付、起付、比例、限额', en: 'a layer: payer, deductible, rate, cap' },
    snippet: {
      zh: '层 «1:名称» {\n  支付方 «2:统筹基金»；\n  适用日 结算日期；\n  基数 «3:合规费用»；\n  起付 每年 «4:0元»；\n  比例 «5:70%»；\n  限额 每年 «6:10万元»；\n}',
      en: 'layer «1:name» {\n  payer «2:统筹基金»;\n  governed by 结算日期;\n  base «3:合规费用»;\n  deductible per year «4:0 yuan»;\n  rate «5:70%»;\n  cap per year «6:100000 yuan»;\n}',
    },
  },
  {
    keyword: 'case',
    within: 'layer',
    detail: { zh: '条件成立时换用的待遇', en: 'slots that hold under a condition' },
    snippet: {
      zh: '情形「«1:名称»」：«2:条件» {\n  «0»\n}',
      en: 'case 「«1:name»」: «2:condition» {\n  «0»\n}',
    },
  },
  {
    keyword: 'case',
    within: 'define',
    detail: { zh: '条件成立时的值', en: 'the value under a condition' },
    snippet: {
      zh: '情形「«1:名称»」：«2:条件»：«3:值»；',
      en: 'case 「«1:name»」: «2:condition»: «3:value»;',
    },
  },
  {
    keyword: 'deductible',
    detail: { zh: '起付线', en: 'deductible' },
    snippet: {
      zh: '起付 «1|每次,每年,每月,每就诊,每住院|» «2:0元»；',
      en: 'deductible «1|per claim,per year,per month,per visit,per stay|» «2:0 yuan»;',
    },
  },
  {
    keyword: 'rate',
    detail: { zh: '分段的支付比例', en: 'rates by bands' },
    snippet: {
      zh: '比例 分段 按 «1|超额,绝对额|» {\n  不超过«2:1万元»：«3:60%»；\n  超过«2:1万元»：«4:70%»；\n}',
      en: 'rate brackets by «1|excess,absolute|» {\n  not above «2:10000 yuan»: «3:60%»;\n  above «2:10000 yuan»: «4:70%»;\n}',
    },
  },
  {
    keyword: 'cap',
    detail: { zh: '支付限额', en: 'cap on the payment' },
    snippet: {
      zh: '限额 «1|每年,每次,每月|» «2:10万元»；',
      en: 'cap «1|per year,per claim,per month|» «2:100000 yuan»;',
    },
  },
  {
    keyword: 'adjust',
    detail: { zh: '提高或降低起付、比例、限额', en: 'raise or lower a slot' },
    snippet: {
      zh: '调整「«1:名称»」 «2|比例,起付,限额|» «3|提高,降低|» «4:5个百分点» 当 «5:条件»；',
      en: 'adjust 「«1:name»」 «2|rate,deductible,cap|» «3|raise,lower|» «4:5 percentage points» when «5:condition»;',
    },
  },
  {
    keyword: 'waterfall',
    detail: { zh: '各层支付的次序', en: 'the order in which layers pay' },
    snippet: {
      zh: '层序 总额 «1:医疗费总额» { «2:层»； 现金 其余 }',
      en: 'waterfall amount «1:医疗费总额» { «2:layer»; 现金 otherwise }',
    },
  },
  {
    keyword: 'service',
    detail: {
      zh: '经办事项：时限、材料、渠道',
      en: 'a handling service: limit, materials, channels',
    },
    snippet: {
      zh: '事项「«1:名称»」 代码 "«2:代码»" {\n  层级 «3:市»；\n  渠道 «4:窗口»；\n  时限 自 «5:2025-01-01» «6:15»个工作日；\n  材料 { 1 "«7:材料»" }\n}',
      en: 'service 「«1:name»」 code "«2:code»" {\n  jurisdiction «3:city»;\n  channels «4:窗口»;\n  time limit from «5:2025-01-01» «6:15» working days;\n  materials { 1 "«7:material»" }\n}',
    },
  },
  {
    keyword: 'metric',
    detail: { zh: '由事项算出的指标', en: 'a claim worked out from the services' },
    snippet: {
      zh: '指标「«1:名称»」 {\n  «2|总时限,材料数|» 下降 不低于 «3:50%»；\n}',
      en: 'metric 「«1:name»」 {\n  «2|total time,material count|» falls at least «3:50%»;\n}',
    },
  },
  {
    keyword: 'watchlist',
    detail: {
      zh: '预警名单：看什么、超过多少、告诉谁',
      en: 'a watchlist: what is looked at, above what, who is told',
    },
    snippet: {
      zh: '名单「«1:名称»」 {\n  对象 «2:参保人»；\n  期 每月；\n  看 合计(结算.«3:大病保险».政策内余额 于 过去«4:12»个月)；\n  列入 {\n    情形「«5:普通»」：«6:条件»：超过 «7:界线»；\n    其余 不适用；\n  }\n  推送 «8:民政部门»；\n}',
      en: 'watchlist 「«1:name»」 {\n  subject «2:参保人»;\n  period per month;\n  look at total(结算.«3:大病保险».政策内余额 over past «4:12» months);\n  listed {\n    case 「«5:ordinary»」: «6:condition»: above «7:threshold»;\n    otherwise not applicable;\n  }\n  tell «8:bureau»;\n}',
    },
  },
  {
    keyword: 'delegate',
    detail: { zh: '让下级确定一个参数', en: 'let a lower level set a parameter' },
    snippet: {
      zh: '授权 «1|市,县,省|» 确定 «2:参数» 不低于 «3:60%»；',
      en: 'delegate «1|city,county,province|» determine «2:parameter» at least «3:60%»;',
    },
  },
  {
    keyword: 'under',
    detail: { zh: '据上级文件确定本地的值', en: 'set local values under a higher document' },
    snippet: {
      zh: '据 «1:文号» 条「«2:名称»」 {\n  确定 «3:参数» = «4:值»；\n}',
      en: 'under «1:number» article 「«2:name»」 {\n  determine «3:parameter» = «4:value»;\n}',
    },
  },
  {
    keyword: 'determine',
    detail: { zh: '定下被授权的参数', en: 'set a delegated parameter' },
    snippet: { zh: '确定 «1:参数» = «2:值»；', en: 'determine «1:parameter» = «2:value»;' },
  },
  {
    keyword: 'enumeration',
    detail: { zh: '封闭的名单', en: 'a closed list' },
    snippet: {
      zh: '枚举 «1:名称» {\n  «2:成员»；\n}',
      en: 'enum «1:name» {\n  «2:member»;\n}',
    },
  },
  {
    keyword: 'group',
    detail: { zh: '成员的集合', en: 'a set of members' },
    snippet: { zh: '组 «1:名称» = {«2:成员»}；', en: 'group «1:name» = {«2:member»};' },
  },
  {
    keyword: 'input',
    detail: { zh: '要填的一项事实', en: 'a fact that is asked for' },
    snippet: {
      zh: '输入 «1:名称»：«2:金额 0元..1000万元» 问 "«3:问题？»"；',
      en: 'input «1:name»: «2:money 0 yuan..10000000 yuan» ask "«3:question?»";',
    },
  },
  {
    keyword: 'accumulator',
    detail: { zh: '从一次结算带到下一次的数', en: 'a number kept from claim to claim' },
    snippet: {
      zh: '累计 «1:名称»：«2:金额» = 合计 «3:金额» 每年；',
      en: 'accumulator «1:name»: «2:money» = total «3:amount» per year;',
    },
  },
  {
    keyword: 'allocate',
    detail: { zh: '把总数拆成几份', en: 'parts that add up to a whole' },
    snippet: {
      zh: '分担 «1:总额» {\n  «2:一份»：«3:算式»；\n  «4:另一份»：其余；\n}',
      en: 'share «1:whole» {\n  «2:part»: «3:formula»;\n  «4:other»: otherwise;\n}',
    },
  },
  {
    keyword: 'example',
    detail: { zh: '算例：事实和应得的结果', en: 'facts and the results they must give' },
    snippet: {
      zh: '算例「«1:名称»」 等级 «2:示例» {\n  结算 { 结算日期：«3:2025-01-01»； «0» }\n  期望 { «4:个人负担» = «5:0元» }\n}',
      en: 'example 「«1:name»」 grade «2:illustrative» {\n  结算 { 结算日期: «3:2025-01-01»; «0» }\n  expect { «4:borne_by_person» = «5:0 yuan» }\n}',
    },
  },
];

/** A construct in the notation of editors, whose places are `${1:name}`. */
export function snippetOf({ snippet }: Construct, language: keyof LocalText): string {
  return snippet[language].replace(/«([^»]*)»/g, (_, place: string) =>
    ['$', '{', place, '}'].join(''),
  );
}
