import type { Rational } from '@tiaoli/base';
import { add, floor, leastCommonMultiple, negate, rational, subtract } from '@tiaoli/base';
import type { Known, Question } from './known.ts';
import type { Linear } from './linear.ts';
import { constant, difference, isConstant, scale, shift, single, sum } from './linear.ts';
import { hasWholeTerms, isWholeForm, termOf } from './terms.ts';

/** The parts that a domain was cut into, and what shows of each that the claims hold. */
export type Tree =
  | { readonly kind: 'ask'; readonly question: Question; readonly yes: Tree; readonly no: Tree }
  /** No case is here: what is known adds up to a number below zero that is not below zero. */
  | { readonly kind: 'impossible'; readonly by: readonly Share[] }
  /** No case is here: it would break an assumption. */
  | { readonly kind: 'refused'; readonly assumption: number }
  /** The difference follows from what is known, and lies between its bounds. */
  | { readonly kind: 'shown'; readonly low: readonly Share[]; readonly high: readonly Share[] }
  /** Nothing is said of the cases here. */
  | { readonly kind: 'open' };

/** So many times something that is known not to be below zero. */
export interface Share {
  readonly of: ShareKind;
  /** Which question with a form on the way here, from 0; or the number of a term. */
  readonly at: number;
  readonly times: Rational;
}

/** `path`: a question answered; `low`, `high`: an end of a term's range; `rest`, `full`: what a rounding leaves over. */
export type ShareKind = 'path' | 'low' | 'high' | 'rest' | 'full';

/** Σ times × fact; undefined where one of them is no fact here, or taken a negative number of times. */
export function combination(known: Known, shares: readonly Share[]): Linear | undefined {
  let total = constant(rational(0n));
  for (const share of shares) {
    const fact = factOf(known, share);
    if (!fact || share.times.numerator < 0n) return undefined;
    total = sum(total, scale(fact, share.times));
  }
  return total;
}

/** Something that is never below zero here. */
export function factOf({ terms, bounded }: Known, { of, at }: Share): Linear | undefined {
  if (of === 'path') {
    const known = bounded[at];
    return known && shift(known.direction, negate(known.bound));
  }
  if (at >= terms.all.length) return undefined;
  const { low, high, floor: rounding } = termOf(terms, at);
  if (of === 'low') return low && shift(single(at), negate(low));
  if (of === 'high') return high && shift(single(at, rational(-1n)), high);
  if (!rounding) return undefined;
  const { form, divisor } = rounding;
  const rest = difference(form, single(at, rational(divisor)));
  if (of === 'rest') return rest;
  const most = isWholeForm(terms, form) ? divisor - 1n : divisor;
  return shift(scale(rest, rational(-1n)), rational(most));
}

/** Whether the shares add up to something below zero: nothing can be here. */
export function isContradiction(here: Known, shares: readonly Share[]): boolean {
  const total = combination(here, shares);
  return total !== undefined && isConstant(total) && total.constant.numerator < 0n;
}

/** Whether the form is never below zero: it is the shares and a number that is not, whole values counted up. */
export function isShown(here: Known, form: Linear, shares: readonly Share[]): boolean {
  const total = combination(here, shares);
  if (!total) return false;
  const rest = difference(form, total);
  return isConstant(rest) && leastValue(here, form, rest.constant).numerator >= 0n;
}

/** The least value that a form can have which is at least `low`: its values may come in steps. */
function leastValue({ terms }: Known, form: Linear, low: Rational): Rational {
  const parts = [...form.coefficients.values()].map(({ denominator }) => denominator);
  const steps = rational(parts.reduce(leastCommonMultiple, 1n));
  const scaled = scale(form, steps);
  if (!hasWholeTerms(terms, scaled)) return low;
  // Values are the constant and whole steps.
  const above = subtract(scale(constant(low), steps).constant, scaled.constant);
  const whole = rational(-floor(negate(above)));
  return scale(constant(add(scaled.constant, whole)), rational(1n, steps.numerator)).constant;
}
