import type { LocalText, Rational } from '@tiaoli/base';
import type { Facts, Outcome, State } from '@tiaoli/interpreter';
import type { ClauseRef, Expr, Program, ValueType } from '@tiaoli/ir';
import type { CellCounts, CellFacts, GaveUp } from '@tiaoli/regions';

/** What two versions do with every claim: each result of the step, and what it leaves behind, compared. */
export interface Behaviour {
  /** As they were compared: for any day, the later one under the ids of the earlier. */
  readonly before: Program;
  readonly after: Program;
  readonly results: readonly ResultDifference[];
  /** Names of results that one side alone has. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
  /** Cases that are not the same on both sides, and were not compared. */
  readonly unlike: readonly LocalText[];
  /** Under which the comparison holds, in words. */
  readonly assumptions: readonly LocalText[];
  /** What both steps were proved to keep of the state, and what was used. */
  readonly keptState: readonly Expr[];
  /** Every result is accounted for, and what is not listed as changed is proved the same. */
  readonly isComplete: boolean;
}

export interface ResultDifference {
  /** Which result it is, unlike any other of the comparison. Never shown. */
  readonly key: string;
  readonly name: string;
  /** A result of the claim, or what the claim leaves for those after it. */
  readonly kind: 'result' | 'state';
  readonly type: ValueType;
  /** The gravest of its regions. */
  readonly state: DifferenceState;
  /** Proved bounds of after − before over all regions, in the unit of the type; absent where none is known. */
  readonly low?: Rational;
  readonly high?: Rational;
  readonly regions: readonly Region[];
  readonly counts: CellCounts;
  /** Of what a claim leaves behind, where no result of the claim itself is another: it changes the claims after it. */
  readonly onlyLater?: true;
  /** Of what shows in later claims alone, or may: claims one after the other that show it; absent where none were found. */
  readonly sequence?: ClaimSequence;
}

/** Claims of a person from the first on, each side from the state that it makes itself. */
export interface ClaimSequence {
  readonly claims: readonly Facts[];
  /** The result of the last claim that is another. */
  readonly result: { readonly name: string; readonly type: ValueType };
  readonly before: Outcome;
  readonly after: Outcome;
}

export type DifferenceState =
  | 'same-form'
  | 'same-proved'
  | 'rounding'
  | 'changed-exact'
  | 'changed-bounded'
  | 'applicability'
  | 'one-sided'
  | 'undecided';

/** A part of the domain with one conclusion. */
export interface Region {
  /** Values of the facts that tell it from the rest, by `InputDeclaration.id`; free where not named. */
  readonly facts: CellFacts;
  readonly state: DifferenceState;
  readonly low?: Rational;
  readonly high?: Rational;
  /** Settled on both sides: at the ends of the difference, or where it applies to one side alone. */
  readonly examples: readonly ComparedCase[];
  /** Settled on both sides: the smallest one in which money differs by a yuan or more, where there is one. */
  readonly smallest?: SmallestCompared;
  /** How the difference goes with an amount of `smallest`, everything else as there. */
  readonly slope?: RegionSlope;
  /** Why nothing, or no more, was decided. */
  readonly reasons: readonly OpenReason[];
  readonly causes: readonly Cause[];
}

export interface SmallestCompared extends ComparedCase {
  /** Proved: there is none that is smaller. */
  readonly isLeast: boolean;
}

/** From `from` to `to` (fen) of an amount after − before is a line. */
export interface RegionSlope {
  /** `InputDeclaration.id`. */
  readonly input: string;
  readonly name: string;
  readonly from: Rational;
  readonly to: Rational;
  /** Of after − before, by one more of the amount: fen by fen. Never zero. */
  readonly slope: Rational;
  /** The sides move apart with more of the amount, not together. */
  readonly isGrowing: boolean;
  /** Rounding moves it by few fen. */
  readonly isRounded: boolean;
}

/** `kept-otherwise`: an accumulator for another period, by other keys or on another date, so that later claims differ. */
export type OpenReason = GaveUp | 'contradicted' | 'kept-otherwise';

/** A claim and the state before it, with what each side gives. */
export interface ComparedCase {
  readonly facts: Facts;
  readonly state: State;
  readonly before: Outcome;
  readonly after: Outcome;
}

/** A definition that is another on the two sides and that the result reads. */
export interface Cause {
  readonly name: string;
  /** `Definition.id`. */
  readonly definition: string;
  readonly declaration: string;
  readonly clause?: ClauseRef;
}

const gravity: readonly DifferenceState[] = [
  'same-form',
  'same-proved',
  'rounding',
  'changed-exact',
  'changed-bounded',
  'applicability',
  'one-sided',
  'undecided',
];

export function gravest(states: readonly DifferenceState[]): DifferenceState {
  return gravity[Math.max(0, ...states.map((state) => gravity.indexOf(state)))] ?? 'same-form';
}

export function isSame(state: DifferenceState): boolean {
  return state === 'same-form' || state === 'same-proved';
}
