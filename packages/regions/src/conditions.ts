import { assertNever } from '@tiaoli/base';
import { ceilingDivide, floorDivide } from './integers.ts';
import type { Form } from './linear-form.ts';
import {
  contentOf,
  integerForm,
  isConstant,
  keyOfForm,
  negateForm,
  numeratorOf,
  scaleForm,
  shiftForm,
  subtractForms,
} from './linear-form.ts';
import type { Condition, NumberTerm, Pool } from './pool.ts';
import { boundsOfForm, finiteOf, fullMask, numberOf } from './pool.ts';

/** Conditions as data whose equal ones are one object; `and`, `or` and `negate` keep them in normal form. */

export function always(pool: Pool): Condition {
  return at(pool, 1);
}

export function never(pool: Pool): Condition {
  return at(pool, 0);
}

function at(pool: Pool, id: number): Condition {
  const condition = pool.conditions[id];
  if (!condition) throw new RangeError(`no such condition: ${id}`);
  return condition;
}

type Shape = Condition extends infer C ? (C extends { id: number } ? Omit<C, 'id'> : never) : never;

function intern(pool: Pool, key: string, shape: Shape): Condition {
  const known = pool.known.get(`c ${key}`);
  if (known !== undefined) return at(pool, known);
  const condition = { ...shape, id: pool.conditions.length } as Condition;
  pool.conditions.push(condition);
  pool.known.set(`c ${key}`, condition.id);
  return condition;
}

/** `form ≥ 0`. */
export function isAtLeastZero(pool: Pool, form: Form): Condition {
  const whole = numeratorOf(form);
  const { low, high } = boundsOfForm(pool, whole);
  if (low !== undefined && low >= 0n) return always(pool);
  if (high !== undefined && high < 0n) return never(pool);
  return peeled(pool, whole) ?? linear(pool, whole);
}

/** `form > 0`: integers, so the numerator is at least 1. */
export function isAboveZero(pool: Pool, form: Form): Condition {
  return isAtLeastZero(pool, shiftForm(numeratorOf(form), -1n));
}

export function isZero(pool: Pool, form: Form): Condition {
  return and(pool, [isAtLeastZero(pool, form), isAtLeastZero(pool, negateForm(form))]);
}

function linear(pool: Pool, form: Form): Condition {
  const content = contentOf(form);
  const first = form.coefficients[0] ?? 1n;
  const rest: Form = { ...form, constant: 0n };
  const inverse = { numerator: first > 0n ? 1n : -1n, denominator: content };
  const primitive = scaleForm(rest, inverse);
  const key = keyOfForm(primitive);
  if (first > 0n) {
    const bound = ceilingDivide(-form.constant, content);
    return intern(pool, `${key}≥${bound}`, { kind: 'at-least', form: primitive, key, bound });
  }
  const bound = floorDivide(form.constant, content);
  return intern(pool, `${key}≤${bound}`, { kind: 'at-most', form: primitive, key, bound });
}

/** A condition on one computed term is one on what it is computed of: exact, and the key to few cases. */
function peeled(pool: Pool, form: Form): Condition | undefined {
  const [id, second] = form.ids;
  if (id === undefined || second !== undefined) return undefined;
  const coefficient = form.coefficients[0] ?? 1n;
  const rises = coefficient > 0n;
  // Rising: term ≥ limit. Falling: term ≤ limit.
  const limit = rises
    ? ceilingDivide(-form.constant, coefficient)
    : floorDivide(form.constant, -coefficient);
  return peelTerm(pool, numberOf(pool, id), rises, limit);
}

function peelTerm(
  pool: Pool,
  term: NumberTerm,
  rises: boolean,
  limit: bigint,
): Condition | undefined {
  switch (term.kind) {
    case 'floor': {
      const { argument, divisor } = term;
      return rises
        ? isAtLeastZero(pool, shiftForm(argument, -(divisor * limit)))
        : isAtLeastZero(pool, subtractForms(integerForm(divisor * (limit + 1n) - 1n), argument));
    }
    case 'positive': {
      if (rises) {
        if (limit <= 0n) return always(pool);
        return isAtLeastZero(pool, shiftForm(term.argument, -limit));
      }
      if (limit < 0n) return never(pool);
      return isAtLeastZero(pool, subtractForms(integerForm(limit), term.argument));
    }
    case 'choice': {
      if (!term.branches.every(({ value }) => isConstant(value))) return undefined;
      const holding = term.branches.filter(({ value: { constant } }) =>
        rises ? constant >= limit : constant <= limit,
      );
      return or(
        pool,
        holding.map(({ when }) => when),
      );
    }
    default:
      return undefined;
  }
}

/** The finite term has one of the values of `mask`. */
export function isWithin(pool: Pool, finite: number, mask: bigint): Condition {
  if (mask === 0n) return never(pool);
  if (mask === fullMask(finiteOf(pool, finite))) return always(pool);
  return intern(pool, `f${finite}:${mask}`, { kind: 'within', finite, mask });
}

