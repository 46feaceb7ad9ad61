import { behind, instead } from '@tiaoli/base';
import { error } from './entry.ts';

interface Mismatch {
  readonly found: string;
  readonly foundEn: string;
  readonly expected: string;
  readonly expectedEn: string;
}

interface Operands {
  readonly left: string;
  readonly leftEn: string;
  readonly right: string;
  readonly rightEn: string;
}

/** Types and units. */
export const typeMessages = {
  'type-mismatch': error<Mismatch>({
    message: ({ found, foundEn, expected, expectedEn }) => ({
      zh: `这里要${expected}，却是${found}`,
      en: `${expectedEn} is wanted here, but this is ${foundEn}`,
    }),
    hint: ({ expected, expectedEn }) => ({
      zh: `改写成${expected}，或改声明的类型`,
      en: `write ${expectedEn}, or change the declared type`,
    }),
    explanation: {
      zh: '值的类型要与声明的类型一致；单位是类型的一部分。',
      en: 'A value must have the declared type; units are part of the type.',
    },
  }),
  'unit-mismatch': error<Operands & { operation: string; operationEn: string }>({
    message: ({ left, leftEn, right, rightEn, operation, operationEn }) => ({
      zh: `${left}和${right}不能${operation}`,
      en: `${leftEn} and ${rightEn} cannot be ${operationEn}`,
    }),
    hint: () => ({
      zh: '检查单位；比例乘以金额得到金额',
      en: 'check the units; a rate times an amount is an amount',
    }),
    explanation: {
      zh: '只有同单位的数可以相加、比较；金额只能与比例或数相乘。',
      en: 'Only values of one unit are added or compared; money is multiplied by a rate or a number.',
    },
  }),
  'plain-number-as-money': error<{ text: string }>({
    message: ({ text }) => ({
      zh: `“${text}”没有写元，不是金额`,
      en: `“${text}” has no 元 and is no amount of money`,
    }),
    hint: ({ text }) => ({ zh: `写“${text}元”`, en: `write “${text}元”` }),
    remedies: ({ text }) => [instead(`${text}元`)],
    explanation: {
      zh: '金额要写单位：2万是一个数（如人数），2万元才是钱。',
      en: 'Money is written with its unit: 2万 is a number (of persons, say), 2万元 is money.',
    },
  }),
  'rate-beyond-whole': error<{ text: string; isBare: boolean }>({
    message: ({ text }) => ({
      zh: `比例“${text}”不在0%到100%之间`,
      en: `the rate “${text}” is not between 0% and 100%`,
    }),
    hint: ({ text, isBare }) =>
      isBare
        ? { zh: `写“${text}%”`, en: `write “${text}%”` }
        : {
            zh: '改成0%到100%之间的比例；系数、倍数声明为 数',
            en: 'write a rate from 0% to 100%; declare a factor as 数',
          },
    remedies: ({ text, isBare }) => (isBare ? [instead(`${text}%`)] : []),
    explanation: {
      zh: '支付比例最多是100%。75是7500%，75%才是百分之七十五；超过1的系数声明为“数”。',
      en: 'No rate of payment is above 100%. 75 is 7500%, 75% is three quarters; a factor above 1 is declared as 数.',
    },
  }),
  'fraction-of-fen': error<{ text: string }>({
    message: ({ text }) => ({ zh: `“${text}”不足一分`, en: `“${text}” is not in whole fen` }),
    hint: () => ({ zh: '金额至多写两位小数', en: 'write at most two decimals' }),
    explanation: { zh: '金额最小到分。', en: 'Money has two decimals of a yuan.' },
  }),
  'points-and-percent': error<{ target: string; targetEn: string }>({
    message: ({ target, targetEn }) => ({
      zh: `${target}不能用百分点调整`,
      en: `${targetEn} cannot be adjusted by percentage points`,
    }),
    hint: () => ({ zh: '写 % 或 元', en: 'write % or 元' }),
    explanation: {
      zh: '“提高5个百分点”把60%变成65%，“提高5%”把它变成63%；金额只有后一种。',
      en: '提高5个百分点 makes 65% of 60%, 提高5% makes 63%; an amount knows only the second.',
    },
  }),
  'input-times-input': error({
    message: () => ({
      zh: '两个随案件变化的数相乘，而且没有当场取整',
      en: 'two amounts of the case are multiplied and not rounded at once',
    }),
    hint: () => ({
      zh: '在这个式子后写“取整 四舍五入到分”，或给其中一个输入声明较小的范围',
      en: 'write 取整 四舍五入到分 behind it, or declare a small domain for one factor',
    }),
    explanation: {
      zh: '乘积中的一个因数应是参数、字面值或取值有限的字段，这样每个式子都可以精确计算和比较。',
      en: 'One factor of a product is a literal, a parameter or has few values, so that every rule can be compared exactly.',
    },
  }),
  'division-by-value': error({
    message: () => ({ zh: '只能除以写明的数', en: 'only a number written there may divide' }),
    hint: () => ({
      zh: '改成乘以比例；每满 n 用 每满(a, n)；结果中的比率用 商(a, b)',
      en: 'multiply by a rate; use 每满(a, n) for each full n; a ratio of results is 商(a, b)',
    }),
    explanation: {
      zh: '除以会变化的数可能除以零，也使结果不能逐段精确比较。',
      en: 'Dividing by what varies may divide by zero, and results can no longer be compared exactly.',
    },
  }),
  'misplaced-quotient': error({
    message: () => ({
      zh: '商(a, b) 只能写在“结果”里，或者写在按年度记录的实体（期 年度、有 序、没有层）的定义里',
      en: '商(a, b) belongs in 结果, or in a definition of an entity by year (期 年度 with 序) without layers',
    }),
    explanation: {
      zh: '两个金额相除用于展示的比率，以及统筹区、省、机构一年的账（兑付率、点值）；从不再进入个人的待遇计算。除数为零时结果是待补充。',
      en: 'A ratio of two amounts is for display, or for the year of an area, a province or an institution (a payout rate, a point value); it never enters what a person is paid. Where the divisor is zero the result is pending.',
    },
  }),
  'optional-operand': error<{ name: string }>({
    message: ({ name }) => ({
      zh: `“${name}”可能不适用，不能直接参与计算`,
      en: `“${name}” may be 不适用 and cannot be calculated with`,
    }),
    hint: ({ name }) => ({
      zh: `写“${name} 视为0”，或放在“当 有 ${name}”之下`,
      en: `write “${name} 视为0”, or put it under 当 有 ${name}`,
    }),
    remedies: () => [behind(' 视为0')],
    explanation: {
      zh: '不适用不是0。只有基数把不适用的层计为0；就高、就低、累加跳过它；其他地方要写明怎样对待。',
      en: '不适用 is not zero. A 基数 counts such a layer as 0, 就高, 就低 and 累加 skip it; elsewhere say what it means.',
    },
  }),
  'wrong-argument-count': error<{ name: string; least: number; most: number; given: number }>({
    message: ({ name, least, most, given }) => ({
      zh: `${name} 要 ${countText(least, most)} 个参数，写了 ${given} 个`,
      en: `${name} takes ${countText(least, most)} arguments, ${given} are given`,
    }),
    explanation: {
      zh: '每个函数的参数个数是固定的，最大和最小可以有任意多个。',
      en: 'Each function has a fixed number of arguments; 最大 and 最小 take any.',
    },
  }),
  'not-over-members': error<{ name: string }>({
    message: ({ name }) => ({
      zh: `“${name}”不能这样逐个看集合的成员或明细`,
      en: `“${name}” does not go over members or records like this`,
    }),
    hint: () => ({
      zh: '逐个看的是 合计、计数、最大、第二大，里面只写一项：最大(表 于 集合)；要给一个数加条件，用括号：(x 当 条件)',
      en: 'what goes over members is 合计, 计数, 最大 and 第二大, with one argument: 最大(table 于 set); a condition on a number stands in brackets: (x 当 condition)',
    }),
    explanation: {
      zh: '“x 于 集合”和“明细.x”逐个看，“当”选出看哪些。最小、每满和日期函数只看写出来的几项；逐个看的和写出来的也不能混在一个函数里，要分开写。',
      en: '“x 于 set” and “records.x” look at each one, and 当 says which. 最小, 每满 and functions of dates look at what is written out alone; and both cannot be mixed in one call, so write two.',
    },
  }),
  'unordered-comparison': error<{ name: string }>({
    message: ({ name }) => ({ zh: `“${name}”没有次序`, en: `“${name}” has no order` }),
    hint: () => ({
      zh: '给枚举加“有序”，或用 = 和 属于',
      en: 'declare the enumeration 有序, or use = and 属于',
    }),
    explanation: {
      zh: '只有“有序”的枚举可以比较高低。',
      en: 'Only an enumeration that is 有序 can be compared by rank.',
    },
  }),
  'monotony-not-ordered': error<{ name: string }>({
    message: ({ name }) => ({
      zh: `“${name}”没有高低次序，不能说它单调`,
      en: `“${name}” has no order to be monotone in`,
    }),
    hint: () => ({
      zh: '单调的要是金额、比例或数；“按”后面的要是有序的枚举、整数或金额',
      en: 'the value must be a number; what stands behind 按 an enumeration that is 有序, an integer or money',
    }),
    explanation: {
      zh: '“单调 起付标准 按 医院级别 递增”说：其他都相同的两个人，级别高的那一个起付标准不低。两样都要能比较高低。',
      en: '单调 x 按 level 递增 says that of two people who differ in nothing else the one of the higher level has no lower x. Both must have an order.',
    },
  }),
  'not-a-set': error<{ relation: string }>({
    message: ({ relation }) => ({
      zh: `“${relation}”用错了：单个值用“属于”，集合用“含”`,
      en: `“${relation}” does not fit: a single value takes 属于, a set takes 含`,
    }),
    explanation: {
      zh: '“就医地 属于 {市内、省内}”问一个值在不在集合里；“人员类别 含 重点对象”问集合有没有其中之一。',
      en: '就医地 属于 {市内、省内} asks whether a value is in a set, 人员类别 含 重点对象 whether a set holds one of them.',
    },
  }),
};

function countText(least: number, most: number): string {
  if (least === most) return String(least);
  return Number.isFinite(most) ? `${least}–${most}` : `≥ ${least}`;
}
