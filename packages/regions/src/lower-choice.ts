import { assertNever } from '@tiaoli/base';
import type { Cases, Expr } from '@tiaoli/ir';
import { chooseLowered } from './choose-lowered.ts';
import { combineLowered } from './combine-lowered.ts';
import { always, and, negate, never, or } from './conditions.ts';
import { isSame } from './lower-condition.ts';
import type { Lowered, Missing } from './lowered.ts';
import { isMissing, joinMissing, missingWhen, truthOf } from './lowered.ts';
import type { Lower, Lowering } from './lowering.ts';
import type { Condition, Pool } from './pool.ts';

type ChoiceKind = Extract<Expr, { kind: 'cases' | 'combine' | 'or-else' }>;

/** Kinds that choose among operands and pass on the 不适用 of what they choose. */
export function lowerChoice(expr: ChoiceKind, lowering: Lowering, lower: Lower): Lowered {
  const { pool } = lowering;
  switch (expr.kind) {
    case 'cases':
      return lowerCases(expr, lowering, lower);
    case 'combine':
      return combineLowered(
        pool,
        expr.operator,
        expr.operands.map((operand) => ({ when: always(pool), value: lower(operand, lowering) })),
      );
    case 'or-else': {
      const operand = lower(expr.operand, lowering);
      const useFallback = and(pool, [operand.absent, negate(pool, isMissing(pool, operand))]);
      if (useFallback.kind === 'false') return operand;
      return chooseLowered(pool, [
        { when: negate(pool, useFallback), value: operand },
        { when: useFallback, value: lower(expr.fallback, lowering) },
      ]);
    }
    default:
      return assertNever(expr);
  }
}

function lowerCases(expr: Cases, lowering: Lowering, lower: Lower): Lowered {
  const { pool } = lowering;
  const guards = expr.branches.map(({ when }) => lower(when, lowering));
  const isFirst = expr.overlap !== 'checked';
  const reached = isFirst ? reachedInTurn(pool, guards) : guards.map(() => always(pool));
  const taken = guards.map((guard, at) =>
    and(pool, [reached[at] ?? never(pool), holds(pool, guard)]),
  );
  const unknown = joinMissing(
    pool,
    guards.map((guard, at) => missingWhen(pool, reached[at] ?? never(pool), guard.missing)),
  );
  const isUnknown = isMissing(pool, { missing: unknown });
  const values = expr.branches.map(({ value }, at) =>
    taken[at]?.kind === 'false' ? nothing(pool) : lower(value, lowering),
  );
  const none = negate(pool, or(pool, [...taken, isUnknown]));
  const otherwise = otherwiseOf(expr, none, lowering, lower);
  const turns = isFirst ? taken : firstOf(pool, taken);
  const chosen = chooseLowered(pool, [
    ...turns.map((when, at) => ({
      when: and(pool, [when, negate(pool, isUnknown)]),
      value: values[at] ?? nothing(pool),
    })),
    { when: none, value: otherwise },
  ]);
  const conflict = isFirst ? {} : conflictOf(pool, taken, values, isUnknown);
  return { ...chosen, missing: joinMissing(pool, [unknown, chosen.missing, conflict]) };
}

function nothing(pool: Pool): Lowered {
  return { kind: 'none', missing: {}, absent: never(pool) };
}

function otherwiseOf(expr: Cases, when: Condition, lowering: Lowering, lower: Lower): Lowered {
  const { pool } = lowering;
  if (when.kind === 'false') return nothing(pool);
  if (expr.otherwise) return lower(expr.otherwise, lowering);
  return { kind: 'none', missing: { gap: always(pool) }, absent: never(pool) };
}

/** The guard is known to hold. */
function holds(pool: Pool, guard: Lowered): Condition {
  return and(pool, [truthOf(pool, guard), negate(pool, isMissing(pool, guard))]);
}

/** For each guard: every one before it is known not to hold. */
function reachedInTurn(pool: Pool, guards: readonly Lowered[]): readonly Condition[] {
  let reached = always(pool);
  return guards.map((guard) => {
    const before = reached;
    const fails = [negate(pool, truthOf(pool, guard)), negate(pool, isMissing(pool, guard))];
    reached = and(pool, [reached, ...fails]);
    return before;
  });
}

/** The first of several that may hold at once: they agree, or it is a conflict. */
function firstOf(pool: Pool, taken: readonly Condition[]): readonly Condition[] {
  return taken.map((when, at) => {
    const before = taken.slice(0, at).map((earlier) => negate(pool, earlier));
    return and(pool, [when, ...before]);
  });
}

/**
 * Where branches hold at once: what is missing of any of them prevails; else different values or 不适用 of one are a
 * conflict.
 */
function conflictOf(
  pool: Pool,
  taken: readonly Condition[],
  values: readonly Lowered[],
  isUnknown: Condition,
): Missing {
  const missing: Missing[] = [];
  const clashes: Condition[] = [];
  const unknown: Condition[] = [];
  for (const [at, right] of values.entries()) {
    for (const [earlier, left] of values.slice(0, at).entries()) {
      const both = and(pool, [taken[earlier] ?? never(pool), taken[at] ?? never(pool)]);
      if (both.kind === 'false') continue;
      clashes.push(and(pool, [both, negate(pool, isSameOutcome(pool, left, right))]));
      for (const each of [left, right]) {
        missing.push(missingWhen(pool, both, each.missing));
        unknown.push(and(pool, [both, isMissing(pool, each)]));
      }
    }
  }
  const isKnown = negate(pool, or(pool, [isUnknown, ...unknown]));
  const conflict = and(pool, [or(pool, clashes), isKnown]);
  const clash: Missing = conflict.kind === 'false' ? {} : { conflict };
  return joinMissing(pool, [...missing, clash]);
}

/** Both 不适用, or both the same value; both known. */
export function isSameOutcome(pool: Pool, left: Lowered, right: Lowered): Condition {
  const bothAbsent = and(pool, [left.absent, right.absent]);
  const bothPresent = [negate(pool, left.absent), negate(pool, right.absent)];
  return or(pool, [bothAbsent, and(pool, [...bothPresent, isSame(pool, left, right)])]);
}
