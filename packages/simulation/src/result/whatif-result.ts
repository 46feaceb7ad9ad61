import type { LocalText } from '@tiaoli/base';
import type { Decimal, Estimate, RatioKind } from './simulation-result.ts';

/** How far the change of the fund hangs on what is assumed of the claims: both ends of each assumption, largest first. */
export interface Sensitivity {
  readonly bars: readonly SensitivityBar[];
}

export interface SensitivityBar {
  readonly kind: 'utilisation' | 'cost' | 'tail';
  readonly name: LocalText;
  /** Change of the fund in yuan with less of it, and with more. */
  readonly less: Estimate;
  readonly more: Estimate;
}

/** What the policy comes to with other values of one number. */
export interface Sweep {
  readonly parameter: string;
  /** Of a table. */
  readonly cell?: string;
  readonly unit: 'money' | 'rate' | 'integer';
  /** In ascending order. */
  readonly points: readonly SweepPoint[];
}

export interface SweepPoint {
  /** Yuan, per one, or a whole number. */
  readonly value: Decimal;
  /** What the reform itself says. */
  readonly isProposed: boolean;
  /** What the baseline says. */
  readonly isBaseline: boolean;
  /** Changes against the baseline, in yuan. */
  readonly fund: Estimate;
  readonly person: Estimate;
  readonly ratios: readonly { readonly kind: RatioKind; readonly value: number }[];
}

/** The value of a number at which a figure comes nearest to a target. */
export interface Solution {
  readonly parameter: string;
  readonly cell?: string;
  readonly unit: Sweep['unit'];
  readonly target: SolveTarget;
  /**
   * `out-of-reach`: no value of the grid comes to it; `not-monotone`: the figure rises and falls, so that there may be
   * several; `too-many-runs`: it was not found within the runs allowed.
   */
  readonly outcome: 'found' | 'out-of-reach' | 'not-monotone' | 'too-many-runs';
  /** The nearest point of the grid, of those that were run. */
  readonly nearest?: SweepPoint;
  /** Everything that was run, in ascending order. */
  readonly tried: readonly SweepPoint[];
}

export type SolveTarget =
  /** What all funds pay in the year, or how much more than under the baseline, in yuan. */
  | { readonly kind: 'fund' | 'change'; readonly value: Decimal }
  /** A share of 1. */
  | { readonly kind: RatioKind; readonly value: Decimal };
