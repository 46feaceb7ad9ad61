import type { LocalText } from '@tiaoli/base';
import type { BoundScenario } from '../bind-scenario.ts';
import type { PlaceChain } from '../places-of-documents.ts';

/** What a text would do to funds and people, on an invented sample of its province; or why nobody can say. */
export type GateImpact =
  | MeasuredImpact
  | { readonly kind: 'not-measured'; readonly reason: LocalText };

/** Both sides over the same people and claims of one year. Amounts are exact decimals of yuan, as texts. */
export interface MeasuredImpact {
  readonly kind: 'measured';
  readonly population: ImpactPopulation;
  /** Whose claims are run: of one scheme or `all`, of one city or `all`. */
  readonly scheme: string;
  readonly city: string;
  readonly baseline: ImpactSide;
  readonly reform: ImpactSide;
  /** Yuan that all funds pay, and that people bear. */
  readonly fund: ImpactChange;
  readonly person: ImpactChange;
  /** In the order in which they pay. */
  readonly byLayer: readonly ImpactLayer[];
  readonly better: ImpactSided;
  readonly worse: ImpactSided;
  /** People. */
  readonly same: ImpactFigure;
  /** What is taken for granted without a source, a sentence each. */
  readonly assumptions: readonly LocalText[];
  /** Claims that the figures leave out, though the rules are about them: of these people nothing is known. */
  readonly notSettled: readonly ImpactGap[];
}

export interface ImpactGap {
  /** Of one of both sides, as the rules say it: a value that was not seen, a fact beyond its bounds. */
  readonly reason: string;
  readonly side: 'baseline' | 'reform';
  readonly claims: number;
}

/** An invented sample. */
export interface ImpactPopulation {
  readonly province: string;
  readonly preset: string;
  readonly seed: number;
  readonly year: number;
  /** Rows of the sample. */
  readonly persons: number;
  readonly claims: number;
  /** People that the sample stands for, a decimal. */
  readonly weighted: string;
  /** Of its files. */
  readonly root: string;
  /** Published figures that it meets. */
  readonly targets: number;
  /** Those that were measured under rules with invented values. */
  readonly illustrativeTargets: readonly LocalText[];
}

export interface ImpactSide {
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
  /** Names of invented values. */
  readonly illustrative: readonly string[];
}

/** `error`: standard error by replicate weights, in the unit of the value. */
export interface ImpactFigure {
  readonly value: string;
  readonly error?: number;
}

export interface ImpactChange {
  readonly baseline: ImpactFigure;
  readonly reform: ImpactFigure;
  readonly change: ImpactFigure;
}

export interface ImpactLayer {
  readonly layer: string;
  readonly payer: string;
  readonly amount: ImpactChange;
}

/** People on one side of the change, and what they gain or lose together. */
export interface ImpactSided {
  readonly people: ImpactFigure;
  readonly amount: ImpactFigure;
}

/** Two sets of rules to be run over the people of a place. */
export interface ImpactQuestion {
  /** The place of the document. */
  readonly chain: PlaceChain;
  readonly baseline: BoundScenario;
  readonly reform: BoundScenario;
  /** Another document that is in force beside them; undefined where there is none. */
  readonly beside: (document: string) => BoundScenario | undefined;
}

/** Measures an impact; handed to the gate by whoever has populations. */
export type MeasureImpact = (
  question: ImpactQuestion,
  onProgress: (done: number, total: number) => void,
) => Promise<GateImpact>;
