import { assertNever, compare, rational, subtract, ZERO } from '@tiaoli/base';
import { calendarValue } from '../calendar.ts';
import type { Form } from '../linear-form.ts';
import type { Point, PointValues } from '../point.ts';
import { valuesAt } from '../point.ts';
import type { Condition, Construct, LinearCondition, NumberTerm, Pool } from '../pool.ts';
import { finiteOf, numberOf } from '../pool.ts';
import type { Line, Stretch } from './line.ts';
import {
  addLines,
  constantLine,
  crossingOf,
  floorLine,
  heightAt,
  isConstantLine,
  reachOf,
  scaleLine,
} from './line.ts';

/** Nothing was said of the stretch: it has to be cut before `cut`, or holds something that is no line. */
export type Open =
  | { readonly kind: 'cut'; readonly cut: bigint }
  | { readonly kind: 'unknown'; readonly construct: Construct };

/** Terms and conditions over a stretch of one fact. */
export interface StretchValues {
  /** The numerator of a form. */
  readonly form: (form: Form) => Line | Open;
  readonly condition: (condition: Condition) => boolean | Open;
}

export function isOpen(value: Line | Open | boolean): value is Open {
  return typeof value === 'object' && 'kind' in value;
}

/** One fact moves, every other one stands as the point says. */
export interface Sliced {
  readonly pool: Pool;
  readonly point: Point;
  /** The term of the fact that moves. */
  readonly fact: number;
  readonly pinned: PointValues;
  readonly moves: Moves;
}

interface Moves {
  readonly form: (form: Form) => boolean;
  readonly condition: (condition: Condition) => boolean;
}

export function sliced(pool: Pool, point: Point, fact: number): Sliced {
  return { pool, point, fact, pinned: valuesAt(pool, point), moves: movesWith(pool, fact) };
}

/** Everything at one place, exactly. */
export function valuesThere({ pool, point, fact }: Sliced, x: bigint): PointValues {
  return valuesAt(pool, { ...point, numbers: new Map([...point.numbers, [fact, x]]) });
}

/** What depends on a fact. */
function movesWith(pool: Pool, fact: number): Moves {
  const terms = new Map<number, boolean>();
  const conditions = new Map<number, boolean>();
  const ofForm = ({ ids }: Form): boolean => ids.some(ofTerm);
  const ofTerm = (id: number): boolean => {
    const known = terms.get(id);
    if (known !== undefined) return known;
    const found = id === fact || inside(numberOf(pool, id));
    terms.set(id, found);
    return found;
  };
  const inside = (term: NumberTerm): boolean => {
    if (term.kind === 'fact' || term.kind === 'opaque') return false;
    if (term.kind === 'step') return ofForm(term.of);
    if (term.kind === 'product') return ofForm(term.left) || ofForm(term.right);
    if (term.kind !== 'choice') return ofForm(term.argument);
    return term.branches.some(({ when, value }) => ofCondition(when) || ofForm(value));
  };
  const ofCondition = (condition: Condition): boolean => {
    const known = conditions.get(condition.id);
    if (known !== undefined) return known;
    const found =
      'form' in condition
        ? ofForm(condition.form)
        : 'parts' in condition && condition.parts.some(ofCondition);
    conditions.set(condition.id, found);
    return found;
  };
  return { form: ofForm, condition: ofCondition };
}

/** Evaluates over a stretch, each term and condition once. */
export function valuesOver(slice: Sliced, stretch: Stretch): StretchValues {
  const { pool, moves } = slice;
  const fixed = stretch.from === stretch.to ? valuesThere(slice, stretch.from) : undefined;
  const terms = new Map<number, Line | Open>();
  const conditions = new Map<number, boolean | Open>();

  const ofForm = (form: Form): Line | Open => {
    if (fixed || !moves.form(form)) return constantOf(pool, fixed ?? slice.pinned, form);
    let sum = constantLine(form.constant);
    for (const [at, id] of form.ids.entries()) {
      const line = ofTerm(id);
      if (isOpen(line)) return line;
      sum = addLines(sum, scaleLine(line, rational(form.coefficients[at] ?? 0n)));
    }
    return sum;
  };
  const ofTerm = (id: number): Line | Open => {
    const known = terms.get(id);
    if (known) return known;
    const found = lineOf(numberOf(pool, id));
    terms.set(id, found);
    return found;
  };
  const lineOf = (term: NumberTerm): Line | Open => {
    if (term.id === slice.fact) return { ...constantLine(0n), slope: rational(1n) };
    const alone: Form = { constant: 0n, ids: [term.id], coefficients: [1n], denominator: 1n };
    if (!moves.form(alone)) return constantOf(pool, slice.pinned, alone);
    return movingLine(term, stretch, { form: ofForm, condition: ofCondition });
  };
  const ofCondition = (condition: Condition): boolean | Open => {
    const known = conditions.get(condition.id);
    if (known !== undefined) return known;
    const found =
      fixed || !moves.condition(condition)
        ? truthOf(pool, fixed ?? slice.pinned, condition)
        : test(condition, stretch, { form: ofForm, condition: ofCondition });
    conditions.set(condition.id, found);
    return found;
  };
  return { form: ofForm, condition: ofCondition };
}

function constantOf(pool: Pool, values: PointValues, form: Form): Line | Open {
  const value = values.form(form);
  if (value !== undefined) return constantLine(value);
  return { kind: 'unknown', construct: constructIn(pool, form.ids) };
}

