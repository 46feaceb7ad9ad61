import type { Rational } from '@tiaoli/base';
import { add, compare, floor, multiply, negate, rational } from '@tiaoli/base';
import type { HalfSpace, Linear } from './linear.ts';
import { halfSpaceOf, isConstant, keyOf, scale, single } from './linear.ts';
import type { Terms } from './terms.ts';
import { hasWholeTerms, termOf } from './terms.ts';

/** Something that a case either is or is not. */
export type Question =
  /** A linear form is at least `bound`. */
  | { readonly kind: 'number'; readonly direction: Linear; readonly bound: Rational }
  /** A fact with single values has one of `values`. */
  | { readonly kind: 'among'; readonly source: string; readonly values: readonly string[] }
  /** A set holds at least one of `values`. */
  | { readonly kind: 'holds'; readonly source: string; readonly values: readonly string[] };

/** A half space in which all cases lie: `direction ≥ bound`, or above it. */
export interface Bounded extends HalfSpace {
  readonly isStrict: boolean;
}

/** What is known of the cases of one part of the domain: nothing but what was asked on the way to it. */
export interface Known {
  readonly terms: Terms;
  /** In the order of the questions with a form. */
  readonly bounded: readonly Bounded[];
  /** By the key of the direction: the greatest bound known. */
  readonly byDirection: ReadonlyMap<string, Bounded>;
  readonly among: readonly Said[];
  readonly holds: readonly Said[];
  /** The values that a fact may have at all, by source; unlisted where it may have any. */
  readonly domains: ReadonlyMap<string, readonly string[]>;
}

interface Said {
  readonly source: string;
  readonly values: readonly string[];
  readonly answer: boolean;
}

export function nothingKnown(terms: Terms, domains: Known['domains']): Known {
  return { terms, bounded: [], byDirection: new Map(), among: [], holds: [], domains };
}

/** What is known once a question is answered. */
export function withAnswer(known: Known, question: Question, answer: boolean): Known {
  if (question.kind === 'number') return withBound(known, question, answer);
  const { kind, source, values } = question;
  return { ...known, [kind]: [...known[kind], { source, values, answer }] };
}

function withBound(known: Known, question: HalfSpace, answer: boolean): Known {
  const own = boundedBy(known.terms, question, answer);
  const key = keyOf(own.direction);
  const before = known.byDirection.get(key);
  const isBetter = !before || compare(own.bound, before.bound) > 0 || isStricter(own, before);
  return {
    ...known,
    bounded: [...known.bounded, own],
    byDirection: isBetter ? new Map([...known.byDirection, [key, own]]) : known.byDirection,
  };
}

function isStricter(own: Bounded, other: Bounded): boolean {
  return compare(own.bound, other.bound) === 0 && own.isStrict && !other.isStrict;
}

/** `direction ≥ bound`, or its opposite: of whole numbers `direction ≤ bound − 1`, of others `direction < bound`. */
function boundedBy(terms: Terms, { direction, bound }: HalfSpace, answer: boolean): Bounded {
  const isWhole = hasWholeTerms(terms, direction);
  if (answer) return { direction, bound: isWhole ? ceiling(bound) : bound, isStrict: false };
  const opposite = scale(direction, rational(-1n));
  if (!isWhole) return { direction: opposite, bound: negate(bound), isStrict: true };
  const below = add(ceiling(bound), rational(-1n));
  return { direction: opposite, bound: negate(below), isStrict: false };
}

function ceiling(value: Rational): Rational {
  return rational(-floor(negate(value)));
}

/** Whether `form ≥ 0` in every case known of, or in none; undefined where that is not plain. */
export function decideForm(known: Known, form: Linear): boolean | undefined {
  if (isConstant(form)) return form.constant.numerator >= 0n;
  const { direction, bound } = halfSpaceOf(form);
  const low = lowestOf(known, direction);
  if (low && compare(low.bound, bound) >= 0) return true;
  const opposite = lowestOf(known, scale(direction, rational(-1n)));
  if (!opposite) return undefined;
  const side = compare(negate(opposite.bound), bound);
  return side < 0 || (side === 0 && opposite.isStrict) ? false : undefined;
}

/** The greatest bound below which a direction is known not to be: one that was asked for, or from the ranges of its terms. */
function lowestOf(
  known: Known,
  direction: Linear,
): Pick<Bounded, 'bound' | 'isStrict'> | undefined {
  const asked = known.byDirection.get(keyOf(direction));
  const ranged = leastByRanges(known.terms, direction);
  if (!ranged) return asked;
  if (asked && compare(asked.bound, ranged) >= 0) return asked;
  return { bound: ranged, isStrict: false };
}

/** Between which bounds a whole term is known to be; an end that is not known is open. */
export function rangeOfTerm(
  known: Known,
  term: number,
): { readonly low?: Rational; readonly high?: Rational } {
  const low = lowestOf(known, single(term));
  const high = lowestOf(known, single(term, rational(-1n)));
  return { ...(low && { low: low.bound }), ...(high && { high: negate(high.bound) }) };
}

function leastByRanges(terms: Terms, { coefficients, constant }: Linear): Rational | undefined {
  let total = constant;
  for (const [number, coefficient] of coefficients) {
    const { low, high } = termOf(terms, number);
    const end = coefficient.numerator > 0n ? low : high;
    if (!end) return undefined;
    total = add(total, multiply(coefficient, end));
  }
  return total;
}

/** Whether a question about facts with listed values is answered; undefined where it is open. */
export function decideFact(
  known: Known,
  { kind, source, values }: Exclude<Question, { kind: 'number' }>,
): boolean | undefined {
  return kind === 'among' ? decideAmong(known, source, values) : decideHolds(known, source, values);
}

function decideAmong(known: Known, source: string, values: readonly string[]): boolean | undefined {
  const left = valuesLeft(known, source);
  if (left) {
    if (left.every((each) => values.includes(each))) return true;
    return left.some((each) => values.includes(each)) ? undefined : false;
  }
  const excluded = known.among.flatMap((said) =>
    said.source === source && !said.answer ? said.values : [],
  );
  return values.every((each) => excluded.includes(each)) ? false : undefined;
}

/** The values that a fact may still have; undefined where it may be any text but some. */
export function valuesLeft(known: Known, source: string): readonly string[] | undefined {
  let left = known.domains.get(source);
  for (const said of known.among) {
    if (said.source !== source) continue;
    if (said.answer) left = left ? left.filter((each) => said.values.includes(each)) : said.values;
  }
  const excluded = known.among.flatMap((said) =>
    said.source === source && !said.answer ? said.values : [],
  );
  return left?.filter((each) => !excluded.includes(each));
}

function decideHolds(
  { holds, domains }: Known,
  source: string,
  values: readonly string[],
): boolean | undefined {
  const own = holds.filter((said) => said.source === source);
  const without = own.flatMap((said) => (said.answer ? [] : said.values));
  const domain = domains.get(source);
  const possible = values.filter(
    (each) => !without.includes(each) && (domain?.includes(each) ?? true),
  );
  if (possible.length === 0) return false;
  const isHeld = own.some(
    (said) =>
      said.answer && said.values.every((each) => possible.includes(each) || without.includes(each)),
  );
  return isHeld ? true : undefined;
}

/** No case has such facts. */
export function isEmpty(known: Known): boolean {
  const sources = new Set(known.among.map(({ source }) => source));
  const isNowhere = [...sources].some((source) => valuesLeft(known, source)?.length === 0);
  return (
    isNowhere ||
    known.holds.some(
      ({ source, values, answer }) => answer && decideHolds(known, source, values) === false,
    )
  );
}
