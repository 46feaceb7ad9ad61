import type { Rational } from '@tiaoli/base';
import { add, floor, isInteger, leastCommonMultiple, multiply, rational, ZERO } from '@tiaoli/base';
import type { Gap } from './day-terms.ts';
import type { Linear } from './linear.ts';
import { constant, isConstant, keyOf, single, sum } from './linear.ts';

/** A number that forms are made of: a fact, a part of the state, a rounding, or something that is not looked into. */
export interface Term {
  readonly key: string;
  /** Its values are integers. */
  readonly isWhole: boolean;
  readonly low?: Rational;
  readonly high?: Rational;
  /** It is ⌊form ÷ divisor⌋: `form` has integer coefficients. */
  readonly floor?: { readonly form: Linear; readonly divisor: bigint };
  readonly days?: CountedDays;
  /** It is a form of such days, counted from one. */
  readonly gap?: Gap;
  /** The fact, or the part of the state, that it is. */
  readonly origin?: Origin;
}

/** The `count`-th working day behind a form of whole numbers. */
export interface CountedDays {
  readonly form: Linear;
  readonly count: number;
}

export type Origin =
  | { readonly kind: 'fact'; readonly side: SideName; readonly input: string; readonly at?: string }
  | { readonly kind: 'state'; readonly side: SideName; readonly accumulator: string };

export type SideName = 'before' | 'after';

/** Every term once: what a key means never changes, so that terms may be shared by all parts of a certificate. */
export interface Terms {
  readonly all: Term[];
  readonly numbers: Map<string, number>;
}

export function noTerms(): Terms {
  return { all: [], numbers: new Map() };
}

export function termOf({ all }: Terms, number: number): Term {
  const term = all[number];
  if (!term) throw new RangeError(`no such term: ${number}`);
  return term;
}

export function intern(terms: Terms, term: Term): number {
  const known = terms.numbers.get(term.key);
  if (known !== undefined) return known;
  terms.numbers.set(term.key, terms.all.length);
  return terms.all.push(term) - 1;
}

/** Its value is an integer wherever its terms are. */
export function isWholeForm(terms: Terms, form: Linear): boolean {
  return isInteger(form.constant) && hasWholeTerms(terms, form);
}

/** The terms are integers, and so are their coefficients. */
export function hasWholeTerms(terms: Terms, { coefficients }: Linear): boolean {
  return [...coefficients].every(
    ([term, coefficient]) => isInteger(coefficient) && termOf(terms, term).isWhole,
  );
}

/** ⌊form⌋: what is a whole number of a term comes out of the brackets, the rest is a term of its own. */
export function floorOf(terms: Terms, form: Linear): Linear {
  if (isConstant(form)) return constant(rational(floor(form.constant)));
  const taken = new Map<number, Rational>();
  const left = new Map<number, Rational>();
  for (const [term, coefficient] of form.coefficients) {
    const whole = termOf(terms, term).isWhole ? rational(floor(coefficient)) : ZERO;
    const rest = add(coefficient, multiply(whole, rational(-1n)));
    if (whole.numerator !== 0n) taken.set(term, whole);
    if (rest.numerator !== 0n) left.set(term, rest);
  }
  const own = rational(floor(form.constant));
  const rest = { constant: add(form.constant, multiply(own, rational(-1n))), coefficients: left };
  const inside = left.size === 0 ? constant(ZERO) : single(floorTerm(terms, rest));
  return sum({ constant: own, coefficients: taken }, inside);
}

function floorTerm(terms: Terms, form: Linear): number {
  const parts = [...form.coefficients.values()];
  const divisor = parts.map(({ denominator }) => denominator).reduce(leastCommonMultiple, 1n);
  // Terms that are whole come in steps of one ÷ divisor: the constant counts in such steps only.
  const isStepped = [...form.coefficients.keys()].every((term) => termOf(terms, term).isWhole);
  const size = isStepped ? divisor : leastCommonMultiple(divisor, form.constant.denominator);
  const own = multiply(form.constant, rational(size));
  const constantPart = isStepped ? rational(floor(own)) : own;
  const scaled = {
    constant: constantPart,
    coefficients: new Map(
      [...form.coefficients].map(([term, each]) => [term, multiply(each, rational(size))] as const),
    ),
  };
  return internFloor(terms, scaled, size);
}

/** The term ⌊form ÷ divisor⌋; the form has integer coefficients, the divisor is positive. */
export function internFloor(terms: Terms, form: Linear, divisor: bigint): number {
  const key = `⌊(${keyOf(form)}) ÷ ${divisor}⌋`;
  return intern(terms, { key, isWhole: true, floor: { form, divisor } });
}

/** Something of which only this is known: it is the same wherever its key is. */
export function internUnread(terms: Terms, key: string): number {
  return intern(terms, { key, isWhole: false });
}
