import { compareText } from '@tiaoli/base';
import type { Expr } from '@tiaoli/ir';
import type { Lowering } from './lowering.ts';
import { readSetOf } from './read-set.ts';

/**
 * What tells one unknown value from another.
 *
 * INVARIANT: two expressions have the same key only where they are the same function of the same facts and state: the
 * definitions and the rows behind them are part of it, and so are the claim, the member at hand and what a side changes.
 * Else a difference between two programs would be taken for none.
 */
export function unknownKey(expr: Expr, lowering: Lowering): string {
  const { program, index, element, name, fixed } = lowering;
  const read = readSetOf(program, index, [expr]);
  const bodies = [...read.definitions]
    .toSorted(compareText)
    .map((id) => [id, index.definitions.get(id)?.body]);
  const rows = program.declarations.flatMap((each) =>
    each.kind === 'catalogue' ? [[each.id, each.parts]] : [],
  );
  const isOfSide =
    lowering.claim > 1 ||
    lowering.accumulatorOf !== undefined ||
    [...lowering.inputs.keys()].some((input) => read.inputs.has(input) && !fixed.has(input));
  const known = [...fixed].filter(([input]) => read.inputs.has(input));
  return JSON.stringify([expr, bodies, rows, element, known, isOfSide ? name : '']);
}
