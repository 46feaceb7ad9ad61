import type { DayNumber, Rational } from '@tiaoli/base';
import { add, compare, isInteger, multiply, rational, ZERO } from '@tiaoli/base';
import type { DayCalendar, Stretch } from './day-calendar.ts';
import { workingDayBehind } from './day-calendar.ts';
import type { Known } from './known.ts';
import { rangeOfTerm } from './known.ts';
import type { Linear } from './linear.ts';
import { difference, keyOf, single, sum } from './linear.ts';
import type { Terms } from './terms.ts';
import { intern, termOf } from './terms.ts';

/** The term of the `count`-th working day behind a form of whole numbers. */
export function internDays(terms: Terms, form: Linear, count: number): number {
  const key = `days ${count} behind (${keyOf(form)})`;
  return intern(terms, { key, isWhole: true, days: { form, count } });
}

/** What a gap is made of: terms of days that are counted from one term, and that term, on a stretch of it. */
export interface Gap {
  readonly form: Linear;
  readonly from: number;
  readonly on: Stretch;
}

/** So many days are looked at one by one, at most: some thirty years. */
const mostDays = 12_000;

/**
 * The term of a form that is made of one day alone, with the range that it has on a stretch of that day. Undefined where it
 * is made of something else too, where a day cannot be counted from, and where the stretch is long.
 */
export function internGap(calendar: DayCalendar, terms: Terms, gap: Gap): number | undefined {
  const { form, from, on } = gap;
  if (on.low > on.high || on.high - on.low > mostDays || !termOf(terms, from).isWhole) {
    return undefined;
  }
  const key = `gap (${keyOf(form)}) from ${from} on ${on.low}..${on.high}`;
  const known = terms.numbers.get(key);
  if (known !== undefined) return known;
  let [low, high]: [Rational | undefined, Rational | undefined] = [undefined, undefined];
  for (let day = on.low; day <= on.high; day += 1) {
    const value = valueOn(calendar, terms, form, { from, day });
    if (!value) return undefined;
    if (!low || compare(value, low) < 0) low = value;
    if (!high || compare(value, high) > 0) high = value;
  }
  const isWhole = [form.constant, ...form.coefficients.values()].every(isInteger);
  return low && high && intern(terms, { key, isWhole, low, high, gap });
}

/** The value of a form where one term is a day; undefined where it is made of another, or the day cannot be counted from. */
function valueOn(
  calendar: DayCalendar,
  terms: Terms,
  form: Linear,
  at: { readonly from: number; readonly day: DayNumber },
): Rational | undefined {
  let total = form.constant;
  for (const [number, coefficient] of form.coefficients) {
    const { days } = termOf(terms, number);
    const start = days && valueOn(calendar, terms, days.form, at);
    const counted = start && workingDayBehind(calendar, Number(start.numerator), days.count);
    const day = number === at.from ? at.day : counted;
    if (day === undefined) return undefined;
    total = add(total, multiply(coefficient, rational(BigInt(day))));
  }
  return total;
}

/** A form in which days that are counted from one day are taken together, where it is known between which days that is. */
export function withGaps(calendar: DayCalendar, known: Known, form: Linear): Linear {
  const { terms } = known;
  const counted = [...form.coefficients.keys()].filter((each) => termOf(terms, each).days);
  const origins = new Set(counted.map((each) => originOf(terms, each)));
  const [from] = origins;
  if (from === undefined || origins.size > 1) return form;
  const { low, high } = rangeOfTerm(known, from);
  if (!low || !high) return form;
  const own = [...form.coefficients].filter(([each]) => each === from || counted.includes(each));
  const part: Linear = { constant: ZERO, coefficients: new Map(own) };
  const on = { low: Number(low.numerator), high: Number(high.numerator) };
  const gap = internGap(calendar, terms, { form: part, from, on });
  return gap === undefined ? form : sum(difference(form, part), single(gap));
}

/** The one term from which days are counted, one after the other. */
function originOf(terms: Terms, number: number): number | undefined {
  const { days } = termOf(terms, number);
  if (!days) return number;
  const origins = new Set([...days.form.coefficients.keys()].map((each) => originOf(terms, each)));
  return origins.size === 1 ? [...origins][0] : undefined;
}
