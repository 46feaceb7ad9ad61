import { asksAmounts, asksSets, negate } from './conditions.ts';
import type { Lowered } from './lowered.ts';
import type { Lowering } from './lowering.ts';
import type { Condition, Pool } from './pool.ts';
import type { Candidate, Limits, Search } from './search.ts';
import { explore } from './search.ts';
import { assume, createSpace } from './space.ts';

/** The effort that one part of one condition is worth. */
const partLimits: Limits = { splits: 60, pivots: 3000 };

/**
 * Whether a truth value is the same in all of the declared domains and states; undefined where that is not proved.
 *
 * What does not hang on what the reading knows stays closed: with any number there it is proved for every amount that the
 * layers above may leave.
 */
export function settle(lowering: Lowering, lowered: Lowered): boolean | undefined {
  if (lowered.kind !== 'truth') return undefined;
  const { value } = lowered;
  if (value.kind === 'true' || value.kind === 'false') return value.kind === 'true';
  if (asksSets(lowering.pool, value)) return undefined;
  const parts = value.kind === 'all' ? value.parts : [value];
  const known = parts.map((part) => settlePart(lowering, part));
  if (known.includes(false)) return false;
  return known.every((each) => each === true) ? true : undefined;
}

const settledByPool = new WeakMap<Pool, Map<number, boolean | undefined>>();

function settlePart(lowering: Lowering, part: Condition): boolean | undefined {
  const { pool } = lowering;
  const known = settledByPool.get(pool) ?? new Map<number, boolean | undefined>();
  settledByPool.set(pool, known);
  if (known.has(part.id)) return known.get(part.id);
  const settled = asksAmounts(part) ? settleAnew(lowering, part) : undefined;
  known.set(part.id, settled);
  return settled;
}

function settleAnew(lowering: Lowering, part: Condition): boolean | undefined {
  if (isImpossible(lowering, part)) return false;
  return isImpossible(lowering, negate(lowering.pool, part)) ? true : undefined;
}

function isImpossible({ pool, outside }: Lowering, condition: Condition): boolean {
  const space = createSpace(pool);
  if (!assume(space, condition)) return true;
  let isProved = true;
  const refuse = (): void => {
    isProved = false;
    search.stopped = true;
  };
  const look = (points: readonly Candidate[]): 'closer' | 'stop' => {
    if (!points.some(({ values }) => values.condition(condition) !== false)) return 'closer';
    isProved = false;
    return 'stop';
  };
  const search: Search = {
    ...{ space, visitor: { look, leave: refuse } },
    ...{ limits: partLimits, splits: 0, depth: 0, stopped: false, closed: outside },
  };
  explore(search, []);
  return isProved;
}
