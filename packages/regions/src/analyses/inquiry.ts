import type { Diagnostic, LocalText, Span } from '@tiaoli/base';
import { printDate } from '@tiaoli/base';
import type { Exemption, Module } from '@tiaoli/ir';
import type { Claim } from '../claim.ts';
import type { QuestionCode } from '../messages.ts';
import { finding } from '../messages.ts';
import type { InductionGap } from '../prove-inductive.ts';
import type { Answer, Memory, Person, Reason } from './ask.ts';
import { ask } from './ask.ts';
import { allOf, readingOf } from './choice-sites.ts';
import type { Frame } from './frame.ts';

/** One file under examination: its frames, and what was asked of it. */
export interface Inquiry {
  readonly module: Module;
  readonly file: string;
  readonly frames: readonly Frame[];
  readonly memory: Memory;
  /** Exemptions that excused something. */
  readonly used: Set<Exemption>;
  /** Places about which nothing was decided, by place and reason: told once. */
  readonly undecided: Map<string, Diagnostic>;
  /** Questions that were left undecided in some version or place. */
  readonly tooHard: Set<string>;
}

/** Findings as they are made; `undefined` where one may pause. */
export type Findings = Generator<Diagnostic | undefined, void>;

/** What is asked, and the finding that a person would make of it. */
export interface Question {
  readonly code: QuestionCode;
  /** Where the finding stands: a 豁免 on a statement around it may excuse it. */
  readonly span: Span;
  /** Other statements of which a 豁免 may excuse it: the layers of a waterfall. */
  readonly parts?: readonly string[];
  readonly frame: Frame;
  readonly claim: Claim;
  /** What is examined, for the case that nothing can be decided. */
  readonly subject: string;
  /** Which of several questions about the subject it is. */
  readonly part?: string;
}

/**
 * A person of whom the claim is true and whom no 豁免 excuses; undefined where it is proved that there is none, or where
 * it could not be decided (which is noted).
 */
export function personFor(inquiry: Inquiry, question: Question): Person | undefined {
  // What was too much in one version or place is not tried in the next.
  if (inquiry.tooHard.has(keyOf(question))) {
    // Whom its 豁免 excuse here is not known either.
    for (const each of excusesFor(question)) {
      inquiry.used.add(each);
    }
    return undefined;
  }
  const answer = unexcused(inquiry, question);
  if (answer.kind === 'found') return answer.person;
  if (answer.kind !== 'undecided') return undefined;
  inquiry.tooHard.add(keyOf(question));
  noteUndecided(inquiry, question, answer.reasons);
  return undefined;
}

/** The answer for everybody whom no 豁免 excuses. */
function unexcused({ memory, used }: Inquiry, question: Question): Answer {
  const { frame, claim } = question;
  const excuses = exemptionsFor(question);
  if (excuses.length === 0) return ask(frame, memory, claim);
  for (const exemption of excuses) {
    const excused = allOf(claim, ...inside(frame, exemption));
    const source = sourceOf(frame, exemption);
    if (!used.has(source) && ask(frame, memory, excused).kind !== 'never') used.add(source);
  }
  if (excuses.some(({ when }) => when === undefined)) return { kind: 'never' };
  const outside = excuses.flatMap((each) => inside(frame, each)).map(negated);
  return ask(frame, memory, allOf(claim, ...outside));
}

function inside({ side }: Frame, { when }: Exemption): readonly Claim[] {
  return when ? [{ kind: 'holds', of: readingOf(side, when) }] : [];
}

function negated(part: Claim): Claim {
  return { kind: 'not', part };
}

/** 豁免 of the code, on the statement of the span or on one around it. */
function exemptionsFor({
  frame: { program, file },
  code,
  span,
  parts = [],
}: Excusable): readonly Exemption[] {
  return program.declarations
    .filter((each) => each.span.file === file)
    .filter((each) => isWithin(span, each.span) || parts.includes(each.id))
    .flatMap(({ exemptions = [] }) => exemptions.filter((each) => each.code === code));
}

export function isWithin(inner: Span, outer: Span): boolean {
  return outer.start.offset <= inner.start.offset && inner.end.offset <= outer.end.offset;
}

