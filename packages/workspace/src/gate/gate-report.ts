import type { LocalText, Severity } from '@tiaoli/base';
import type { ConformanceState } from '../compare/delegated-settings.ts';
import type { Acceptance } from '../records/proposals.ts';
import type { GateImpact } from './gate-impact.ts';

/** What the checks gate found about one round of a proposal. Plain JSON, kept as it was found. */
export interface GateReport {
  /** Of this form; another one is read by what knows it. */
  readonly form: 1;
  readonly engineVersion: string;
  /** What the text was held against: the same for the same versions in force on its first day. */
  readonly comparedWith: string;
  readonly findings: readonly GateFinding[];
  readonly examples: readonly { readonly name: string; readonly passed: boolean }[];
  readonly conformance: readonly GateConformance[];
  readonly comparison: GateComparison;
  /** What nobody could decide. */
  readonly undecided: readonly Answerable[];
  /** Names of what somebody has invented (示例). */
  readonly illustrative: readonly string[];
  /** Names of what the sources do not say (未见). */
  readonly unseen: readonly string[];
  /** Values that are known from hearsay alone. */
  readonly gradeD: readonly Answerable[];
  /** Absent where whoever checked has no populations. Blocks nothing. */
  readonly impact?: GateImpact;
}

export interface GateFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: LocalText;
  /** From 1. */
  readonly line: number;
}

/** A value of a lower level, held against what is left to it. */
export interface GateConformance {
  readonly parameter: string;
  readonly place: string;
  readonly state?: ConformanceState;
  /** Set by the proposed text itself, not by another one below it. */
  readonly isOwn: boolean;
  readonly value?: LocalText;
  readonly bounds?: LocalText;
}

/** `first`: nothing of the document is in force on the first day. */
export type GateComparison =
  | { readonly kind: 'first' }
  | {
      readonly kind: 'compared';
      /** Nothing that is declared is another. */
      readonly isSame: boolean;
      readonly days: readonly GateDay[];
    };

/** Both texts on one day from which on one of them says something else. */
export interface GateDay {
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly results: readonly {
    readonly name: string;
    readonly state: string;
    readonly regions: number;
  }[];
  /** Everything else is proved the same. */
  readonly isComplete: boolean;
}

/** What somebody has to answer for by name before it goes on. */
export interface Answerable {
  /** 64 hexadecimal digits: the same for the same thing in another check. */
  readonly fingerprint: string;
  readonly text: LocalText;
}

/** What keeps a proposal from being approved or published. */
export interface GateBlock {
  readonly kind:
    | 'finding'
    | 'example'
    | 'outside'
    | 'undecided'
    | 'thread'
    | 'illustrative'
    | 'unseen'
    | 'grade-d';
  readonly what: LocalText;
}

/** What is to be mended or answered for before a round is approved. */
export function approvalBlocks(
  { findings, examples, conformance, undecided }: GateReport,
  acceptances: readonly Acceptance[],
  openThreads: number,
): readonly GateBlock[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const failed = examples.filter(({ passed }) => !passed);
  const outside = conformance.filter(
    ({ isOwn, state }) => isOwn && (state === 'outside' || state === 'gone'),
  );
  return [
    ...errors.map(({ message }) => ({ kind: 'finding' as const, what: message })),
    ...failed.map(({ name }) => ({ kind: 'example' as const, what: same(name) })),
    ...outside.map(({ parameter }) => ({ kind: 'outside' as const, what: same(parameter) })),
    ...unanswered(undecided, acceptances).map(({ text }) => ({
      kind: 'undecided' as const,
      what: text,
    })),
    ...(openThreads === 0 ? [] : [{ kind: 'thread' as const, what: same(String(openThreads)) }]),
  ];
}

/** What is to be found or answered for before a text is published; a demonstration takes what is invented or not known. */
export function publicationBlocks(
  { illustrative, unseen, gradeD }: Pick<GateReport, 'illustrative' | 'unseen' | 'gradeD'>,
  acceptances: readonly Acceptance[],
  isDemo: boolean,
): readonly GateBlock[] {
  const hard = [
    ...illustrative.map((name) => ({ kind: 'illustrative' as const, what: same(name) })),
    ...unseen.map((name) => ({ kind: 'unseen' as const, what: same(name) })),
  ];
  const hearsay = unanswered(gradeD, acceptances);
  return [
    ...(isDemo ? [] : hard),
    ...hearsay.map(({ text }) => ({ kind: 'grade-d' as const, what: text })),
  ];
}

function unanswered(
  items: readonly Answerable[],
  acceptances: readonly Acceptance[],
): readonly Answerable[] {
  return items.filter((each) =>
    acceptances.every(({ fingerprint }) => fingerprint !== each.fingerprint),
  );
}

function same(text: string): LocalText {
  return { zh: text, en: text };
}
