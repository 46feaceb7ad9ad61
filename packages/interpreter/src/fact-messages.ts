import type { MessageEntry, TextLanguage } from '@tiaoli/base';

/** A fact and what was declared of it, as texts for people. */
export interface FactWords {
  /** Declared name of the input. */
  readonly name: string;
  /** The value found, or the member or the number of members that is wrong. */
  readonly found: string;
  /** What the declaration asks for: a bound, a number of places, the members. */
  readonly wanted: string;
}

/** What can be wrong with the facts of a case. */
export const factMessages = {
  'unknown-input': {
    severity: 'error',
    message: ({ name }) => ({
      zh: `没有名为「${name}」的输入。`,
      en: `There is no input '${name}'.`,
    }),
    hint: () => ({ zh: '删去它，或改正名称。', en: 'Leave it out, or correct its name.' }),
    explanation: {
      zh: '案件只能给出实体已声明的输入；写错的名称会使真正的输入缺失，所以不放过。',
      en: 'A case gives only inputs that an entity declares; a misspelt name would leave the real one missing.',
    },
  },
  'input-type': {
    severity: 'error',
    message: ({ name, wanted }) => ({
      zh: `「${name}」应为${wanted}。`,
      en: `'${name}' must be of type ${wanted}.`,
    }),
    hint: ({ wanted }) => ({ zh: `改为${wanted}的值。`, en: `Give a value of type ${wanted}.` }),
    explanation: {
      zh: '值的种类与输入声明的类型不同。',
      en: 'The value is of another kind than the declared type of the input.',
    },
  },
  'input-absent': {
    severity: 'error',
    message: ({ name }) => ({ zh: `「${name}」不能为无。`, en: `'${name}' cannot be none.` }),
    hint: () => ({
      zh: '给出它的值；尚不知道时不写它。',
      en: 'Give its value; leave it out while it is not known.',
    }),
    explanation: {
      zh: '只有声明了「或 无」的输入可以明确为无。',
      en: 'Only an input declared "or none" may be expressly none.',
    },
  },
  'input-too-low': {
    severity: 'error',
    message: ({ name, found, wanted }) => ({
      zh: `「${name}」为${found}，低于允许的最小值${wanted}。`,
      en: `'${name}' is ${found}, below the least allowed, ${wanted}.`,
    }),
    hint: ({ wanted }) => ({ zh: `给出不低于${wanted}的值。`, en: `Give at least ${wanted}.` }),
    explanation: {
      zh: '值超出了输入声明的范围；范围之外的结果没有经过检查。',
      en: 'The value is outside the declared domain; no result outside it was ever checked.',
    },
  },
  'input-too-high': {
    severity: 'error',
    message: ({ name, found, wanted }) => ({
      zh: `「${name}」为${found}，高于允许的最大值${wanted}。`,
      en: `'${name}' is ${found}, above the most allowed, ${wanted}.`,
    }),
    hint: ({ wanted }) => ({ zh: `给出不超过${wanted}的值。`, en: `Give at most ${wanted}.` }),
    explanation: {
      zh: '值超出了输入声明的范围；范围之外的结果没有经过检查。',
      en: 'The value is outside the declared domain; no result outside it was ever checked.',
    },
  },
  'input-places': {
    severity: 'error',
    message: ({ name, found, wanted }) => ({
      zh: `「${name}」为${found}，小数多于${wanted}位。`,
      en: `'${name}' is ${found}, with more than ${wanted} decimal places.`,
    }),
    hint: ({ wanted }) => ({
      zh: `最多保留${wanted}位小数。`,
      en: `Give at most ${wanted} decimal places.`,
    }),
    explanation: {
      zh: '金额精确到分，单价到元的百万分之一，整数与日期没有小数，其他数按声明的位数。',
      en: 'Money is exact to the fen, unit prices to millionths of a yuan, other numbers to the places declared.',
    },
  },
  'input-member': {
    severity: 'error',
    message: ({ name, found }) => ({
      zh: `「${name}」没有「${found}」这一项。`,
      en: `'${name}' has no member '${found}'.`,
    }),
    hint: ({ wanted }) => ({ zh: `可用的有：${wanted}。`, en: `Its members are: ${wanted}.` }),
    explanation: {
      zh: '值不是枚举中声明的成员。',
      en: 'The value is no declared member of the enumeration.',
    },
  },
  'input-too-many': {
    severity: 'error',
    message: ({ name, found, wanted }) => ({
      zh: `「${name}」有${found}项，至多${wanted}项。`,
      en: `'${name}' has ${found} members; the most is ${wanted}.`,
    }),
    hint: ({ wanted }) => ({ zh: `减到${wanted}项以内。`, en: `Give at most ${wanted}.` }),
    explanation: {
      zh: '集合的成员多于输入声明的「至多」。',
      en: 'The set has more members than the input declares ("at most").',
    },
  },
  'spells-overlap': {
    severity: 'error',
    message: ({ name, found }) => ({
      zh: `「${name}」在${found}有两个值。`,
      en: `'${name}' has two values on ${found}.`,
    }),
    hint: () => ({
      zh: '让前一段在后一段开始的前一天结束。',
      en: 'End the earlier spell the day before the later one begins.',
    }),
    explanation: {
      zh: '按日输入的各段时间不能重叠，也不能先止后始。',
      en: 'Dated spells of one input may not overlap, nor end before they begin.',
    },
  },
  'invariant-broken': {
    severity: 'error',
    message: ({ name, wanted }) => ({
      zh: `不满足约束「${name}」：${wanted}。`,
      en: `The invariant '${name}' does not hold: ${wanted}.`,
    }),
    hint: ({ found }) => ({
      zh: `核对这些输入：${found}。`,
      en: `Check these inputs: ${found}.`,
    }),
    explanation: {
      zh: '约束对每个案件都必须成立；不成立说明输入之间矛盾。',
      en: 'An invariant holds for every case; where it does not, the inputs contradict each other.',
    },
  },
} as const satisfies Readonly<Record<string, MessageEntry<FactWords>>>;

export type FactCode = keyof typeof factMessages;

/** A finding before it is known in which record it stands. */
export interface FactFault {
  readonly code: FactCode;
  readonly words: Readonly<Record<TextLanguage, FactWords>>;
}

/** Chinese names of the types, as the language spells them. */
export const typeNames = {
  money: '金额',
  'unit-price': '单价',
  rate: '比例',
  integer: '整数',
  decimal: '数',
  date: '日期',
  boolean: '布尔',
  text: '文本',
  enumeration: '枚举',
  set: '集合',
} as const;
