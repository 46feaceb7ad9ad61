import { parse } from 'papaparse';

/** Cells in rows, as a spreadsheet shows them. */
export type Cells = readonly (readonly string[])[];

/**
 * The cells that a spreadsheet put on the clipboard: of its HTML, which knows merged cells, else of its text, in which a tab
 * parts cells and quotes hold line breaks. Undefined for a text that is no more than one cell.
 */
export function clipboardCells(clipboard: Pick<DataTransfer, 'getData'>): Cells | undefined {
  const cells =
    htmlCells(clipboard.getData('text/html')) ?? textCells(clipboard.getData('text/plain'));
  const filled = withoutBlankEdge(cells);
  return filled.length > 1 || (filled[0]?.length ?? 0) > 1 ? filled : undefined;
}

export function textCells(text: string): Cells {
  return parse<string[]>(text, { delimiter: '\t' }).data;
}

/** The first table of a page; undefined where there is none. */
function htmlCells(html: string): Cells | undefined {
  if (!/<table/i.test(html)) return undefined;
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  return table
    ? spreadCells([...table.rows].map((row) => [...row.cells].map(readCell)))
    : undefined;
}

/** A cell of a page with how far it reaches. */
export interface SpanningCell {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
  /** False where a long text only lies over its blank neighbours. */
  readonly isMerged: boolean;
}

function readCell(cell: HTMLTableCellElement): SpanningCell {
  for (const line of cell.querySelectorAll('br')) line.replaceWith('\uE000');
  const text = (cell.textContent ?? '')
    .replace(/\s+/g, ' ')
    .replace(/ ?\uE000 ?/g, '\n')
    .trim();
  const isMerged = !/mso-ignore:\s*colspan/i.test(cell.getAttribute('style') ?? '');
  return { text, rows: cell.rowSpan, columns: cell.colSpan, isMerged };
}

/** Rows of as many cells as one sees: what is merged stands in each cell that it covers. */
export function spreadCells(rows: readonly (readonly SpanningCell[])[]): Cells {
  const spread: string[][] = rows.map(() => []);
  for (const [top, row] of rows.entries()) {
    for (const cell of row) putCell(cell, spread.slice(top, top + cell.rows));
  }
  return spread.map((line) => Array.from(line, (text) => text ?? ''));
}

/** Puts a cell into the first place of its line that nothing reaches into, and into those below. */
function putCell({ text, columns, isMerged }: SpanningCell, lines: readonly string[][]): void {
  let left = 0;
  while (lines[0]?.[left] !== undefined) left += 1;
  for (const line of lines) {
    for (let at = 0; at < columns; at += 1) line[left + at] = isMerged || at === 0 ? text : '';
  }
}

/** Without blank rows at the end and blank columns at the right. */
function withoutBlankEdge(cells: Cells): Cells {
  const isFilled = (text: string): boolean => text.trim() !== '';
  const width = Math.max(0, ...cells.map((line) => line.findLastIndex(isFilled) + 1));
  const height = cells.findLastIndex((line) => line.some(isFilled)) + 1;
  return cells.slice(0, height).map((line) => line.slice(0, width));
}
