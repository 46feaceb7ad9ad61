import type { SourceBlock, SourceCell } from '../source-document.ts';

/** A block as lines of text, where no block may stand. */
export function blockLines(block: SourceBlock): readonly string[] {
  if (block.kind === 'paragraph') {
    return [
      [block.label, block.text]
        .filter((part) => part !== undefined)
        .join(' ')
        .trim(),
    ];
  }
  return block.rows.map((row) => row.map(cellWords).join('　').trim());
}

function cellWords(cell: SourceCell): string {
  return cell.kind === 'cell' ? cell.lines.join(' ') : '';
}

/** The first words of a table, to name it by. */
export function firstWords(rows: readonly (readonly SourceCell[])[]): string {
  return (
    rows
      .flat()
      .map(cellWords)
      .find((words) => words !== '') ?? ''
  );
}
