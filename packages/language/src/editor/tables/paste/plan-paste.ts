import type { Diagnostic, LocalText } from '@tiaoli/base';
import { quantityOf, spellQuantity } from '../../../syntax/literals.ts';
import { unfilled } from '../../../syntax/unfilled.ts';
import type { ScannedText } from '../../scanned-text.ts';
import { scanText } from '../../scanned-text.ts';
import { editTable } from '../edit-table.ts';
import { readRows } from '../read-rows.ts';
import { readTables } from '../read-tables.ts';
import { applyChanges } from '../table-edit.ts';
import type { TableGrid } from '../table-grid.ts';
import { cellAt } from '../table-grid.ts';
import type { PasteRefusal } from './paste-refusals.ts';
import { pasteReason } from './paste-refusals.ts';
import type { ColumnMeasure, PasteUnit } from './pasted-cell.ts';
import { isSameCell, readPastedCell } from './pasted-cell.ts';

/** Cells of a spreadsheet, from one cell of a table on. */
export interface PastedBlock {
  /** The first cell that they are for; the row that names the columns counts. */
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly string[])[];
  /** What the plain numbers of a column count, by the column of the table. */
  readonly units: Readonly<Record<number, PasteUnit>>;
}

/** What becomes of one pasted cell. */
export type PlannedCell =
  /** Blank, or what the table says already: the cell stays, byte for byte. */
  | { readonly kind: 'kept'; readonly text: string }
  /** `before` is absent in a row that is added. */
  | { readonly kind: 'new'; readonly text: string; readonly before?: string }
  /** A number that waits for its unit. */
  | { readonly kind: 'plain'; readonly text: string; readonly measure: ColumnMeasure }
  | { readonly kind: 'wrong'; readonly text: string; readonly reason: LocalText };

/** What a paste would do, cell by cell; the cells as `set-cells` takes them. */
export interface PastePlan {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly PlannedCell[])[];
  /** Rows that the table has not. */
  readonly added: number;
  /** The first pasted row repeated the heading and is left out. */
  readonly hasHeading: boolean;
}

/** More cells than these are no table of a policy; the answer would keep one waiting. */
const MOST_CELLS = 5000;

/** Findings hide others behind them; what is found after that many looks is told in the table. */
const LOOKS = 4;

export type Planning =
  | { readonly kind: 'plan'; readonly plan: PastePlan }
  | { readonly kind: 'refused'; readonly reason: LocalText };

/**
 * What pasting a block into the table that begins at `from` would do. Each cell is read for its column, then the text as it
 * would be is looked at whole: a cell in which `findingsWith` finds an error is not taken over, with that finding as its reason.
 */
export function planPaste(
  scanned: ScannedText,
  from: number,
  block: PastedBlock,
  findingsWith: (text: string) => readonly Diagnostic[],
): Planning {
  const grid = readTables(scanned).find((each) => each.from === from);
  if (!grid)
    return refusal(
      '这张表已经不在正文里，请重新选择',
      'this table is no longer in the text; choose it again',
    );
  const count = block.cells.reduce((sum, line) => sum + line.length, 0);
  if (count > MOST_CELLS) {
    return refusal(
      `一次最多粘贴 ${MOST_CELLS} 格，这里有 ${count} 格；请分几次`,
      `at most ${MOST_CELLS} cells are pasted at once, these are ${count}; paste them in parts`,
    );
  }
  const hasHeading = repeatsHeading(block, grid);
  const lines = hasHeading ? block.cells.slice(1) : block.cells;
  const read = lines.map((line, down) =>
    line.map((text, across) => planCell(text, { grid, block, text: scanned.text }, down, across)),
  );
  const start = { row: block.row, column: block.column };
  const added = Math.max(0, block.row + read.length - grid.rows.length);
  const cells = looked({ ...start, cells: read }, { scanned, grid, findingsWith });
  return { kind: 'plan', plan: { ...start, cells, added, hasHeading } };
}

function refusal(zh: string, en: string): Planning {
  return { kind: 'refused', reason: { zh, en } };
}

/** The cells that are taken over, as `set-cells` wants them; nothing behind the last of a row, and of all. */
export function cellsOfPlan(
  cells: PastePlan['cells'],
): readonly (readonly (string | undefined)[])[] {
  const lines = cells.map((line) =>
    upToLast(
      line.map((cell) => (cell.kind === 'new' ? cell.text : undefined)),
      (text) => text !== undefined,
    ),
  );
  return upToLast(lines, (line) => line.length > 0);
}

function upToLast<Item>(items: readonly Item[], counts: (item: Item) => boolean): readonly Item[] {
  return items.slice(0, items.findLastIndex(counts) + 1);
}

