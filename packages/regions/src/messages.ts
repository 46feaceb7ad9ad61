import type { LocalText } from '@tiaoli/base';
import { message, reporterOf, without } from '@tiaoli/base';

/** What every finding about a case names. */
export interface FoundCase {
  /** What was examined: `医疗救助`. */
  readonly subject: string;
  /** In which place and from which day on; empty for the document's own. */
  readonly where: LocalText;
  /** The facts that matter, as a drafter writes them. */
  readonly person: LocalText;
}

function forExample(person: LocalText): LocalText {
  return { zh: `比如 ${person.zh}`, en: `for example ${person.en}` };
}

/** What was asked where nothing was decided, as a clause of the sentence. */
const questions = {
  gap: { zh: '是否有没说到的人', en: 'whether it leaves somebody out' },
  'no-value-in-force': {
    zh: '是否有一天没有有效的规定',
    en: 'whether there is a day with nothing in force',
  },
  overlap: {
    zh: '是否有两种情形同时适用而结果不同',
    en: 'whether two cases apply at once and give different results',
  },
  'unreachable-case': { zh: '是否从不作数', en: 'whether it ever counts' },
  'redundant-case': { zh: '删去后结果是否不变', en: 'whether anything would change without it' },
  'idle-slot': { zh: '是否从不起作用', en: 'whether it ever has an effect' },
  'negative-payment': { zh: '是否可能小于零', en: 'whether it can be below zero' },
  'payment-beyond-total': {
    zh: '是否可能付得比剩下的多',
    en: 'whether it can pay more than is left',
  },
  cliff: {
    zh: '是否有断崖（多一分费用，个人反而吃亏）',
    en: 'whether it has a cliff (one more fen of cost makes a person worse off)',
  },
  'broken-invariant': {
    zh: '是否每次结算之后都成立',
    en: 'whether every claim keeps it',
  },
  'broken-monotony': { zh: '是否单调', en: 'whether it is monotone' },
  'threshold-order': {
    zh: '各条线的先后是否写颠倒',
    en: 'whether its thresholds stand in the declared order',
  },
} as const satisfies Readonly<Record<string, LocalText>>;

/** Codes of findings that answer a question about all people. */
export type QuestionCode = keyof typeof questions;

export function isQuestionCode(code: string): code is QuestionCode {
  return code in questions;
}

