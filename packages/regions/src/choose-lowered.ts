import { and, negate, never, or } from './conditions.ts';
import type { Lowered, LoweredValue, MemberOption } from './lowered.ts';
import { isMissing, joinMissing, missingWhen } from './lowered.ts';
import { choiceOf } from './number-terms.ts';
import type { Condition, Pool } from './pool.ts';

export interface LoweredBranch {
  readonly when: Condition;
  readonly value: Lowered;
}

/** The branch whose condition holds, status and value; the conditions exclude each other. */
export function chooseLowered(pool: Pool, branches: readonly LoweredBranch[]): Lowered {
  const live = branches.filter(({ when }) => when.kind !== 'false');
  const [only] = live;
  if (only && live.length === 1 && only.when.kind === 'true') return only.value;
  const missing = joinMissing(
    pool,
    live.map(({ when, value }) => missingWhen(pool, when, value.missing)),
  );
  const absent = or(
    pool,
    live.map(({ when, value }) => and(pool, [when, value.absent])),
  );
  return { ...chooseValue(pool, live), missing, absent };
}

function chooseValue(pool: Pool, branches: readonly LoweredBranch[]): LoweredValue {
  const valued = branches.filter(({ value }) => value.kind !== 'none');
  const kind = valued[0]?.value.kind;
  switch (kind) {
    case undefined:
    case 'none':
      return { kind: 'none' };
    case 'number': {
      const numbers = valued.flatMap(({ when, value }) =>
        value.kind === 'number'
          ? [{ when: valuedWhen(pool, when, value), value: value.value }]
          : [],
      );
      return { kind: 'number', value: choiceOf(pool, numbers) };
    }
    case 'truth': {
      const parts = valued.map(({ when, value }) =>
        value.kind === 'truth' ? and(pool, [when, value.value]) : never(pool),
      );
      return { kind: 'truth', value: or(pool, parts) };
    }
    case 'member':
      return { kind: 'member', options: chooseOptions(pool, valued) };
    case 'set':
      return { kind: 'set', members: chooseMembers(pool, valued) };
  }
}

/** A branch that gives no value leaves the number free: another value may stand for it. */
function valuedWhen(pool: Pool, when: Condition, value: Lowered): Condition {
  return and(pool, [when, isValued(pool, value)]);
}

/** The value is there: neither undetermined nor 不适用. */
export function isValued(pool: Pool, lowered: Lowered): Condition {
  const isUnknown = isMissing(pool, lowered);
  return and(pool, [negate(pool, isUnknown), negate(pool, lowered.absent)]);
}

function chooseOptions(pool: Pool, branches: readonly LoweredBranch[]): readonly MemberOption[] {
  const found = new Map<string, Condition>();
  for (const { when, value } of branches) {
    for (const option of value.kind === 'member' ? value.options : []) {
      const holds = and(pool, [when, option.when]);
      const known = found.get(option.member);
      found.set(option.member, known ? or(pool, [known, holds]) : holds);
    }
  }
  return [...found].map(([member, when]) => ({ when, member }));
}

function chooseMembers(
  pool: Pool,
  branches: readonly LoweredBranch[],
): ReadonlyMap<string, Condition> {
  const found = new Map<string, Condition>();
  for (const { when, value } of branches) {
    for (const [member, held] of value.kind === 'set' ? value.members : []) {
      const holds = and(pool, [when, held]);
      const known = found.get(member);
      found.set(member, known ? or(pool, [known, holds]) : holds);
    }
  }
  return found;
}