function repeatsHeading({ column, cells }: PastedBlock, grid: TableGrid): boolean {
  const heading = grid.heading === undefined ? undefined : grid.rows[grid.heading];
  const [first = []] = cells;
  const isRepeated = first.every(
    (text, at) => text.trim() !== '' && text.trim() === heading?.cells[column + at]?.text,
  );
  return cells.length > 1 && first.length > 0 && isRepeated;
}

interface Target {
  readonly grid: TableGrid;
  readonly block: PastedBlock;
  readonly text: string;
}

function planCell(
  written: string,
  { grid, block, text }: Target,
  down: number,
  across: number,
): PlannedCell {
  const column = block.column + across;
  const cell = cellAt(grid, { row: block.row + down, column });
  const isBeyond = block.row + down >= grid.rows.length;
  if (!cell && (!isBeyond || column >= grid.width)) {
    return written.trim() === '' ? { kind: 'kept', text: '' } : wrong(written, 'no-column');
  }
  const measure = measureOf(grid, column, text);
  const unit = block.units[column];
  const { language } = grid;
  const read = readPastedCell(written, { measure, language, ...(unit && { unit }) });
  if (read.kind === 'blank') return { kind: 'kept', text: cell?.text ?? unfilled(language) };
  if (read.kind === 'wrong') return wrong(written, read.reason);
  if (read.kind === 'plain') return { kind: 'plain', text: written.trim(), measure };
  if (cell && isSameCell(cell.text, read.text)) return { kind: 'kept', text: cell.text };
  if (!isOneCell(read.text)) return wrong(written, 'not-one-cell');
  if (cell?.isCommented) return wrong(written, 'comment-inside');
  return { kind: 'new', text: read.text, ...(cell && { before: cell.text }) };
}

function wrong(written: string, reason: PasteRefusal): PlannedCell {
  return { kind: 'wrong', text: written.trim(), reason: pasteReason(reason) };
}

/** Whether it stays one cell, with cells beside it and a row behind. */
function isOneCell(text: string): boolean {
  const scanned = scanText(`甲 | ${text} | 乙；丙`);
  const [row, behind] = readRows(scanned);
  const cell = row?.cells[1];
  return (
    scanned.hidden.length === 0 &&
    row?.cells.length === 3 &&
    cell?.text === text &&
    cell.notes === undefined &&
    behind?.cells[0]?.text === '丙'
  );
}

/** By its type where the table says it, else by what its cells hold. */
function measureOf(grid: TableGrid, column: number, text: string): ColumnMeasure {
  if (column < grid.keyCount) return 'other';
  if (grid.kind === 'brackets') return 'rate';
  const heading = grid.rows[grid.heading ?? -1]?.cells[column]?.text;
  const named =
    grid.columns.find(({ name }) => name === heading) ?? grid.columns[column - grid.keyCount];
  const type = named ? text.slice(named.from, named.to).replace(/^.*?[:：]/, '') : grid.type;
  if (/金额|money/.test(type)) return 'money';
  if (/比例|rate/.test(type)) return 'rate';
  if (type.trim() !== '') return 'other';
  const kinds = grid.rows.flatMap(({ cells }) => {
    const quantity = quantityOf(spellQuantity(cells[column]?.text ?? '', 'zh'));
    return quantity ? [quantity.kind] : [];
  });
  const [kind] = kinds;
  return kind === 'money' || kind === 'rate' ? kind : 'other';
}

interface Looking {
  readonly scanned: ScannedText;
  readonly grid: TableGrid;
  readonly findingsWith: (text: string) => readonly Diagnostic[];
}

/** The cells with those marked in which the text as it would be has an error. */
function looked(
  { row, column, cells }: Pick<PastePlan, 'row' | 'column' | 'cells'>,
  { scanned, grid, findingsWith }: Looking,
): PastePlan['cells'] {
  let now = cells;
  for (let look = 0; look < LOOKS; look += 1) {
    const edit = { kind: 'set-cells', row, column, cells: cellsOfPlan(now) } as const;
    const editing = editTable(scanned, grid.from, edit);
    if (editing.kind === 'refused') return now;
    const text = applyChanges(scanned.text, editing.changes);
    const after = readTables(scanText(text)).find(({ from }) => from === grid.from);
    const errors = findingsWith(text).filter(({ severity }) => severity === 'error');
    let isClean = true;
    now = now.map((line, down) =>
      line.map((cell, across) => {
        const place = after && cellAt(after, { row: row + down, column: column + across });
        const found = errors.find(
          ({ span }) => place && span.start.offset >= place.from && span.start.offset < place.to,
        );
        if (cell.kind !== 'new' || !found) return cell;
        isClean = false;
        return { kind: 'wrong', text: cell.text, reason: reasonOf(found) };
      }),
    );
    if (isClean) break;
  }
  return now;
}

function reasonOf({ message, hint }: Diagnostic): LocalText {
  if (!hint) return message;
  return { zh: `${message.zh}；${hint.zh}`, en: `${message.en}; ${hint.en}` };
}
