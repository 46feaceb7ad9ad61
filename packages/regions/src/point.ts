import { assertNever } from '@tiaoli/base';
import { calendarValue } from './calendar.ts';
import { floorDivide } from './integers.ts';
import type { Form } from './linear-form.ts';
import type { Condition, NumberTerm, Pool } from './pool.ts';
import { finiteOf, numberOf } from './pool.ts';

/** A value for every fact and finite term that is looked at: numbers by term, finite terms by bit. */
export interface Point {
  readonly numbers: ReadonlyMap<number, bigint>;
  readonly finites: ReadonlyMap<number, number>;
}

/** The terms and conditions of a pool at one point. */
export interface PointValues {
  /** The numerator of a form; undefined where a term is known by its range alone. */
  readonly form: (form: Form) => bigint | undefined;
  readonly condition: (condition: Condition) => boolean | undefined;
}

/** Evaluates at a point, each term and condition once. Facts that the point does not name have their simplest value. */
export function valuesAt(pool: Pool, point: Point): PointValues {
  const terms = new Map<number, bigint | undefined>();
  const conditions = new Map<number, boolean | undefined>();
  const ofForm = (form: Form): bigint | undefined => {
    let sum = form.constant;
    for (const [at, id] of form.ids.entries()) {
      const value = ofTerm(id);
      if (value === undefined) return undefined;
      sum += (form.coefficients[at] ?? 0n) * value;
    }
    return sum;
  };
  const ofTerm = (id: number): bigint | undefined => {
    if (terms.has(id)) return terms.get(id);
    const term = numberOf(pool, id);
    // A step that nobody looks into is the number that the point gives it.
    const isGiven = term.kind === 'fact' || (term.kind === 'step' && point.numbers.has(id));
    const value = isGiven ? numberAt(point, term) : compute(term, ofForm, ofCondition);
    terms.set(id, value);
    return value;
  };
  const ofCondition = (condition: Condition): boolean | undefined => {
    if (conditions.has(condition.id)) return conditions.get(condition.id);
    const value = test(pool, condition, point, ofForm, ofCondition);
    conditions.set(condition.id, value);
    return value;
  };
  return { form: ofForm, condition: ofCondition };
}

/** The value of a fact: as the point says, else the one nearest to zero. */
export function numberAt({ numbers }: Point, { id, low, high }: NumberTerm): bigint {
  const value = numbers.get(id) ?? 0n;
  if (low !== undefined && value < low) return low;
  return high !== undefined && value > high ? high : value;
}

function compute(
  term: NumberTerm,
  ofForm: PointValues['form'],
  ofCondition: PointValues['condition'],
): bigint | undefined {
  switch (term.kind) {
    case 'floor': {
      const argument = ofForm(term.argument);
      return argument === undefined ? undefined : floorDivide(argument, term.divisor);
    }
    case 'positive': {
      const argument = ofForm(term.argument);
      return argument !== undefined && argument < 0n ? 0n : argument;
    }
    case 'choice': {
      const branch = term.branches.find(({ when }) => ofCondition(when) === true);
      if (branch) return ofForm(branch.value);
      return term.branches.some(({ when }) => ofCondition(when) === undefined) ? undefined : 0n;
    }
    case 'product': {
      const left = ofForm(term.left);
      const right = ofForm(term.right);
      return left === undefined || right === undefined ? undefined : left * right;
    }
    case 'calendar': {
      const argument = ofForm(term.argument);
      return argument === undefined ? undefined : calendarValue(term.shape, argument);
    }
    case 'step':
      return ofForm(term.of);
    case 'fact':
    case 'opaque':
      return undefined;
    default:
      return assertNever(term);
  }
}

function test(
  pool: Pool,
  condition: Condition,
  { finites }: Point,
  ofForm: PointValues['form'],
  ofCondition: PointValues['condition'],
): boolean | undefined {
  switch (condition.kind) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'at-least':
    case 'at-most': {
      const value = ofForm(condition.form);
      if (value === undefined) return undefined;
      return condition.kind === 'at-least' ? value >= condition.bound : value <= condition.bound;
    }
    case 'within':
      if (finiteOf(pool, condition.finite).meaning.kind === 'opaque') return undefined;
      return ((condition.mask >> BigInt(finites.get(condition.finite) ?? 0)) & 1n) === 1n;
    case 'all':
      return join(condition.parts, ofCondition, false);
    case 'any':
      return join(condition.parts, ofCondition, true);
    default:
      return assertNever(condition);
  }
}

/** Stops at the first part that decides. */
function join(
  parts: readonly Condition[],
  ofCondition: PointValues['condition'],
  decisive: boolean,
): boolean | undefined {
  let open = false;
  for (const part of parts) {
    const value = ofCondition(part);
    if (value === decisive) return decisive;
    if (value === undefined) open = true;
  }
  return open ? undefined : !decisive;
}