/** 豁免 of the code around a place, as they were written. */
export function excusesFor(question: Excusable): readonly Exemption[] {
  return exemptionsFor(question).map((each) => sourceOf(question.frame, each));
}

type Excusable = Pick<Question, 'frame' | 'code' | 'span' | 'parts'>;

/** The exemption as written: programs carry bound copies of it. */
function sourceOf({ module, file }: Frame, { code, span }: Exemption): Exemption {
  const all = module.declarations.filter((each) => each.span.file === file);
  const found = all
    .flatMap(({ exemptions = [] }) => exemptions)
    .find((each) => each.code === code && each.span.start.offset === span.start.offset);
  if (!found) throw new Error(`an exemption that nobody wrote: ${code}`);
  return found;
}

export function noteUndecided(
  { undecided }: Inquiry,
  { span, subject, code, frame }: Omit<Question, 'claim'>,
  reasons: readonly Unproved[],
): void {
  const key = `${span.start.offset} ${code} ${subject}`;
  if (undecided.has(key)) return;
  const words = reasons.map((each) => reasonNames[each]);
  const reason = {
    zh: words.map(({ zh }) => zh).join('、'),
    en: words.map(({ en }) => en).join(', '),
  };
  undecided.set(
    key,
    finding('undecided', { subject, asked: code, reason, ...whereOf(frame) }, span),
  );
}

function keyOf({ span, code, subject, part = '' }: Question): string {
  return `${span.start.offset} ${code} ${subject} ${part}`;
}

/** Where and when a person was found, for the words of a finding. */
export interface Where {
  /** `在淄博市，自2025-01-01起，`; empty for the document's own place and first version. */
  readonly where: LocalText;
}

export function whereOf({ place, day, module, file }: Frame): Where {
  const document = module.declarations.find(
    (each) => each.kind === 'document' && each.span.file === file,
  );
  const isFirst = document?.kind === 'document' && document.effective.from === day;
  const zh = [
    ...(place === undefined ? [] : [`在${place}，`]),
    ...(isFirst ? [] : [`自${printDate(day)}起，`]),
  ];
  const en = [
    ...(place === undefined ? [] : [`in ${place}, `]),
    ...(isFirst ? [] : [`from ${printDate(day)} on, `]),
  ];
  return { where: { zh: zh.join(''), en: en.join('') } };
}

/** Also of what is proved by induction; `not-kept`: a claim breaks it from a state that nobody may ever reach. */
type Unproved = Reason | InductionGap | 'not-kept';

const reasonNames: Readonly<Record<Unproved, LocalText>> = {
  facts: { zh: '说到了本次结算或本人的事实，不只是累计', en: 'it reads facts beside accumulators' },
  keys: { zh: '累计分别记在几个人或几类名下', en: 'accumulators with keys of their own' },
  'not-kept': {
    zh: '从某个之前的状态出发，一次结算就使它不成立，而那个状态未必会有',
    en: 'a claim breaks it from a state that may never be reached',
  },
  'child-aggregate': { zh: '含有逐项明细的合计', en: 'a sum over records' },
  'other-key': { zh: '读了别人的累计', en: 'the state of another person' },
  quotient: { zh: '含有商', en: 'a quotient' },
  product: { zh: '含有两个可变数的乘积', en: 'a product of two variables' },
  division: { zh: '含有除法', en: 'a division' },
  calendar: { zh: '含有日期推算', en: 'arithmetic on dates' },
  catalogue: { zh: '含有目录的内容', en: 'what a catalogue says' },
  'working-days': { zh: '含有工作日推算', en: 'working days' },
  'second-max': { zh: '含有第二大', en: 'a second largest value' },
  'at-odds': { zh: '两个版本的输入不一致', en: 'inputs that two versions declare differently' },
  splits: { zh: '分支过多', en: 'too many branches' },
  pivots: { zh: '计算量过大', en: 'too much arithmetic' },
  integers: { zh: '整数取值未能穷尽', en: 'integers that could not be exhausted' },
  contradicted: {
    zh: '复核与推断不一致（本程序的缺陷）',
    en: 'a contradiction in replay (a defect of ours)',
  },
};
