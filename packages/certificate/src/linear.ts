import type { Rational } from '@tiaoli/base';
import {
  add,
  compare,
  greatestCommonDivisor,
  leastCommonMultiple,
  multiply,
  negate,
  printRational,
  rational,
  ZERO,
} from '@tiaoli/base';

/** `constant + Σ coefficient × term`, terms by their number in `Terms`; no coefficient is zero. */
export interface Linear {
  readonly constant: Rational;
  readonly coefficients: ReadonlyMap<number, Rational>;
}

export function constant(value: Rational): Linear {
  return { constant: value, coefficients: new Map() };
}

export function single(term: number, coefficient: Rational = rational(1n)): Linear {
  return { constant: ZERO, coefficients: new Map([[term, coefficient]]) };
}

export function isConstant({ coefficients }: Linear): boolean {
  return coefficients.size === 0;
}

export function sum(left: Linear, right: Linear): Linear {
  const coefficients = new Map(left.coefficients);
  for (const [term, coefficient] of right.coefficients) {
    const total = add(coefficients.get(term) ?? ZERO, coefficient);
    if (total.numerator === 0n) coefficients.delete(term);
    else coefficients.set(term, total);
  }
  return { constant: add(left.constant, right.constant), coefficients };
}

export function scale(form: Linear, by: Rational): Linear {
  if (by.numerator === 0n) return constant(ZERO);
  const scaled = [...form.coefficients].map(([term, each]) => [term, multiply(each, by)] as const);
  return { constant: multiply(form.constant, by), coefficients: new Map(scaled) };
}

export function difference(left: Linear, right: Linear): Linear {
  return sum(left, scale(right, rational(-1n)));
}

export function shift(form: Linear, by: Rational): Linear {
  return { ...form, constant: add(form.constant, by) };
}

/** Equal forms have equal keys. */
export function keyOf({ constant: value, coefficients }: Linear): string {
  const parts = [...coefficients]
    .toSorted(([left], [right]) => left - right)
    .map(([term, coefficient]) => `${term}*${printRational(coefficient)}`);
  return [printRational(value), ...parts].join('+');
}

/** `form ≥ 0` as `direction ≥ bound`: integer coefficients without a common divisor, no constant. */
export interface HalfSpace {
  readonly direction: Linear;
  readonly bound: Rational;
}

/** The half space of `form ≥ 0`; the form has at least one term. */
export function halfSpaceOf(form: Linear): HalfSpace {
  const all = [...form.coefficients.values()];
  const denominator = all.map((each) => each.denominator).reduce(leastCommonMultiple, 1n);
  const whole = all.map((each) => (each.numerator * denominator) / each.denominator);
  const [first = 1n, ...others] = whole;
  const content = others.reduce(greatestCommonDivisor, first < 0n ? -first : first);
  const scaled = scale(form, rational(denominator, content));
  return { direction: { ...scaled, constant: ZERO }, bound: negate(scaled.constant) };
}

export function isAtLeast(left: Rational, right: Rational): boolean {
  return compare(left, right) >= 0;
}
