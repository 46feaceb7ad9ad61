import type { Rational } from '@tiaoli/base';
import { compare, negate, rational, ZERO } from '@tiaoli/base';
import type { Facts, State } from '@tiaoli/interpreter';
import type { Expr } from '@tiaoli/ir';
import type { Known } from './known.ts';
import type { Linear } from './linear.ts';
import { scale, shift } from './linear.ts';
import type { Difference } from './results.ts';
import type { Tree } from './tree.ts';
import { isShown } from './tree.ts';

/** Everything that a comparison claims of two programs, with what shows it. */
export interface Certificate {
  readonly before: CertifiedSide;
  readonly after: CertifiedSide;
  /** The hash of the calendar by which working days were counted, where any were. */
  readonly calendar?: string;
  readonly assumptions: readonly Assumption[];
  readonly results: readonly CertifiedResult[];
}

export interface CertifiedSide {
  /** `ID@VERSION`: where the program is found. */
  readonly reference: string;
  /** `meaningHash` of the program as it was compared. */
  readonly meaning: string;
}

/** What every case obeys of which something is claimed. */
export type Assumption =
  /** A declared invariant of facts: it is enforced where claims are settled. */
  | { readonly kind: 'fact'; readonly condition: Expr }
  /** Something about the accumulators, shown to hold at first and to be kept by both steps. */
  | {
      readonly kind: 'state';
      readonly condition: Expr;
      readonly before: Tree;
      readonly after: Tree;
    };

export interface CertifiedResult {
  /** `Result.key` */
  readonly key: string;
  readonly claims: readonly Claim[];
  readonly tree: Tree;
}

/** What is claimed of one part of the domain. */
export interface Claim {
  /** The values of the facts that tell it from the rest, by input (of sets see `partOf`); facts that are not named are free. */
  readonly facts: ReadonlyMap<string, readonly string[]>;
  readonly state: ClaimState;
  /** Bounds of after − before. */
  readonly low?: Rational;
  readonly high?: Rational;
  /** It may also be 不适用, or undetermined, on one side alone. */
  readonly besides: readonly Beside[];
  readonly witnesses: readonly Witness[];
  /** Why nothing of it is shown here. */
  readonly uncertified?: string;
}

export const claimStates = [
  'same-form',
  'same-proved',
  'rounding',
  'changed-exact',
  'changed-bounded',
  'undecided',
] as const;

export type ClaimState = (typeof claimStates)[number];

export const besides = ['applicability', 'one-sided'] as const;

export type Beside = (typeof besides)[number];

/** A claim and the state before it, and what it is for: an end of the change, or that there is one. */
export interface Witness {
  readonly facts: Facts;
  readonly state: State;
}

export function isCertified({ state, uncertified }: Claim): boolean {
  return state !== 'undecided' && uncertified === undefined;
}

export function isSameClaim({ state }: Claim): boolean {
  return state === 'same-form' || state === 'same-proved';
}

/** The bounds that are to be shown; undefined where none are claimed. */
export function endsOf(claim: Claim): { readonly low?: Rational; readonly high?: Rational } {
  if (isSameClaim(claim)) return { low: ZERO, high: ZERO };
  const { low, high } = claim;
  return { ...(low && { low }), ...(high && { high }) };
}

/** What a difference must be for a bound: never below zero. */
export function marginBelow(form: Linear, low: Rational): Linear {
  return shift(form, negate(low));
}

export function marginAbove(form: Linear, high: Rational): Linear {
  return shift(scale(form, rational(-1n)), high);
}

/** Whether a claim is true of a part in which the difference is this. */
export function isMet(
  claim: Claim,
  difference: Difference,
  known: Known,
  leaf: Extract<Tree, { kind: 'shown' }>,
): boolean {
  const { low, high } = endsOf(claim);
  switch (difference.kind) {
    case 'open':
      return false;
    case 'status':
      return claim.besides.includes(difference.isApplicability ? 'applicability' : 'one-sided');
    case 'unlike':
      return claim.state === 'changed-exact';
    case 'neither':
      return true;
    case 'alike':
      return (!low || compare(low, ZERO) <= 0) && (!high || compare(high, ZERO) >= 0);
    case 'amount': {
      const { form } = difference;
      return (
        (!low || isShown(known, marginBelow(form, low), leaf.low)) &&
        (!high || isShown(known, marginAbove(form, high), leaf.high))
      );
    }
  }
}
