import { unfilled } from '../../syntax/unfilled.ts';
import type { ScannedText } from '../scanned-text.ts';
import { scanText } from '../scanned-text.ts';
import { addColumn, addRow, removeColumn, removeRow, setCells } from './edit-rows.ts';
import { readTables } from './read-tables.ts';
import type { TableEdit, TableEditing } from './table-edit.ts';
import { applyChanges } from './table-edit.ts';
import type { TableGrid } from './table-grid.ts';
import { refuseEdit } from './table-refusals.ts';

/**
 * The changes of the text that make `edit` of the table that begins at `from`. Nothing but the cells that are meant changes:
 * the text that comes of it is read again, and an edit is refused where any other cell, row, comment or statement would be
 * another one than before.
 */
export function editTable(scanned: ScannedText, from: number, edit: TableEdit): TableEditing {
  const grid = readTables(scanned).find((each) => each.from === from);
  if (!grid) return refuseEdit('no-table');
  const editing = editOf(edit, grid, scanned.text);
  if (editing.kind === 'refused') return editing;
  const after = scanText(applyChanges(scanned.text, editing.changes));
  return isAsMeant(scanned, after, grid, edit) ? editing : refuseEdit('not-one-cell');
}

function editOf(edit: TableEdit, grid: TableGrid, text: string): TableEditing {
  switch (edit.kind) {
    case 'set-cell': {
      const { row, column } = edit;
      if (row >= grid.rows.length) return refuseEdit('no-cell');
      return setCells({ kind: 'set-cells', row, column, cells: [[edit.text]] }, grid, text);
    }
    case 'set-cells':
      return setCells(edit, grid, text);
    case 'add-row':
      return addRow(edit, grid, text);
    case 'remove-row':
      return removeRow(edit, grid, text);
    case 'add-column':
      return addColumn(edit, grid);
    case 'remove-column':
      return removeColumn(edit, grid);
  }
}

/** Whether the text reads as it is meant to: the edited cells as asked, everything else as before. */
function isAsMeant(
  before: ScannedText,
  after: ScannedText,
  grid: TableGrid,
  edit: TableEdit,
): boolean {
  const now = readTables(after).find(({ from }) => from === grid.from);
  if (!now) return false;
  // Value columns of their own are declared in the head.
  const isHeadKept = edit.kind !== 'add-column' && edit.kind !== 'remove-column';
  return (
    isSame(wordsAround(before, grid, isHeadKept), wordsAround(after, now, isHeadKept)) &&
    isSame(before.hidden.map(imageOf), after.hidden.map(imageOf)) &&
    isSame(
      wantedRows(grid, edit).map(rowText),
      now.rows.map(({ cells }) => rowText(cells)),
    )
  );
}

/** The words before the cells and behind them. */
function wordsAround(
  { tokens }: ScannedText,
  { from, open, close }: TableGrid,
  isHeadKept: boolean,
): readonly string[] {
  const end = isHeadKept ? open : from;
  return tokens.filter(({ startOffset }) => startOffset < end || startOffset >= close).map(imageOf);
}

function imageOf({ image }: { readonly image: string }): string {
  return image;
}

/** A cell as far as two texts of one table are compared. */
interface CellWords {
  readonly text: string;
  readonly notes?: { readonly text: string };
}

type Line = readonly CellWords[];

/** A letter that no source holds parts the cells. */
const PART = '\u0000';

function rowText(cells: Line): string {
  return cells
    .map(({ text, notes }) => (notes ? `${text}${PART}${PART}${notes.text}` : text))
    .join(PART);
}

/** The rows as they are to be. */
function wantedRows(grid: TableGrid, edit: TableEdit): readonly Line[] {
  const lines: readonly Line[] = grid.rows.map(({ cells }) => cells);
  switch (edit.kind) {
    case 'set-cell':
      return lines.map((line, row) =>
        row === edit.row ? withTexts(line, edit.column, [edit.text]) : line,
      );
    case 'set-cells': {
      const beyond = edit.cells.slice(Math.max(0, lines.length - edit.row));
      return [
        ...lines.map((line, row) => withTexts(line, edit.column, edit.cells[row - edit.row] ?? [])),
        ...beyond.map((texts) => withTexts(blankLine(grid), edit.column, texts)),
      ];
    }
    case 'add-row': {
      const at = Math.max(edit.after, grid.heading ?? -1) + 1;
      return lines.toSpliced(at, 0, withTexts(blankLine(grid), 0, edit.cells ?? []));
    }
    case 'remove-row':
      return lines.toSpliced(edit.row, 1);
    case 'add-column':
      return lines.map((line, row) => {
        const text = row === grid.heading ? edit.heading.trim() : unfilled(grid.language);
        return line.toSpliced(edit.after + 1, 0, { text });
      });
    case 'remove-column':
      return lines.map((line) => line.toSpliced(edit.column, 1));
  }
}

function withTexts(line: Line, column: number, texts: readonly (string | undefined)[]): Line {
  return line.map((cell, at) => {
    const text = texts[at - column]?.trim();
    return text ? { ...cell, text } : cell;
  });
}

function blankLine(grid: TableGrid): Line {
  return Array.from({ length: grid.width }, () => ({ text: unfilled(grid.language) }));
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((each, at) => each === right[at]);
}
