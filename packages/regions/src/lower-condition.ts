import { assertNever } from '@tiaoli/base';
import type { Compare, Expr, Logic } from '@tiaoli/ir';
import {
  always,
  and,
  isAboveZero,
  isAtLeastZero,
  isEquivalent,
  isZero,
  negate,
  never,
  or,
} from './conditions.ts';
import type { Form } from './linear-form.ts';
import { subtractForms } from './linear-form.ts';
import type { Lowered, MemberOption, Status } from './lowered.ts';
import { isMissing, joinMissing, missingWhen, strictStatus, truthOf } from './lowered.ts';
import type { Lower, Lowering } from './lowering.ts';
import type { Condition, Pool } from './pool.ts';

type ConditionKind = Extract<
  Expr,
  { kind: 'compare' | 'logic' | 'not' | 'present' | 'member' | 'intersects' }
>;

/** Truth values; `logic` is Kleene's, `present` looks at 不适用, the others are strict. */
export function lowerCondition(expr: ConditionKind, lowering: Lowering, lower: Lower): Lowered {
  const { pool } = lowering;
  const visit = (operand: Expr): Lowered => lower(operand, lowering);
  switch (expr.kind) {
    case 'logic':
      return lowerLogic(expr, pool, expr.operands.map(visit));
    case 'present': {
      const { missing, absent } = visit(expr.operand);
      return { kind: 'truth', value: negate(pool, absent), missing, absent: never(pool) };
    }
    case 'compare': {
      const operands = [visit(expr.left), visit(expr.right)] as const;
      return truth(compareValues(pool, expr, ...operands), strictStatus(pool, operands));
    }
    case 'not': {
      const operand = visit(expr.operand);
      return truth(negate(pool, truthOf(pool, operand)), operand);
    }
    case 'member': {
      const operand = visit(expr.operand);
      const options = optionsOf(operand).filter(({ member }) => expr.members.includes(member));
      return truth(anyOption(pool, options), operand);
    }
    case 'intersects': {
      const operand = visit(expr.operand);
      const members = operand.kind === 'set' ? operand.members : new Map<string, Condition>();
      const held = expr.members.flatMap((member) => members.get(member) ?? []);
      return truth(or(pool, held), operand);
    }
    default:
      return assertNever(expr);
  }
}

function truth(value: Condition, { missing, absent }: Status): Lowered {
  return { kind: 'truth', value, missing, absent };
}

function optionsOf(lowered: Lowered): readonly MemberOption[] {
  return lowered.kind === 'member' ? lowered.options : [];
}

function anyOption(pool: Pool, options: readonly MemberOption[]): Condition {
  return or(
    pool,
    options.map(({ when }) => when),
  );
}

/** `false and missing` is false, `true or missing` is true; else what is missing prevails. */
function lowerLogic({ operator }: Logic, pool: Pool, operands: readonly Lowered[]): Lowered {
  const values = operands.map((operand) => truthOf(pool, operand));
  const missing = joinMissing(
    pool,
    operands.map((operand) => operand.missing),
  );
  const isUnknown = operands.map((operand) => isMissing(pool, operand));
  const absent = never(pool);
  const known = (decisive: boolean): Condition =>
    or(
      pool,
      values.map((value, at) => {
        const decides = decisive ? value : negate(pool, value);
        return and(pool, [decides, negate(pool, isUnknown[at] ?? never(pool))]);
      }),
    );
  const decided = known(operator === 'or');
  const value = operator === 'or' ? decided : negate(pool, decided);
  return truth(value, { missing: missingWhen(pool, negate(pool, decided), missing), absent });
}

function compareValues(pool: Pool, expr: Compare, left: Lowered, right: Lowered): Condition {
  const { operator, order } = expr;
  if (left.kind === 'number' && right.kind === 'number') {
    return compareForms(pool, operator, subtractForms(left.value, right.value));
  }
  if (operator === '=') return isSame(pool, left, right);
  if (operator === '!=') return negate(pool, isSame(pool, left, right));
  const rankOf = (member: string): number => order?.indexOf(member) ?? -1;
  const pairs = pairsOf(pool, left, right).filter(([a, b]) =>
    isOrdered(operator, rankOf(a) - rankOf(b)),
  );
  return or(
    pool,
    pairs.map(([, , when]) => when),
  );
}

function compareForms(pool: Pool, operator: Compare['operator'], difference: Form): Condition {
  switch (operator) {
    case '=':
      return isZero(pool, difference);
    case '!=':
      return negate(pool, isZero(pool, difference));
    case '>=':
      return isAtLeastZero(pool, difference);
    case '>':
      return isAboveZero(pool, difference);
    case '<':
      return negate(pool, isAtLeastZero(pool, difference));
    case '<=':
      return negate(pool, isAboveZero(pool, difference));
    default:
      return assertNever(operator);
  }
}

function isOrdered(operator: '<' | '<=' | '>' | '>=', difference: number): boolean {
  switch (operator) {
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
    default:
      return assertNever(operator);
  }
}

/** Both values are known to be equal; used of truth values, members and sets, and of numbers. */
export function isSame(pool: Pool, left: Lowered, right: Lowered): Condition {
  if (left.kind === 'none' || right.kind === 'none') return never(pool);
  if (left.kind === 'number' && right.kind === 'number') {
    return isZero(pool, subtractForms(left.value, right.value));
  }
  if (left.kind === 'truth' && right.kind === 'truth') {
    return isEquivalent(pool, left.value, right.value);
  }
  if (left.kind === 'set' && right.kind === 'set') return isSameSet(pool, left, right);
  const equal = pairsOf(pool, left, right).filter(([a, b]) => a === b);
  return or(
    pool,
    equal.map(([, , when]) => when),
  );
}

type SetValue = Extract<Lowered, { kind: 'set' }>;

function isSameSet(pool: Pool, left: SetValue, right: SetValue): Condition {
  const members = new Set([...left.members.keys(), ...right.members.keys()]);
  const equal = [...members].map((member) => {
    const a = left.members.get(member) ?? never(pool);
    return isEquivalent(pool, a, right.members.get(member) ?? never(pool));
  });
  return equal.length === 0 ? always(pool) : and(pool, equal);
}

function pairsOf(
  pool: Pool,
  left: Lowered,
  right: Lowered,
): readonly (readonly [string, string, Condition])[] {
  return optionsOf(left).flatMap((a) =>
    optionsOf(right).map((b) => [a.member, b.member, and(pool, [a.when, b.when])] as const),
  );
}
