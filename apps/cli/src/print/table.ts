import { displayWidth, padToWidth } from '@tiaoli/base';

/** Rows in columns aligned by display width; a row may be shorter than the others. No spaces at the ends of lines. */
export function printTable(
  rows: readonly (readonly string[])[],
  alignments: readonly ('left' | 'right')[],
  indent: string,
): string {
  const widths = alignments.map((_, at) =>
    Math.max(0, ...rows.map((row) => displayWidth(row[at] ?? ''))),
  );
  return rows
    .map((row) => {
      const cells = row.map((cell, at) => align(cell, widths[at] ?? 0, alignments[at]));
      return `${indent}${cells.join('  ')}`.trimEnd();
    })
    .map((line) => `${line}\n`)
    .join('');
}

function align(cell: string, width: number, alignment: 'left' | 'right' | undefined): string {
  if (alignment !== 'right') return padToWidth(cell, width);
  return ' '.repeat(Math.max(0, width - displayWidth(cell))) + cell;
}