function truthOf(pool: Pool, values: PointValues, condition: Condition): boolean | Open {
  const truth = values.condition(condition);
  if (truth !== undefined) return truth;
  const construct =
    'form' in condition ? constructIn(pool, condition.form.ids) : constructOf(pool, condition);
  return { kind: 'unknown', construct };
}

function constructOf(pool: Pool, condition: Condition): Construct {
  if (condition.kind !== 'within') return 'quotient';
  const { meaning } = finiteOf(pool, condition.finite);
  return meaning.kind === 'opaque' ? meaning.construct : 'quotient';
}

/** The construct outside of the fragment that keeps a value from being known; of a nested one its kind at large. */
function constructIn(pool: Pool, ids: readonly number[]): Construct {
  const found = ids.map((id) => numberOf(pool, id)).find(({ kind }) => kind === 'opaque');
  return found?.kind === 'opaque' ? found.construct : 'quotient';
}

function movingLine(
  term: NumberTerm,
  stretch: Stretch,
  { form, condition }: StretchValues,
): Line | Open {
  switch (term.kind) {
    case 'floor': {
      const line = form(term.argument);
      return isOpen(line) ? line : floorLine(line, term.divisor);
    }
    case 'positive': {
      const line = form(term.argument);
      return isOpen(line) ? line : positiveLine(line, stretch);
    }
    case 'choice':
      return chosenLine(term.branches, { form, condition });
    case 'product': {
      const [left, right] = [form(term.left), form(term.right)];
      if (isOpen(left)) return left;
      if (isOpen(right)) return right;
      if (isConstantLine(left)) return scaleLine(right, left.base);
      if (isConstantLine(right)) return scaleLine(left, right.base);
      return { kind: 'unknown', construct: 'product' };
    }
    case 'calendar': {
      const line = form(term.argument);
      if (isOpen(line)) return line;
      if (!isConstantLine(line)) return { kind: 'unknown', construct: 'calendar' };
      return constantLine(calendarValue(term.shape, line.base.numerator));
    }
    case 'step':
      return form(term.of);
    case 'opaque':
      return { kind: 'unknown', construct: term.construct };
    case 'fact':
      throw new Error('a fact that stands does not move');
    default:
      return assertNever(term);
  }
}

/**
 * Cut where the line itself crosses zero. On its side above, what rounding takes below zero is zero; on the side below,
 * what rounding lifts above zero is no more than rounding.
 */
function positiveLine(line: Line, stretch: Stretch): Line | Open {
  const { least, most } = reachOf(line, stretch);
  if (least.numerator >= 0n) return line;
  if (most.numerator <= 0n) return constantLine(0n);
  const [first, last] = [heightAt(line, stretch.from), heightAt(line, stretch.to)];
  if (first.numerator * last.numerator < 0n) return { kind: 'cut', cut: crossing(line) };
  const high = line.high.numerator > 0n ? line.high : ZERO;
  const isAbove = first.numerator > 0n || last.numerator > 0n;
  return isAbove ? { ...line, high } : { ...constantLine(0n), high };
}

function crossing(line: Line): bigint {
  const found = crossingOf(line, ZERO);
  if (found === undefined) throw new Error('a level line has one sign');
  return found;
}

function chosenLine(
  branches: Extract<NumberTerm, { kind: 'choice' }>['branches'],
  { form, condition }: StretchValues,
): Line | Open {
  let open: Open | undefined;
  for (const { when, value } of branches) {
    const truth = condition(when);
    if (truth === true) return form(value);
    if (truth !== false) open ??= truth;
  }
  return open ?? constantLine(0n);
}

function test(condition: Condition, stretch: Stretch, values: StretchValues): boolean | Open {
  switch (condition.kind) {
    case 'at-least':
      return isAtLeast(condition, condition.bound, stretch, values);
    case 'at-most': {
      const above = isAtLeast(condition, condition.bound + 1n, stretch, values);
      return typeof above === 'boolean' ? !above : above;
    }
    case 'all':
      return join(condition.parts, values, false);
    case 'any':
      return join(condition.parts, values, true);
    default:
      throw new Error('a condition without a moving part does not move');
  }
}

function isAtLeast(
  { form }: LinearCondition,
  bound: bigint,
  stretch: Stretch,
  values: StretchValues,
): boolean | Open {
  const line = values.form(form);
  if (isOpen(line)) return line;
  const { least, most } = reachOf(line, stretch);
  const limit = rational(bound);
  if (compare(least, limit) >= 0) return true;
  if (compare(most, limit) < 0) return false;
  const cuts = [line.high, line.low].map((shift) => crossingOf(line, subtract(shift, limit)));
  const inside = cuts.find((cut) => cut !== undefined && cut > stretch.from && cut <= stretch.to);
  // Where rounding decides, the stretch is halved down to single places.
  return { kind: 'cut', cut: inside ?? middleOf(stretch) };
}

function middleOf({ from, to }: Stretch): bigint {
  return from + (to - from + 1n) / 2n;
}

/** Stops at the first part that decides. */
function join(
  parts: readonly Condition[],
  { condition }: StretchValues,
  decisive: boolean,
): boolean | Open {
  let open: Open | undefined;
  for (const part of parts) {
    const truth = condition(part);
    if (truth === decisive) return decisive;
    if (typeof truth !== 'boolean') open ??= truth;
  }
  return open ?? !decisive;
}
