import { leastCommonMultiple } from '@tiaoli/base';
import type { Accumulator, Definition } from '@tiaoli/ir';
import { nextDefinitions } from '@tiaoli/ir';
import type { ScaleContext } from './scale-of-expr.ts';
import { scaleOfExpr } from './scale-of-expr.ts';

/** Something known of every definition and every accumulator, by id. */
export interface Found<T> {
  readonly definitions: ReadonlyMap<string, T>;
  readonly accumulators: ReadonlyMap<string, T>;
}

/** How often a scale may grow before it is taken to grow for ever; sums reach theirs at the second pass. */
const mostRounds = 8;

/**
 * Static denominators of definitions in evaluation order, and of accumulators. An accumulator has that of what is
 * written to it, which may read the accumulator itself: to the fixed point, from what `bind` says of it.
 */
export function findScales(
  definitions: readonly Definition[],
  accumulators: readonly Accumulator[],
  context: Pick<ScaleContext, 'index' | 'parameterScale'>,
): Found<bigint> {
  let before = new Map<string, bigint>(accumulators.map((each) => [each.id, leastOf(each)]));
  for (let round = 0; round < mostRounds; round += 1) {
    const found = new Map<string, bigint>();
    for (const { id, body } of definitions) {
      found.set(id, scaleOfExpr(body, { ...context, definitions: found, accumulators: before }));
    }
    const after = new Map(
      accumulators.map((each) => [
        each.id,
        nextDefinitions(each)
          .map((next) => found.get(next) ?? 1n)
          .reduce(leastCommonMultiple, leastOf(each)),
      ]),
    );
    if (accumulators.every(({ id }) => after.get(id) === before.get(id))) {
      return { definitions: found, accumulators: after };
    }
    before = after;
  }
  throw new Error('a verified program multiplies no accumulator by a rate of its own');
}

function leastOf({ denominator = '1' }: Accumulator): bigint {
  return BigInt(denominator);
}
