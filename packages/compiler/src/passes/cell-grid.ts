import type { Rational } from '@tiaoli/base';
import { compare, parseRational, printRational } from '@tiaoli/base';
import type { Cell, Dimension, EnumerationDeclaration, KeyMatch, NumberRange } from '@tiaoli/ir';
import { rowsInOrder } from '@tiaoli/ir';

/**
 * Tables cut into their smallest cells, so that two tables over the same dimensions can be laid on each other.
 *
 * A dimension falls into pieces: the members of an enumeration, or the stretches between the bounds that occur in any
 * of the tables. Within a piece every table has one and the same cell.
 */

/** One piece of a dimension, as the match of a row that covers exactly it. */
export type Piece =
  | Extract<KeyMatch, { kind: 'members' }>
  | NumberRange
  | Extract<KeyMatch, { kind: 'otherwise' }>;

/** One piece of each dimension, in the order of the dimensions. */
export type Point = readonly Piece[];

export interface GridTable<C extends GridCell = Cell> {
  readonly dimensions: readonly Dimension[];
  readonly cells: readonly C[];
}

/** What a cell, or a row of a lookup, has for a grid. */
export type GridCell = Pick<Cell, 'match' | 'column' | 'value'>;

/** The pieces of `dimension` that the tables tell apart. */
export function piecesOf(
  dimension: Dimension,
  tables: readonly GridTable<GridCell>[],
  enumerations: ReadonlyMap<string, EnumerationDeclaration>,
): readonly Piece[] {
  const matches = tables.flatMap(({ dimensions, cells }) => {
    const column = dimensions.findIndex(({ name }) => name === dimension.name);
    return column < 0 ? [] : cells.map(({ match }) => match[column] ?? { kind: 'any' as const });
  });
  if (matches.some(({ kind }) => kind === 'range')) return rangesOf(matches);
  const { type } = dimension;
  const declared =
    type.kind === 'enumeration' || type.kind === 'set'
      ? enumerations.get(type.enumeration)?.members.map(({ name }) => name)
      : undefined;
  const named = declared ?? [
    ...new Set(matches.flatMap((match) => (match.kind === 'members' ? match.members : []))),
  ];
  const pieces: Piece[] = named.map((member) => ({ kind: 'members', members: [member] }));
  return declared ? pieces : [...pieces, { kind: 'otherwise' }];
}

/** With a piece for the set that has no member, where a set is looked up: only `any` and `otherwise` cover it. */
export function withEmptySet(pieces: readonly Piece[]): readonly Piece[] {
  return [...pieces, { kind: 'otherwise' }];
}

/** Every combination of one piece a dimension. */
export function pointsOf(pieces: readonly (readonly Piece[])[]): readonly Point[] {
  return pieces.reduce<readonly Point[]>(
    (points, column) => points.flatMap((point) => column.map((piece) => [...point, piece])),
    [[]],
  );
}

/** The cell of `table` at a point of `dimensions`; dimensions that the table has not are left out. */
export function cellAt<C extends GridCell>(
  table: GridTable<C>,
  column: string | undefined,
  dimensions: readonly Dimension[],
  point: Point,
): C | undefined {
  const own = table.dimensions.map(({ name }) => {
    const index = dimensions.findIndex((dimension) => dimension.name === name);
    return point[index];
  });
  return rowsInOrder(table.cells.filter((cell) => cell.column === column)).find(({ match }) =>
    match.every((key, index) => covers(key, own[index])),
  );
}

function covers(match: KeyMatch, piece: Piece | undefined): boolean {
  if (match.kind === 'any' || match.kind === 'otherwise' || piece === undefined) return true;
  if (match.kind === 'members') {
    return piece.kind === 'members' && piece.members.every((name) => match.members.includes(name));
  }
  return (
    piece.kind === 'range' &&
    compareCuts(lowCut(match), lowCut(piece)) <= 0 &&
    compareCuts(highCut(piece), highCut(match)) <= 0
  );
}

/** A cut in the line of numbers: just before `value`, or just after it. */
interface Cut {
  readonly value: Rational | 'lowest' | 'highest';
  readonly after: boolean;
}

function lowCut({ low }: NumberRange): Cut {
  const value = low && parseRational(low.value);
  return value && low ? { value, after: !low.included } : { value: 'lowest', after: false };
}

function highCut({ high }: NumberRange): Cut {
  const value = high && parseRational(high.value);
  return value && high ? { value, after: high.included } : { value: 'highest', after: false };
}

function compareCuts(left: Cut, right: Cut): number {
  if (left.value === right.value) return Number(left.after) - Number(right.after);
  if (left.value === 'lowest' || right.value === 'highest') return -1;
  if (left.value === 'highest' || right.value === 'lowest') return 1;
  return compare(left.value, right.value) || Number(left.after) - Number(right.after);
}

function rangesOf(matches: readonly KeyMatch[]): readonly Piece[] {
  const cuts = matches
    .flatMap((match) => (match.kind === 'range' ? [lowCut(match), highCut(match)] : []))
    .concat({ value: 'lowest', after: false }, { value: 'highest', after: false })
    .sort(compareCuts)
    .filter((cut, index, all) => {
      const previous = all[index - 1];
      return previous === undefined || compareCuts(previous, cut) !== 0;
    });
  return cuts.slice(1).map((high, index) => rangeBetween(cuts[index], high));
}

function rangeBetween(low: Cut | undefined, high: Cut): NumberRange {
  const from = low && boundOf(low, (after) => !after);
  const to = boundOf(high, (after) => after);
  return { kind: 'range', ...(from && { low: from }), ...(to && { high: to }) };
}

function boundOf(
  { value, after }: Cut,
  isIncluded: (after: boolean) => boolean,
): NumberRange['low'] | undefined {
  if (value === 'lowest' || value === 'highest') return undefined;
  return { value: printRational(value), included: isIncluded(after) };
}
