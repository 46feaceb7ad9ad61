import { error, warning } from './entry.ts';

/** Delegations, payers and outputs, examples. */
export const otherMessages = {
  'delegation-level': error<{ level: string; own: string }>({
    message: ({ level, own }) => ({
      zh: `${own}一级的文件不能授权给${level}`,
      en: `a document of level ${own} cannot delegate to ${level}`,
    }),
    hint: () => ({ zh: '只能授权给更低的一级', en: 'delegate to a lower level' }),
    explanation: {
      zh: '只能授权给更低的层级。',
      en: 'One delegates to a lower level.',
    },
  }),
  'fill-own-parameter': error<{ name: string }>({
    message: ({ name }) => ({
      zh: `“${name}”是本文件自己的参数，不用“确定”`,
      en: `“${name}” is this document’s own parameter; 确定 is for delegated ones`,
    }),
    hint: ({ name }) => ({
      zh: `直接修改“参数 ${name}”的值`,
      en: `change the value of 参数 ${name}`,
    }),
    explanation: {
      zh: '“确定”由下级文件给上级授权的参数取值。',
      en: 'By 确定 a lower document sets what a higher one delegated.',
    },
  }),
  'setting-reads-calculation': error<{ name: string }>({
    message: ({ name }) => ({
      zh: `“${name}”是本文件的计算，上级文件看不到，不能用来给上级的参数取值`,
      en: `“${name}” is calculated by this document: those above do not know it and cannot be set by it`,
    }),
    hint: ({ name }) => ({
      zh: `写成“参数 ${name}”，要取整就写在它后面`,
      en: `write it as 参数 ${name}, with its rounding behind it`,
    }),
    explanation: {
      zh: '确定和特别规定的取值由上级文件读取；上级文件只知道本文件的参数、枚举和输入，不知道本文件的定义、分担和层。',
      en: 'Documents above read what 确定 and 特别规定 set. They know the parameters, enumerations and inputs of this document, and none of its definitions, shares and layers.',
    },
  }),
  'setting-of-columns': error<{ name: string; columns: readonly string[] }>({
    message: ({ name, columns }) => ({
      zh: `“${name}”有${columns.length}列（${columns.join('、')}），不能用授权、确定或特别规定取值`,
      en: `“${name}” has ${columns.length} columns (${columns.join(', ')}), so that nobody can delegate or set it`,
    }),
    hint: ({ columns: [first = ''] }) => ({
      zh: `把要授权的列（例如“${first}”）写成单独的表`,
      en: `make a table of its own of the column to be set, such as “${first}”`,
    }),
    explanation: {
      zh: '授权、确定和特别规定只写参数的名称，不写列；一个参数只有一列时才知道取的是哪个值。',
      en: '授权, 确定 and 特别规定 name a parameter and no column; only with one column is it clear which value they set.',
    },
  }),
  'empty-bounds': error({
    message: () => ({ zh: '授权的下限高于上限', en: 'the lower bound is above the upper one' }),
    hint: () => ({ zh: '对调上限和下限', en: 'swap the two bounds' }),
    explanation: {
      zh: '没有任何值能满足这样的授权。',
      en: 'No value can satisfy it.',
    },
  }),
  'payer-not-declared': error({
    message: () => ({
      zh: '没有名为“支付方”的枚举',
      en: 'no enumeration “支付方” is visible',
    }),
    hint: () => ({
      zh: '在文件头依据声明支付方的公共文件',
      en: 'rest on the common document that declares the payers',
    }),
    explanation: {
      zh: '支付方是一个封闭的全国名单，由公共文件声明，每个成员对应一个结算字段。',
      en: 'Payers are a closed national list in the common document; each has a settlement field.',
    },
  }),
  'unknown-output-field': error<{ field: string; suggestion?: string | undefined }>({
    message: ({ field }) => ({
      zh: `“${field}”不是全国接口的结算字段`,
      en: `“${field}” is no settlement field of the national interface`,
    }),
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? { zh: '例如 "hifp_pay"、"maf_pay"', en: 'for example "hifp_pay" or "maf_pay"' }
        : { zh: `是不是 "${suggestion}"？`, en: `did you mean "${suggestion}"?` },
    explanation: {
      zh: '支付方的每个成员要写它的结算字段，支付额才能汇总到结算单。',
      en: 'Each payer names the field into which its payments are summed.',
    },
  }),
  'misplaced-void': error<{ name: string }>({
    message: ({ name }) => ({
      zh: `“${name} 作废”写得不对：作废的只能是结算，后面也没有它的期望`,
      en: `“${name} voided” is misplaced: only a claim is voided, and nothing is expected of it`,
    }),
    hint: () => ({
      zh: '把期望写在没有作废的结算后面',
      en: 'expect something of the claims that are not voided',
    }),
    explanation: {
      zh: '“结算 作废 { … }”是一笔已经结算、后来不算的结算：它不参加计算，其余结算按没有它计算，所以它没有结果可以期望。人和户没有作废。',
      en: 'A voided claim was settled once and does not count any more: the others are settled as if it had never been, so it has no result to expect. People and households are not voided.',
    },
  }),
  'example-without-expectation': error<{ name: string }>({
    message: ({ name }) => ({
      zh: `算例“${name}”没有期望`,
      en: `example “${name}” expects nothing`,
    }),
    hint: () => ({ zh: '写“期望 { … }”', en: 'write 期望 { … }' }),
    explanation: {
      zh: '没有期望的算例不检验任何东西。',
      en: 'An example without an expectation tests nothing.',
    },
  }),
  'fact-outside-domain': error<{ name: string; low: string; high: string }>({
    message: ({ name, low, high }) => ({
      zh: `“${name}”应在 ${low} 到 ${high} 之间`,
      en: `“${name}” lies between ${low} and ${high}`,
    }),
    hint: () => ({
      zh: '改算例中的数，或改输入的取值范围',
      en: 'change the number, or the domain of the input',
    }),
    explanation: {
      zh: '输入声明了取值范围；分析和证明都以它为准。',
      en: 'The input has a declared domain; analyses and proofs rest on it.',
    },
  }),
  'too-many-members': error<{ name: string; most: number }>({
    message: ({ name, most }) => ({
      zh: `“${name}”至多 ${most} 项`,
      en: `“${name}” holds at most ${most} members`,
    }),
    hint: () => ({
      zh: '少写几个，或提高输入的“至多”',
      en: 'write fewer members, or raise 至多 of the input',
    }),
    explanation: {
      zh: '集合声明了“至多 n”，分析只看到这么多。',
      en: 'The set is declared 至多 n, and analyses see no more.',
    },
  }),
  'duplicate-fact': error<{ name: string }>({
    message: ({ name }) => ({ zh: `“${name}”给了两次`, en: `“${name}” is given twice` }),
    hint: () => ({ zh: '删去其中一个', en: 'delete one of them' }),
    explanation: { zh: '一条记录的每个字段只给一次。', en: 'A record gives each field once.' },
  }),
  'constraint-mixes-state': error({
    message: () => ({
      zh: '约束既说到本次结算的事实，又说到累计',
      en: 'the invariant speaks of facts of a claim and of accumulators at once',
    }),
    hint: () => ({
      zh: '分成两条：关于事实的，录入时核对；关于累计的，由分析证明',
      en: 'make it two: facts are checked where they are entered, accumulators are proved',
    }),
    explanation: {
      zh: '关于事实的约束，每个案件录入时都要满足；关于累计的约束（每年支付不超过限额、次数不超过3），由分析对所有先后结算证明。两样混在一条里，既不能核对，也不能证明。',
      en: 'An invariant of facts is enforced on input. One of accumulators (at most so much a year) is proved of every history of claims. One of both could be neither enforced nor proved.',
    },
  }),
  'state-not-accumulated': error<{ name: string }>({
    message: ({ name }) => ({
      zh: `“${name}”不随案件累计，不能写在“之前”或“之后”里`,
      en: `“${name}” is not carried from claim to claim`,
    }),
    hint: () => ({
      zh: '写累计的名称、限额池，或“层.支付.本年”“层.起付.本年”',
      en: 'name an accumulator, a pool, or 层.支付.本年, 层.起付.本年',
    }),
    explanation: {
      zh: '之前和之后给出的是累计的值。',
      en: '之前 and 之后 hold values of accumulators.',
    },
  }),
  'domain-order': error({
    message: () => ({ zh: '范围的下限高于上限', en: 'the domain ends below its beginning' }),
    hint: () => ({ zh: '对调上限和下限', en: 'swap the two limits' }),
    explanation: { zh: '没有任何值在这个范围里。', en: 'No value lies in it.' },
  }),
  'default-outside-domain': error<{ name: string; low: string; high: string }>({
    message: ({ name, low, high }) => ({
      zh: `“${name}”的缺省值不在 ${low} 到 ${high} 之间`,
      en: `the default of “${name}” is not between ${low} and ${high}`,
    }),
    hint: () => ({ zh: '改缺省值，或改取值范围', en: 'change the default, or the domain' }),
    explanation: {
      zh: '缺省值也必须在声明的范围内。',
      en: 'A default must lie in the declared domain too.',
    },
  }),
  'missing-domain': warning<{ name: string }>({
    message: ({ name }) => ({
      zh: `“${name}”没有写取值范围`,
      en: `“${name}” has no declared domain`,
    }),
    hint: () => ({ zh: '例如 金额 0元..1000万元', en: 'for example 金额 0元..1000万元' }),
    explanation: {
      zh: '没有范围就不能证明计算不溢出，分析也没有边界。',
      en: 'Without it no overflow can be excluded, and analyses have no bounds.',
    },
  }),
};
