import type { ImportNote } from '../report/import-note.ts';
import type { SourceBlock, SourceCell } from '../source-document.ts';
import { beginning } from '../source-document.ts';
import { blockLines, firstWords } from '../table/block-lines.ts';
import { evenRows } from '../table/even-rows.ts';
import type { HtmlNode } from './html-node.ts';
import { attribute, elementsBelow } from './html-node.ts';

const MOST_COLUMNS = 200;
const MOST_ROWS = 10_000;
/** Places that merged cells may cover in one table; beyond, they stand alone. */
const MOST_COVERED = 100_000;

/** The table while it is laid out. */
interface Grid {
  readonly rows: SourceCell[][];
  covered: number;
}

/** The caption of a table, and its cells; merged ones said to be merged. */
export function readHtmlTable(
  table: HtmlNode,
  blocksIn: (cell: HtmlNode) => readonly SourceBlock[],
  notes: ImportNote[],
): readonly SourceBlock[] {
  const own = new Set(['table']);
  const captions = elementsBelow(table, new Set(['caption']), own).flatMap(blocksIn);
  const rows = elementsBelow(table, new Set(['tr']), own);
  const grid: Grid = { rows: rows.map(() => []), covered: 0 };
  for (const [at, row] of rows.entries()) {
    for (const cell of elementsBelow(row, new Set(['td', 'th']), new Set(['table', 'td', 'th']))) {
      // A height of 0 is all of the rows below.
      const height = spanOf(cell, 'rowspan') || rows.length;
      const width = spanOf(cell, 'colspan') || 1;
      place(readCell(cell, blocksIn, notes), { at, height, width }, grid);
    }
  }
  const { rows: even, isUneven } = evenRows(grid.rows.map((row) => Array.from(row, orEmpty)));
  if (isUneven) notes.push({ code: 'uneven-table', at: beginning(firstWords(even)) });
  return even.flat().length === 0 ? captions : [...captions, { kind: 'table', rows: even }];
}

/** Where no cell of the page stands. */
function orEmpty(cell: SourceCell | undefined): SourceCell {
  return cell ?? { kind: 'cell', lines: [] };
}

function readCell(
  cell: HtmlNode,
  blocksIn: (cell: HtmlNode) => readonly SourceBlock[],
  notes: ImportNote[],
): SourceCell {
  const blocks = blocksIn(cell);
  for (const table of blocks.filter(({ kind }) => kind === 'table')) {
    notes.push({ code: 'nested-table', at: beginning(blockLines(table)[0] ?? '') });
  }
  return { kind: 'cell', lines: blocks.flatMap(blockLines).filter((line) => line !== '') };
}

function spanOf(cell: HtmlNode, name: 'rowspan' | 'colspan'): number {
  const span = Number(attribute(cell, name) ?? 1);
  if (!Number.isInteger(span) || span < 0) return 1;
  return Math.min(span, name === 'colspan' ? MOST_COLUMNS : MOST_ROWS);
}

/** Into the first free place of its row, and over the rows and columns that it spans. */
function place(
  cell: SourceCell,
  { at, height, width }: { readonly at: number; readonly height: number; readonly width: number },
  grid: Grid,
): void {
  const row = grid.rows[at] ?? [];
  let column = 0;
  while (row[column] !== undefined) column += 1;
  row[column] = cell;
  for (const line of grid.rows.slice(at, at + height)) {
    for (let right = 0; right < width && grid.covered < MOST_COVERED; right += 1) {
      if (line[column + right] !== undefined) continue;
      line[column + right] = { kind: 'merged', into: right > 0 ? 'left' : 'above' };
      grid.covered += 1;
    }
    if (grid.covered >= MOST_COVERED) return;
  }
}
