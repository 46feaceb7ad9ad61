import type { ChangeAlone, EditedSide } from '@tiaoli/diff';
import type { Program } from '@tiaoli/ir';
import type { ScenarioIdentity } from '../result/simulation-result.ts';

/** Rules to be run, without the place that they take in the run. */
export interface Scenario {
  readonly identity: Omit<ScenarioIdentity, 'key'>;
  readonly program: Program;
  /** What the program was bound from, for those who make others of it. */
  readonly edited?: EditedSide;
  /** Of a reform, `changesOf` the baseline and it, by whoever keeps it from one run to the next. */
  readonly alone?: readonly ChangeAlone[];
}

/** A layer whose payments are followed. */
export interface ObservedLayer {
  readonly layer: string;
  /** Member of 支付方. */
  readonly payer: string;
  readonly isFund: boolean;
  /** Id of the definition of its payment. */
  readonly definition: string;
}

/** What of a program is read. */
export interface Observed {
  /** With a definition of the total that the layers share. */
  readonly program: Program;
  /** In the order in which they pay. */
  readonly layers: readonly ObservedLayer[];
  /** Ids of definitions: the total, what the person bears, what of it is cash. */
  readonly total: string;
  readonly person: string;
  readonly cash: string;
  /** Every amount that is added up under its name, those above included. */
  readonly outputs: readonly { readonly name: string; readonly definition: string }[];
}
