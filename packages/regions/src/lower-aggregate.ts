import { assertNever } from '@tiaoli/base';
import type { ChildAggregate, SetAggregate } from '@tiaoli/ir';
import { and, isAtLeastZero, negate, never } from './conditions.ts';
import type { Form } from './linear-form.ts';
import { addForms, integerForm, keyOfForm, zeroForm } from './linear-form.ts';
import { freeCondition } from './lower-unknown.ts';
import type { Lowered, MissingCause } from './lowered.ts';
import { formOf, isMissing, joinMissing, missingWhen, truthOf } from './lowered.ts';
import type { Lower, Lowering } from './lowering.ts';
import { chooseForm, greatest, least, opaqueNumber } from './number-terms.ts';
import type { Condition, Pool } from './pool.ts';
import { unknownKey } from './unknown-key.ts';

/** One number of the members of a set; of child records only that it has a range. */
export function lowerAggregate(
  expr: SetAggregate | ChildAggregate,
  lowering: Lowering,
  lower: Lower,
): Lowered {
  if (expr.kind === 'child-aggregate') return lowerChildren(expr, lowering, lower);
  const { pool } = lowering;
  const set = lower(expr.set, lowering);
  const held = set.kind === 'set' ? [...set.members] : [];
  const parts = held.map(([member, when]) =>
    partOf(expr, when, { ...lowering, element: member }, lower),
  );
  const missing = joinMissing(pool, [
    set.missing,
    ...parts.map((part) => missingWhen(pool, negate(pool, set.absent), part.missing)),
  ]);
  const value = aggregate(pool, expr.operator, parts);
  return { kind: 'number', value, missing, absent: set.absent };
}

interface Part {
  /** The member is in the set and counts. */
  readonly counts: Condition;
  readonly value: Form;
  readonly missing: Lowered['missing'];
}

function partOf(
  { operator, value, when }: SetAggregate,
  held: Condition,
  lowering: Lowering,
  lower: Lower,
): Part {
  const { pool } = lowering;
  const guard = when && lower(when, lowering);
  const isKnown = guard ? negate(pool, isMissing(pool, guard)) : negate(pool, never(pool));
  const counts = and(pool, [held, isKnown, ...(guard ? [truthOf(pool, guard)] : [])]);
  const unknown = guard ? missingWhen(pool, held, guard.missing) : {};
  if (operator === 'count') return { counts, value: integerForm(1n), missing: unknown };
  const number = lower(value, lowering);
  return {
    counts,
    value: formOf(number, zeroForm),
    missing: joinMissing(pool, [unknown, missingWhen(pool, counts, number.missing)]),
  };
}

function aggregate(pool: Pool, operator: SetAggregate['operator'], parts: readonly Part[]): Form {
  switch (operator) {
    case 'sum':
    case 'count':
      return parts
        .map(({ counts, value }) => chooseForm(pool, counts, value, zeroForm))
        .reduce(addForms, zeroForm);
    case 'max':
    case 'second-max':
      return largestOf(pool, parts)[operator === 'max' ? 0 : 1];
    default:
      return assertNever(operator);
  }
}

/** The largest and the second largest value; 0 where there is none. Values below 0 are known by a range alone. */
function largestOf(pool: Pool, parts: readonly Part[]): readonly [Form, Form] {
  const isNegative = parts.some(({ value }) => isAtLeastZero(pool, value).kind !== 'true');
  if (isNegative) {
    const unknown = opaqueNumber(
      pool,
      `second ${parts.map(({ counts, value }) => `${counts.id}:${keyOfForm(value)}`).join(' ')}`,
      'second-max',
      {},
    );
    return [unknown, unknown];
  }
  return parts.reduce<readonly [Form, Form]>(
    ([first, second], { counts, value }) => {
      const next = chooseForm(pool, counts, value, zeroForm);
      return [greatest(pool, first, next), greatest(pool, second, least(pool, first, next))];
    },
    [zeroForm, zeroForm],
  );
}

/** The records of a claim are free: the aggregate may take any value of its range, or lack what a record lacks. */
function lowerChildren(expr: ChildAggregate, lowering: Lowering, lower: Lower): Lowered {
  const { pool } = lowering;
  const construct = 'child-aggregate';
  const key = `${construct} ${unknownKey(expr, lowering)}`;
  const value = lower(expr.value, lowering);
  const guard = expr.when && lower(expr.when, lowering);
  const lacks = joinMissing(pool, [value.missing, guard?.missing ?? {}]);
  const causes = Object.keys(lacks) as readonly MissingCause[];
  const missing = Object.fromEntries(
    causes.map((cause) => [cause, freeCondition(pool, `${key} ${cause}`, construct)]),
  );
  const form = expr.operator === 'count' ? integerForm(1n) : formOf(value, zeroForm);
  const isPositive = isAtLeastZero(pool, form).kind === 'true';
  const range = isPositive ? { low: 0n } : {};
  const number = opaqueNumber(pool, key, construct, range, form.denominator);
  return { kind: 'number', value: number, missing, absent: never(pool) };
}