export function and(pool: Pool, parts: readonly Condition[]): Condition {
  return join(pool, 'all', parts);
}

export function or(pool: Pool, parts: readonly Condition[]): Condition {
  return join(pool, 'any', parts);
}

function join(pool: Pool, kind: 'all' | 'any', parts: readonly Condition[]): Condition {
  const [neutral, decisive] =
    kind === 'all' ? [always(pool), never(pool)] : [never(pool), always(pool)];
  if (parts.includes(decisive)) return decisive;
  let key: string = kind;
  for (const { id } of parts) key += ` ${id}`;
  const known = pool.joined.get(key);
  if (known) return known;
  const joined = joinAnew(pool, kind, parts, neutral, decisive);
  pool.joined.set(key, joined);
  return joined;
}

function joinAnew(
  pool: Pool,
  kind: 'all' | 'any',
  parts: readonly Condition[],
  neutral: Condition,
  decisive: Condition,
): Condition {
  const flat = new Map<number, Condition>();
  for (const part of parts) {
    for (const each of part.kind === kind ? part.parts : [part]) flat.set(each.id, each);
  }
  flat.delete(neutral.id);
  if (flat.has(decisive.id)) return decisive;
  const merged = mergeFinites(pool, kind, [...flat.values()]);
  if (merged.includes(decisive)) return decisive;
  const kept = merged.filter((each) => each !== neutral).toSorted((a, b) => a.id - b.id);
  const ids = new Set(kept.map(({ id }) => id));
  if (kept.some((each) => isAtom(each) && ids.has(negate(pool, each).id))) return decisive;
  const [only] = kept;
  if (!only) return neutral;
  if (kept.length === 1) return only;
  const shape = { kind, parts: kept } as const;
  return intern(pool, `${kind}(${kept.map(({ id }) => id).join()})`, shape);
}

/** Conditions on one finite term are one condition: the meet or the union of their values. */
function mergeFinites(
  pool: Pool,
  kind: 'all' | 'any',
  parts: readonly Condition[],
): readonly Condition[] {
  const masks = new Map<number, bigint>();
  for (const part of parts) {
    if (part.kind !== 'within') continue;
    const known = masks.get(part.finite);
    const joined = kind === 'all' ? (known ?? part.mask) & part.mask : (known ?? 0n) | part.mask;
    masks.set(part.finite, joined);
  }
  const finites = [...masks].map(([finite, mask]) => isWithin(pool, finite, mask));
  return [...parts.filter((part) => part.kind !== 'within'), ...finites];
}

export function isAtom({ kind }: Condition): boolean {
  return kind === 'at-least' || kind === 'at-most' || kind === 'within';
}

export function negate(pool: Pool, condition: Condition): Condition {
  const known = pool.negations.get(condition.id);
  if (known) return known;
  const negation = negated(pool, condition);
  pool.negations.set(condition.id, negation);
  pool.negations.set(negation.id, condition);
  return negation;
}

function negated(pool: Pool, condition: Condition): Condition {
  switch (condition.kind) {
    case 'true':
      return never(pool);
    case 'false':
      return always(pool);
    case 'at-least': {
      const bound = condition.bound - 1n;
      const { form, key } = condition;
      return intern(pool, `${key}≤${bound}`, { kind: 'at-most', form, key, bound });
    }
    case 'at-most': {
      const bound = condition.bound + 1n;
      const { form, key } = condition;
      return intern(pool, `${key}≥${bound}`, { kind: 'at-least', form, key, bound });
    }
    case 'within': {
      const { finite, mask } = condition;
      return isWithin(pool, finite, fullMask(finiteOf(pool, finite)) & ~mask);
    }
    case 'all':
      return or(
        pool,
        condition.parts.map((part) => negate(pool, part)),
      );
    case 'any':
      return and(
        pool,
        condition.parts.map((part) => negate(pool, part)),
      );
    default:
      return assertNever(condition);
  }
}

/** Where `when` holds, `then` does. */
export function implies(pool: Pool, when: Condition, then: Condition): Condition {
  return or(pool, [negate(pool, when), then]);
}

/** Both hold or neither does. */
export function isEquivalent(pool: Pool, left: Condition, right: Condition): Condition {
  return and(pool, [implies(pool, left, right), implies(pool, right, left)]);
}

/** Whether a condition asks about an amount by itself, not only about facts with finitely many values. */
export function asksAmounts(condition: Condition): boolean {
  if (condition.kind === 'all' || condition.kind === 'any')
    return condition.parts.some(asksAmounts);
  return condition.kind === 'at-least' || condition.kind === 'at-most';
}

/** Whether a condition asks by itself what a set holds. */
export function asksSets(pool: Pool, condition: Condition): boolean {
  if (condition.kind === 'all' || condition.kind === 'any') {
    return condition.parts.some((part) => asksSets(pool, part));
  }
  return condition.kind === 'within' && finiteOf(pool, condition.finite).meaning.kind === 'in-set';
}
