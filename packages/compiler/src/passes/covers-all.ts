import type { Lookup, ValueType } from '@tiaoli/ir';
import { typeOfExpr } from '@tiaoli/ir';
import type { Piece } from './cell-grid.ts';
import { cellAt, piecesOf, pointsOf, withEmptySet } from './cell-grid.ts';
import { anyNumber, isOutside } from './range.ts';
import type { RangeContext } from './range-of-expr.ts';
import { rangeOfExpr } from './range-of-expr.ts';

/** True when every key that its type and its range allow has a row. */
export function coversAll({ keys, rows }: Lookup, context: RangeContext): boolean {
  const { index } = context;
  const ranges = keys.map((key) => rangeOfExpr(key, context));
  const dimensions = keys.map((key, column) => ({
    name: `${column}`,
    type: typeOfExpr(key, index)?.type ?? ({ kind: 'text' } satisfies ValueType),
  }));
  const table = { dimensions, cells: rows };
  const pieces = dimensions.map((dimension, column): readonly Piece[] => {
    const found = piecesOf(dimension, [table], index.enumerations);
    const all = dimension.type.kind === 'set' ? withEmptySet(found) : found;
    return all.filter(
      (piece) => piece.kind !== 'range' || !isOutside(piece, ranges[column] ?? anyNumber),
    );
  });
  const size = pieces.reduce((product, { length }) => product * length, 1);
  if (size > 4096) return false;
  return pointsOf(pieces).every((point) => cellAt(table, undefined, dimensions, point));
}
