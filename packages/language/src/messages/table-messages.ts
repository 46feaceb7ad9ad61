import { instead } from '@tiaoli/base';
import { error, warning } from './entry.ts';

/** Bands and tables. */
export const tableMessages = {
  'ambiguous-band': error<{ text: string }>({
    message: ({ text }) => ({
      zh: `“${text}”没有说明起点是否包括在内`,
      en: `“${text}” does not say whether its lower end is included`,
    }),
    hint: () => ({
      zh: '写“超过10万元至20万元”，或“10万元以上不满20万元”',
      en: 'write 超过10万元至20万元, or 10万元以上不满20万元',
    }),
    remedies: ({ text }) => (text.includes('至') ? [instead(`超过${text}`)] : []),
    explanation: {
      zh: '按民法典第一千二百五十九条，“以上、以下、以内”包括本数，“不满、超过、以外”不包括。分段的两端要各写一个这样的词。',
      en: 'By Civil Code art. 1259, 以上, 以下 and 以内 include the number, 不满, 超过 and 以外 do not. Each end of a band says which.',
    },
  }),
  'band-gap': error<{ from: string; to: string }>({
    message: ({ from, to }) => ({
      zh: `${from} 到 ${to} 之间没有分段`,
      en: `no band holds what lies between ${from} and ${to}`,
    }),
    hint: () => ({
      zh: '让后一段从前一段的终点开始，例如“不超过10万元”之后写“超过10万元至20万元”',
      en: 'let each band begin where the one before ends: behind 不超过10万元 write 超过10万元至20万元',
    }),
    explanation: {
      zh: '分段要从0元开始、首尾相接，最后一段没有上限。',
      en: 'Bands begin at 0, touch each other, and the last one is open.',
    },
  }),
  'band-overlap': error<{ at: string }>({
    message: ({ at }) => ({ zh: `${at} 落在两段里`, en: `${at} falls into two bands` }),
    hint: () => ({ zh: '后一段写“超过”', en: 'begin the later band with 超过' }),
    explanation: {
      zh: '每个数只能属于一段；前一段包括的端点，后一段要用“超过”排除。',
      en: 'A number belongs to one band; what the earlier one includes, the later one excludes by 超过.',
    },
  }),
  'band-not-open': error<{ to: string }>({
    message: ({ to }) => ({ zh: `${to} 以上没有分段`, en: `no band holds what is above ${to}` }),
    hint: ({ to }) => ({ zh: `补一段“超过${to}：…”`, en: `add a band 超过${to}：…` }),
    explanation: {
      zh: '最后一段没有上限，否则大额费用得不到比例。',
      en: 'The last band is open, or large costs have no rate.',
    },
  }),
  'empty-band': error({
    message: () => ({
      zh: '这一段的上限不高于下限',
      en: 'this band ends at or below its beginning',
    }),
    hint: () => ({ zh: '对调这一段的起点和终点', en: 'swap the two ends of the band' }),
    explanation: { zh: '每一段都要有内容。', en: 'A band must hold something.' },
  }),
  'band-limit-varies': error({
    message: () => ({
      zh: '分段的界限不能是随案件变化的金额',
      en: 'the limit of a band may not be an amount of the case',
    }),
    hint: () => ({ zh: '用参数、表或字面值', en: 'use a parameter, a table or a literal' }),
    explanation: {
      zh: '界限在选定版本后必须是确定的数，这样分段才是可比较的折线。',
      en: 'Limits are known once parameters are bound, so that brackets stay piecewise linear.',
    },
  }),
  'unknown-column': error<{ name: string }>({
    message: ({ name }) => ({
      zh: `表头的“${name}”既不是维度，也不是列或成员`,
      en: `“${name}” in the heading is no dimension, column or member`,
    }),
    hint: () => ({
      zh: '表头依次写维度，再写列或成员',
      en: 'write the dimensions into the heading first, then columns or members',
    }),
    explanation: {
      zh: '表头先写维度的名称，再写值的列名，或写最后一个维度的成员。',
      en: 'A heading has the names of the dimensions, then the value columns or the members of the last dimension.',
    },
  }),
  'wrong-cell-count': error<{ given: number; wanted: number }>({
    message: ({ given, wanted }) => ({
      zh: `这一行有 ${given} 格，应有 ${wanted} 格`,
      en: `this row has ${given} cells instead of ${wanted}`,
    }),
    hint: () => ({
      zh: '补上缺的格子，或删去多余的 |',
      en: 'add the missing cells, or delete the | that is too many',
    }),
    explanation: {
      zh: '每一行的格数与表头相同；没有值的格写 不适用 或 未见 "原因"，不留空。',
      en: 'A row has as many cells as the heading; a cell without a value says 不适用 or 未见 "why" and is never blank.',
    },
  }),
  'duplicate-key': error<{ key: string }>({
    message: ({ key }) => ({
      zh: `“${key}”在表中有两行`,
      en: `the table has two rows for “${key}”`,
    }),
    hint: () => ({
      zh: '删去其中一行，或改成缺少的那一项',
      en: 'delete one of the rows, or give it the key that is missing',
    }),
    explanation: {
      zh: '一个键只能有一个值；文字的先后不决定哪一个。',
      en: 'A key has one value; the order of the text does not choose.',
    },
  }),
  'blank-key': error<{ text: string }>({
    message: ({ text }) => ({
      zh: `这一行的键是“${text}”，不知道这一行是给谁的`,
      en: `the key of this row is “${text}”: it does not say for whom the row is`,
    }),
    hint: () => ({
      zh: '写出成员、数额或区间，或写“其余”“任意”；未见 和 不适用 只写在值里',
      en: 'write a member, an amount or a range, or 其余 or 任意; 未见 and 不适用 are values',
    }),
    explanation: {
      zh: '键说明一行适用于谁，值可以还不知道，键不可以。',
      en: 'A key says for whom a row is. A value may be unknown, a key may not.',
    },
  }),
  'missing-key': error<{ keys: string }>({
    message: ({ keys }) => ({ zh: `表中缺少：${keys}`, en: `the table lacks: ${keys}` }),
    hint: () => ({
      zh: '补上这些行；没有待遇写 不适用，来源没有说明写 未见 "原因"，或加“其余”',
      en: 'add them; write 不适用 if there is none, 未见 "why" if the sources do not say, or add 其余',
    }),
    explanation: {
      zh: '表对维度的每个成员都要有一个值，多个维度时对每个组合都要有。',
      en: 'A table has a value for each member of its dimension, and for each combination of several.',
    },
  }),
  'useless-otherwise': warning({
    message: () => ({ zh: '“其余”没有剩下的成员', en: 'no member is left for 其余' }),
    hint: () => ({ zh: '删去“其余”', en: 'delete 其余' }),
    explanation: {
      zh: '所有成员都已列出；以后增加成员时“其余”会悄悄接住它。',
      en: 'All members are listed; 其余 would silently take in a new one.',
    },
  }),
  'dimension-without-value': error<{ name: string }>({
    message: ({ name }) => ({
      zh: `表按“${name}”取值，这里没有同名的字段，也没有写 [ ]`,
      en: `the table is looked up by “${name}”, but there is no such field here and no [ ] is given`,
    }),
    hint: ({ name }) => ({ zh: `写 表[${name}的成员]`, en: `write table[a member of ${name}]` }),
    explanation: {
      zh: '不写下标的表按同名字段取值；维度是枚举本身时必须写下标。',
      en: 'Without an index a table is looked up by the equally named fields; a dimension that is an enumeration itself wants an index.',
    },
  }),
};
