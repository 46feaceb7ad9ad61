import type { Combine } from '@tiaoli/ir';
import { isValued } from './choose-lowered.ts';
import { and, negate, never, or } from './conditions.ts';
import type { Form } from './linear-form.ts';
import { addForms, zeroForm } from './linear-form.ts';
import type { Lowered } from './lowered.ts';
import { formOf, joinMissing, missingWhen } from './lowered.ts';
import { chooseForm, greatest, least } from './number-terms.ts';
import type { Condition, Pool } from './pool.ts';

/** An operand that takes part only where `when` holds. */
export interface Operand {
  readonly when: Condition;
  readonly value: Lowered;
}

/** 就高, 就低, 累加: skips 不适用 and what takes no part; 不适用 when nothing is left. */
export function combineLowered(
  pool: Pool,
  operator: Combine['operator'],
  operands: readonly Operand[],
): Lowered {
  const missing = joinMissing(
    pool,
    operands.map(({ when, value }) => missingWhen(pool, when, value.missing)),
  );
  const parts = operands.map(({ when, value }) => ({
    has: and(pool, [when, isValued(pool, value)]),
    value: formOf(value, zeroForm),
  }));
  const has = or(
    pool,
    parts.map((part) => part.has),
  );
  const none: Part = { has: never(pool), value: zeroForm };
  const [first = none, ...rest] = parts;
  const { value } = rest.reduce(joinOf(pool, operator), first);
  return { kind: 'number', value, missing, absent: negate(pool, has) };
}

interface Part {
  readonly has: Condition;
  readonly value: Form;
}

function joinOf(pool: Pool, operator: Combine['operator']): (left: Part, right: Part) => Part {
  return (left, right) => {
    const has = or(pool, [left.has, right.has]);
    if (operator === 'sum') {
      const [a, b] = [left, right].map((part) => chooseForm(pool, part.has, part.value, zeroForm));
      return { has, value: addForms(a ?? zeroForm, b ?? zeroForm) };
    }
    const join = operator === 'highest' ? greatest : least;
    const best = join(pool, left.value, right.value);
    const ofLeft = chooseForm(pool, right.has, best, left.value);
    return { has, value: chooseForm(pool, left.has, ofLeft, right.value) };
  };
}