/** What each finding of the analyses says, by its code. */
export const regionMessages = {
  gap: message<FoundCase & { readonly reason: LocalText }>({
    severity: 'warning',
    message: ({ subject, where, person, reason }) => ({
      zh: `${where.zh}「${subject}」有没说到的人：${reason.zh}；${forExample(person).zh} → 待补充。`,
      en: `${where.en}“${subject}” leaves somebody out: ${reason.en}; ${forExample(person).en} → pending.`,
    }),
    hint: () => ({
      zh: '补上这一种情形（或这一行），写「其余」，或用「约束」说明这样的人不会有。',
      en: 'Add the case (or the row), write 其余, or say with 约束 that there is no such person.',
    }),
    explanation: {
      zh: '把表的各栏、各种情形放在一起看，还有一个人没有任何一格、一种情形适用，他的结果会是“待补充”。例子经解释器复核。',
      en: 'Over all columns and all cases together somebody is left to whom none applies: the result is pending. The interpreter has settled the case shown.',
    },
  }),
  'no-value-in-force': message<FoundCase & { readonly reason: LocalText }>({
    severity: 'warning',
    message: ({ subject, where, person, reason }) => ({
      zh: `${where.zh}「${subject}」没有有效的规定：${reason.zh}；${forExample(person).zh} → 待补充。`,
      en: `${where.en}“${subject}” has nothing in force: ${reason.en}; ${forExample(person).en} → pending.`,
    }),
    hint: () => ({
      zh: '补上这一天起的数值；来源没有的写 未见 "原因"，或给使用它的规定写明止日。',
      en: 'Add the value from that day on, write 未见 with the reason, or end the rules that use it.',
    }),
    explanation: {
      zh: '规定在施行期内用到的参数，每一天都须有数值。这里给出第一天没有数值的日子和需要它的人。',
      en: 'Each value must be in force on every day on which a rule uses it. The first day without one is given, with a person who needs it.',
    },
  }),
  overlap: message<
    FoundCase & {
      readonly first: string;
      readonly second: string;
      readonly amounts?: LocalText;
    }
  >({
    severity: 'warning',
    message: ({ subject, where, person, first, second, amounts }) => ({
      zh: `${where.zh}「${subject}」的情形「${first}」与「${second}」同时适用，而结果不同；${forExample(person).zh} → ${amounts?.zh ?? '待补充'}。`,
      en: `${where.en}both cases “${first}” and “${second}” of “${subject}” apply, and give different results; ${forExample(person).en} → ${amounts?.en ?? 'pending'}.`,
    }),
    hint: () => ({
      zh: '写明以哪一种为准（例外 于 …），或合并（重叠 就高）。',
      en: 'Say which prevails (例外 于 …), or combine them (重叠 就高).',
    }),
    explanation: {
      zh: '两种情形的条件可以同时成立而结果不同，又没有写「重叠」或「例外」：这样的人的结果是“待补充”。',
      en: 'The conditions of two cases can hold at once and the results differ, while neither 重叠 nor 例外 says which counts: the result is pending.',
    },
  }),
  'unreachable-case': message<{
    readonly subject: string;
    readonly label: string;
    readonly person?: LocalText;
  }>({
    severity: 'warning',
    message: ({ subject, label, person }) => ({
      zh: person
        ? `「${subject}」的情形「${label}」从不作数：适用它的人都以别的情形为准，比如 ${person.zh}。`
        : `「${subject}」的情形「${label}」没有人适用：条件在各项输入的取值和约束之内从不成立。`,
      en: person
        ? `the case “${label}” of “${subject}” never counts: another case prevails for everybody whom it fits, ${forExample(person).en}.`
        : `the case “${label}” of “${subject}” fits nobody: its condition never holds within the domains and invariants.`,
    }),
    hint: () => ({
      zh: '核对条件和「重叠」的次序；确实用不上的，删去。',
      en: 'Check the condition and the order in 重叠; delete a case that is of no use.',
    }),
    explanation: {
      zh: '已经证明：在所有地区、所有版本里，这种情形都不会成为作数的那一种。',
      en: 'Proved: in no place and no version is this the case that counts.',
    },
  }),
  'redundant-case': message<{
    readonly subject: string;
    readonly label: string;
    readonly person?: LocalText;
    readonly amount?: LocalText;
  }>({
    severity: 'warning',
    message: ({ subject, label, person, amount }) => ({
      zh: `「${subject}」的情形「${label}」删去后结果不变${person ? `；比如 ${person.zh} → 有没有它都是${amount?.zh ?? ''}` : ''}。`,
      en: `without the case “${label}” of “${subject}” nothing would change${person ? `; ${forExample(person).en} → ${amount?.en ?? ''} with and without it` : ''}.`,
    }),
    hint: () => ({
      zh: '核对它与别的情形、与「其余」是否写成了同一个数；确实相同的，可以删去。',
      en: 'Check whether it says the same as another case or as 其余; if it is meant to, delete it.',
    }),
    explanation: {
      zh: '已经证明：在所有地区、所有版本里，去掉这种情形，每个人的结果都相同。',
      en: 'Proved: in every place and version everybody gets the same without this case.',
    },
  }),
  'idle-slot': message<{ readonly subject: string; readonly slot: string }>({
    severity: 'warning',
    message: ({ subject, slot }) => ({
      zh: `「${subject}」的${slot}从不起作用：它的条件在各项输入的取值和约束之内从不成立。`,
      en: `${slot} of “${subject}” never has an effect: its condition never holds within the domains and invariants.`,
    }),
    hint: () => ({
      zh: '核对条件，和它所在情形的条件是不是互相排斥；确实用不上的，删去。',
      en: 'Check the condition, also against that of the case around it; delete what is of no use.',
    }),
    explanation: {
      zh: '已经证明：在所有地区、所有版本里，没有一个人符合这个“调整”“保底”或“适用”的条件（写在情形里的，连同情形的条件）。',
      en: 'Proved: in no place and no version does anybody meet the condition of this 调整, 保底 or 适用, together with that of the case in which it stands.',
    },
  }),
  'negative-payment': message<FoundCase & { readonly amount: LocalText }>({
    severity: 'warning',
    message: ({ subject, where, person, amount }) => ({
      zh: `${where.zh}「${subject}」可能小于零；${forExample(person).zh} → ${amount.zh}。`,
      en: `${where.en}“${subject}” can be below zero; ${forExample(person).en} → ${amount.en}.`,
    }),
    hint: () => ({
      zh: '给这个数写「不低于 0元」，或用「约束」说明各项金额的关系。',
      en: 'Bound the amount with 不低于 0元, or say with 约束 how the amounts relate.',
    }),
    explanation: {
      zh: '支付和基数不应当小于零：否则别的支付方会多付。',
      en: 'A payment or a base below zero makes another payer pay too much.',
    },
  }),
  'payment-beyond-total': message<FoundCase & { readonly amount: LocalText }>({
    severity: 'warning',
    message: ({ subject, where, person, amount }) => ({
      zh: `${where.zh}轮到「${subject}」时付的比剩下的多；${forExample(person).zh} → 余额 ${amount.zh}。`,
      en: `${where.en}“${subject}” pays more than is left; ${forExample(person).en} → ${amount.en} remain.`,
    }),
    hint: () => ({
      zh: '核对这一层的「基数」：它应当是前面各层付过之后剩下的一部分。',
      en: 'Check the base of the layer: it should be a part of what the layers before have left.',
    }),
    explanation: {
      zh: '层序里每一层的支付不小于零、不大于剩下的数，各层支付加现金等于总额。',
      en: 'In a waterfall each payment lies between zero and what is left, and payments and cash add up to the whole.',
    },
  }),
  cliff: message<
    FoundCase & {
      readonly total: LocalText;
      readonly after: LocalText;
      readonly burden: LocalText;
      readonly worse: LocalText;
    }
  >({
    severity: 'warning',
    message: ({ subject, where, person, total, after, burden, worse }) => ({
      zh: `${where.zh}「${subject}」有断崖：费用从 ${total.zh} 多到 ${after.zh}，个人负担从 ${burden.zh} 升到 ${worse.zh}；${forExample(person).zh}。`,
      en: `${where.en}“${subject}” has a cliff: from ${total.en} to ${after.en} of cost the person bears ${worse.en} instead of ${burden.en}; ${forExample(person).en}.`,
    }),
    hint: () => ({
      zh: '改为分段超额累进，或写明为什么这样规定：豁免 cliff "原因" 当 条件。',
      en: 'Let the rate apply to the excess only, or say why it is meant: 豁免 cliff "why" 当 condition.',
    }),
    explanation: {
      zh: '费用多一分钱，基金付的反而少了许多：过了线的人比没过线的人更吃亏。全额累进、一过线就不付的写法会这样。',
      en: 'With one more fen of cost the funds pay much less: whoever crosses the line is worse off. Rates on the whole amount do this.',
    },
  }),
  'broken-invariant': message<{
    readonly subject: string;
    readonly where: LocalText;
    /** After which claims it no longer holds: those of the version, or of the one before. */
    readonly change: LocalText;
    readonly history: LocalText;
  }>({
    severity: 'warning',
    message: ({ subject, where, change, history }) => ({
      zh: `${where.zh}约束「${subject}」不成立：${change.zh}${history.zh}。`,
      en: `${where.en}the invariant “${subject}” does not hold: ${change.en}${history.en}.`,
    }),
    hint: () => ({
      zh: '改正约束，或改正没有守住它的那一层（起付、限额、计数的条件）；改版时要写明以前累计的怎么算。',
      en: 'Mend the invariant, or the layer that does not keep it; where the rules change, say how what was accumulated counts.',
    }),
    explanation: {
      zh: '关于累计的“约束”不是假定，而是要证明的：从零开始成立，每次结算、每个新的年度之后仍然成立；年中改版的，先按旧版结算再按新版。这里给出使它不成立的几次结算，经解释器复核。',
      en: 'A 约束 about accumulators is proved, not believed: it holds before the first claim, and each claim and each new period keeps it; where the rules change in mid-year, claims under the old version come first. The claims shown break it; the interpreter has settled them.',
    },
  }),
  'broken-monotony': message<
    FoundCase & {
      /** The fact along which it is said to rise or fall. */
      readonly by: string;
      readonly direction: 'rising' | 'falling';
      readonly low: LocalText;
      readonly high: LocalText;
    }
  >({
    severity: 'warning',
    message: ({ subject, where, person, by, direction, low, high }) => ({
      zh: `${where.zh}「${subject}」并不按「${by}」${direction === 'rising' ? '递增' : '递减'}：${low.zh}，${high.zh}；${forExample(person).zh}。`,
      en: `${where.en}“${subject}” does not ${direction === 'rising' ? 'rise' : 'fall'} by “${by}”: ${low.en}, ${high.en}; ${forExample(person).en}.`,
    }),
    hint: () => ({
      zh: '核对这两格是不是写颠倒了；确实如此规定的，删去这一句“单调”，或写明原因：豁免 broken-monotony "原因" 当 条件。',
      en: 'Check whether the two cells were transposed; if they are meant so, delete the 单调, or say why: 豁免 broken-monotony "why" when condition.',
    }),
    explanation: {
      zh: '“单调 起付标准 按 医院级别 递增”说：其他都相同的两个人，级别高的那一个不低。在每个地区、每个版本里，每两格都比过（其他各栏、各种事实任意），给出第一处不成立的两格和一个人；例子经解释器复核。',
      en: '单调 x by level rising says that of two people who differ in nothing else the one of the higher level has no less. Each two cells were compared in every place and version, all other facts free; the first two where it fails are given, with a person.',
    },
  }),
  'threshold-order': message<
    FoundCase & {
      readonly lower: string;
      readonly higher: string;
      readonly first: LocalText;
      readonly second: LocalText;
    }
  >({
    severity: 'warning',
    message: ({ subject, where, person, lower, higher, first, second }) => ({
      zh: `${where.zh}名单「${subject}」的情形「${lower}」的界线 ${first.zh} 高于「${higher}」的 ${second.zh}；${forExample(person).zh}。`,
      en: `${where.en}in the list “${subject}” the threshold of “${lower}”, ${first.en}, is above that of “${higher}”, ${second.en}; ${forExample(person).en}.`,
    }),
    hint: () => ({
      zh: '核对两条线是不是写颠倒了；确实如此规定的，删去这一句“单调”。',
      en: 'Check whether the two were transposed; if they are meant so, delete the 单调.',
    }),
    explanation: {
      zh: '“单调 甲 不高于 乙”说：更需要帮助的人不应当更晚被发现。两条线在每个地区、每个版本里都比过，给出第一处不成立的。',
      en: '单调 a 不高于 b says that whoever needs help more is not found later. The thresholds are compared in every place and version; the first where it fails is given.',
    },
  }),
  'needless-exemption': message<{ readonly code: string }>({
    severity: 'warning',
    message: ({ code }) => ({
      zh: `没有人会遇到这里豁免的“${code}”`,
      en: `nobody can meet the “${code}” that is suppressed here`,
    }),
    hint: () => ({
      zh: '删去这个“豁免”，或改它的条件',
      en: 'delete the 豁免, or mend its condition',
    }),
    remedies: () => [without],
    explanation: {
      zh: '豁免只对它的条件之内的人有效；已经证明条件之内没有人遇到这个问题，所以它不起作用。',
      en: 'An exemption covers the people of its condition only; it is proved that none of them meets what it suppresses, so it does nothing.',
    },
  }),
  undecided: message<{
    readonly subject: string;
    readonly asked: QuestionCode;
    readonly reason: LocalText;
    readonly where: LocalText;
  }>({
    severity: 'info',
    message: ({ subject, asked, reason, where }) => ({
      zh: `${where.zh}「${subject}」${questions[asked].zh}，没能判定：${reason.zh}。`,
      en: `${where.en}“${subject}”: ${questions[asked].en} could not be decided: ${reason.en}.`,
    }),
    hint: () => ({
      zh: '拿不准的地方自己核对一遍，最好写成算例；条文不必改。',
      en: 'Look at it yourself, best with an example; the text need not change.',
    }),
    explanation: {
      zh: '分析在限定的计算量之内既没有证明不会发生，也没有找到例子；不是说有问题，也不是说没有问题。',
      en: 'Within the effort allowed it was neither proved that this cannot happen nor was a case found: neither good news nor bad.',
    },
  }),
} as const;

/** A finding of this package at a place. */
export const finding = reporterOf(regionMessages);
