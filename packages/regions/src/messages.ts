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

/** What each finding of the analyses says, by its code. */
export const regionMessages = {
  gap: message<FoundCase & { readonly reason: string }>({
    severity: 'warning',
    message: ({ subject, where, person, reason }) => ({
      zh: `${where.zh}「${subject}」有没说到的人：${reason}；${forExample(person).zh} → 待补充。`,
      en: `${where.en}“${subject}” leaves somebody out: ${reason}; ${forExample(person).en} → pending.`,
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
  'no-value-in-force': message<FoundCase & { readonly reason: string }>({
    severity: 'warning',
    message: ({ subject, where, person, reason }) => ({
      zh: `${where.zh}「${subject}」没有有效的规定：${reason}；${forExample(person).zh} → 待补充。`,
      en: `${where.en}“${subject}” has nothing in force: ${reason}; ${forExample(person).en} → pending.`,
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
      zh: '豁免只对它的条件之内的人有效；已经证明（或没有找到）条件之内有人遇到这个问题，所以它不起作用。',
      en: 'An exemption covers the people of its condition only; none of them meets what it suppresses, so it does nothing.',
    },
  }),
  undecided: message<{
    readonly subject: string;
    readonly asked: string;
    readonly reason: LocalText;
    readonly where: LocalText;
  }>({
    severity: 'info',
    message: ({ subject, asked, reason, where }) => ({
      zh: `${where.zh}「${subject}」有没有 ${asked} 没能判定：${reason.zh}。`,
      en: `${where.en}whether “${subject}” has ${asked} could not be decided: ${reason.en}.`,
    }),
    explanation: {
      zh: '分析在限定的计算量之内既没有证明不会发生，也没有找到例子；不是说有问题，也不是说没有问题。',
      en: 'Within the effort allowed it was neither proved that this cannot happen nor was a case found: neither good news nor bad.',
    },
  }),
} as const;

export type RegionCode = keyof typeof regionMessages;

/** A finding of this package at a place. */
export const finding = reporterOf(regionMessages);
