import { displayWidth, padDisplay } from '../../syntax/format/display-width.ts';
import { spell } from '../../syntax/spellings.ts';
import type { TableCell, TableGrid, TableRow } from './table-grid.ts';

/** A row in the manner of one beside it: the same marks, spaces and bars, columns as wide as there. */
export function printRow(
  cells: readonly string[],
  like: TableRow | undefined,
  grid: TableGrid,
  text: string,
): string {
  if (like?.cells.length !== cells.length) return plainRow(cells, grid);
  const [first] = like.cells;
  const last = like.cells.at(-1);
  const printed = cells.map((cell, at) => {
    const own = like.cells[at];
    const next = like.cells[at + 1];
    if (!own || !next) return cell;
    const between = text.slice(endOf(own), next.from);
    const [, before = '', mark = '', behind = ''] = /^(\s*)([^\s/]+)(\s*)$/.exec(between) ?? [];
    // A comment, or a line break in the row: what stands there is not to be repeated.
    if (mark === '' || between.includes('\n')) return `${cell}${plainMark(at, grid, like.form)}`;
    const width = displayWidth(text.slice(own.from, endOf(own)) + before);
    const padded = like.form === 'grid' ? padDisplay(cell, width) : cell + before;
    const isTight = before !== '' && padded === cell;
    return `${padded}${isTight ? ' ' : ''}${mark}${behind}`;
  });
  const head = first ? text.slice(like.from, first.from) : '';
  const tail = last ? text.slice(endOf(last), like.to) : '';
  return `${isBar(head) ? head : ''}${printed.join('')}${isBar(tail) ? tail : ''}`;
}

function plainRow(cells: readonly string[], grid: TableGrid): string {
  const form = grid.heading === undefined ? 'keyed' : 'grid';
  return cells
    .map((cell, at) => (at === cells.length - 1 ? cell : cell + plainMark(at, grid, form)))
    .join('');
}

function plainMark(at: number, { keyCount, language }: TableGrid, form: TableRow['form']): string {
  if (form === 'grid') return ' | ';
  const space = language === 'en' ? ' ' : '';
  return `${spell(at + 1 < keyCount ? ',' : ':', language)}${space}`;
}

function isBar(text: string): boolean {
  return /^\s*[|｜│]\s*$/.test(text);
}

/** Where a cell ends, with what is noted behind it. */
export function endOf({ to, notes }: TableCell): number {
  return notes?.to ?? to;
}
