import type { Cell, Table } from './table.ts';

/** One bar for each row, of characters: full where it is above zero, shaded where it is below; none without a value. */
export function barTexts(
  { columns, rows, bars }: Table,
  width: number,
): readonly string[] | undefined {
  const at = columns.findIndex(({ key }) => key === bars);
  if (at < 0) return undefined;
  const sizes = rows.map((row) => sizeOf(row[at]));
  const largest = sizes.reduce((most, size) => Math.max(most, Math.abs(size)), 0);
  return sizes.map((size) => {
    if (size === 0) return '';
    // The smallest amount is seen too.
    const length = Math.max(1, Math.round((Math.abs(size) / largest) * width));
    return (size > 0 ? '█' : '░').repeat(length);
  });
}

/** For lengths alone. */
function sizeOf(cell: Cell | undefined): number {
  return Number(cell?.value ?? 0);
}
