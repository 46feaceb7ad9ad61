import type { Program } from '@tiaoli/ir';
import { indexModule, noReference } from '@tiaoli/ir';
import { evaluateExpr } from './evaluate-expr.ts';
import type { AccumulatorPlace } from './evaluate-reference.ts';
import { placeOf } from './evaluate-reference.ts';
import { eventScope } from './scope.ts';
import { emptyState } from './state.ts';
import type { Facts } from './values.ts';

/** Where in the state a claim with these facts reads and writes, by accumulator id; left out where that is missing. */
export function accumulatorPlaces(
  program: Program,
  facts: Facts,
  accumulators: ReadonlySet<string>,
): ReadonlyMap<string, AccumulatorPlace> {
  const { yearStart } = program;
  const index = indexModule(program);
  const step = { index, yearStart, state: emptyState, reference: noReference };
  const scope = eventScope(step, facts);
  const asked = program.accumulators.filter(({ id }) => accumulators.has(id));
  return new Map(
    asked.flatMap((accumulator) => {
      const place = placeOf(accumulator, scope, evaluateExpr);
      return 'status' in place ? [] : [[accumulator.id, place] as const];
    }),
  );
}
