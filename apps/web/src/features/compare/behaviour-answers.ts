import type { DifferenceState, Direction } from '@tiaoli/diff';
import type { EncodedCase } from '@tiaoli/settlement';
import type { CitedText, SettledForm } from '@tiaoli/workspace';

/** What `POST /api/compare/jobs` answers: under which name the comparison of two sides is found. */
export interface BegunAnswer {
  readonly job: string;
}

/** What `GET /api/compare/jobs/…` answers. */
export type JobAnswer =
  | { readonly kind: 'waiting'; readonly ahead: number }
  | {
      readonly kind: 'running';
      readonly progress?: { readonly done: number; readonly of: number; readonly name: string };
    }
  | { readonly kind: 'failed' }
  /** The intent cannot be read: why, and what to write instead. */
  | { readonly kind: 'refused'; readonly reasons: readonly string[] }
  | { readonly kind: 'done'; readonly answer: BehaviourAnswer };

/** What two versions do with every claim, in sentences of one language; plain JSON. */
export interface BehaviourAnswer {
  readonly summary: string;
  /** Where an intent was declared. */
  readonly verdict?: VerdictAnswer;
  readonly isComplete: boolean;
  /** `YYYY-MM-DD`: on which day each side is in force as it was compared. */
  readonly days: { readonly old: string; readonly new: string };
  readonly assumptions: readonly string[];
  readonly illustrative: readonly string[];
  readonly notCompared: readonly string[];
  readonly onlyOld: readonly string[];
  readonly onlyNew: readonly string[];
  /** Edits that provably change no result, and clauses of which only the words are others. */
  readonly withoutEffect: readonly string[];
  readonly wordsOnly: readonly string[];
  /** Facts that tell regions apart, by id. */
  readonly facts: Readonly<Record<string, FactAnswer>>;
  readonly results: readonly ResultAnswer[];
  readonly work: WorkAnswer;
}

/** What was looked at: in one sentence, and result by result. */
export interface WorkAnswer {
  readonly text: string;
  readonly heads: readonly string[];
  /** As many cells as there are heads. */
  readonly rows: readonly (readonly string[])[];
}

/** Whether nothing but the intent changed; a sentence for each region that says otherwise. */
export interface VerdictAnswer {
  readonly text: string;
  readonly holds: 'yes' | 'no' | 'unknown';
  readonly inside: 'changed' | 'unchanged' | 'unknown';
  readonly breaches: readonly string[];
  readonly unconfirmed: readonly string[];
  readonly rounding: readonly string[];
}

export interface FactAnswer {
  readonly name: string;
  /** How its values are called; those not named are called as they are. */
  readonly words: Readonly<Record<string, string>>;
}

export interface ResultAnswer {
  readonly name: string;
  /** A result of the claim, or what it leaves behind. */
  readonly kind: 'result' | 'state';
  readonly isMoney: boolean;
  /** Days come earlier or later, they do not become less. */
  readonly isDate: boolean;
  /** What the person bears (the national field `psn_part_amt`). */
  readonly isPersonsShare: boolean;
  /** What a layer pays. */
  readonly isLayer: boolean;
  readonly state: DifferenceState;
  readonly stateText: string;
  readonly bounds: string;
  /** Where only claims one after the other show it: those claims, in a sentence. */
  readonly sequence?: string;
  readonly regions: readonly RegionAnswer[];
  /** Facts that tell its regions apart, those that tell most first. */
  readonly axes: readonly Axis[];
}

/** A fact that tells regions apart, by its id. */
export interface Axis {
  readonly fact: string;
  readonly classes: readonly FactClass[];
}

/** Values of a fact under which nothing differs from each other: one row, one column. */
export interface FactClass {
  readonly values: readonly string[];
}

export interface RegionAnswer {
  /** Its place among the regions of the result. */
  readonly at: number;
  /** By the ids of facts: values that it holds for; a fact that is not named is free. */
  readonly facts: Readonly<Record<string, readonly string[]>>;
  /** For whom, in words; empty where it is everybody. */
  readonly condition: string;
  readonly state: DifferenceState;
  readonly stateText: string;
  readonly bounds: string;
  readonly direction: Direction;
  /** The larger of the two ends without its sign, in fen (`printRational` text); of money with both bounds alone. */
  readonly most?: string;
  /** The same as people read it. */
  readonly mostText?: string;
  /** How the difference goes with an amount, in a sentence. */
  readonly slope?: string;
  /** Why nothing, or no more, was decided. */
  readonly reasons: readonly string[];
  readonly causes: readonly CauseAnswer[];
  /** Cases that were settled on both sides, a sentence each; the one furthest from nothing is `furthest`. */
  readonly examples: readonly string[];
  readonly furthest: number;
  /** Among the examples: the smallest with a difference of a yuan or more, where there is one, and what it is called. */
  readonly smallest?: { readonly at: number; readonly title: string };
}

/** Rules of one clause that are another on the two sides. */
export interface CauseAnswer {
  readonly names: readonly string[];
  /** Layers that they belong to. */
  readonly layers: readonly string[];
  readonly before?: CitedText;
  readonly after?: CitedText;
}

/** What `GET /api/compare/jobs/…/case` answers: one case, settled on both sides. */
export interface CaseAnswer {
  readonly name: string;
  /** The result is a number, so that it can be shown over another. */
  readonly isNumber: boolean;
  readonly text: string;
  /** The result is that of all claims together, not of the last one. */
  readonly isYear?: true;
  /** As `calc` takes it. */
  readonly input: EncodedCase;
  readonly old: SettledSide;
  readonly new: SettledSide;
}

export interface SettledSide {
  readonly document: string;
  readonly path: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
  /** What the comparison found, and what the documents give as they are now. */
  readonly found: string;
  readonly settled: SettledForm;
  /** The documents still give what the comparison found. */
  readonly agrees: boolean;
}
