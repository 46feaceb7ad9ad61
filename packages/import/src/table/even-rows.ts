import type { SourceCell } from '../source-document.ts';

const empty: SourceCell = { kind: 'cell', lines: [] };

/** Rows of equal length, the shorter ones filled up with empty cells. */
export function evenRows(rows: readonly (readonly SourceCell[])[]): {
  readonly rows: readonly (readonly SourceCell[])[];
  readonly isUneven: boolean;
} {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const isUneven = rows.some(({ length }) => length !== width);
  if (!isUneven) return { rows, isUneven };
  const filled = rows.map((row) => [
    ...row,
    ...Array.from({ length: width - row.length }, () => empty),
  ]);
  return { rows: filled, isUneven };
}
