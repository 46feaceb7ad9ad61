import type { KeyMatch } from './expr.ts';

/**
 * The rows in such an order that the first one that matches gives the value.
 *
 * A row that names the key comes before one that says `otherwise`, compared column by column from the left. Whoever
 * evaluates, folds or emits a lookup takes the rows in this order.
 */
export function rowsInOrder<T extends { readonly match: readonly KeyMatch[] }>(
  rows: readonly T[],
): readonly T[] {
  return rows.toSorted((left, right) => compareMatches(left.match, right.match));
}

function compareMatches(left: readonly KeyMatch[], right: readonly KeyMatch[]): number {
  const flags = left.map((match, column) => yields(match) - yields(right[column]));
  return flags.find((flag) => flag !== 0) ?? 0;
}

function yields(match: KeyMatch | undefined): number {
  return match?.kind === 'otherwise' ? 1 : 0;
}
