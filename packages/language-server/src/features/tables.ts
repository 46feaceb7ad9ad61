import type { PlannedCell, TableGrid, TextRange } from '@tiaoli/language';
import { cellsOfPlan } from '@tiaoli/language';
import type { Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  DocumentParams,
  PastePlanAnswer,
  PastePlanParams,
  PlannedCellView,
  TableEditAnswer,
  TableEditParams,
  TableView,
} from '../protocol.ts';
import type { Session } from '../session.ts';

/** `tiaoli/tables`: the tables and bands of one document; also while it does not parse. */
export function findTables(session: Session, { uri }: DocumentParams): readonly TableView[] {
  const path = session.pathOf(uri);
  const text = TextDocument.create('', '', 0, session.textOf(path) ?? '');
  return session.workspace.editor.tables(path).map((grid) => viewOf(grid, rangesIn(text)));
}

/** `tiaoli/editTable`: the edits of the text; a sentence where the table cannot be edited so. */
export function answerTableEdit(
  session: Session,
  { uri, from, edit }: TableEditParams,
): TableEditAnswer {
  const path = session.pathOf(uri);
  const range = rangesIn(TextDocument.create('', '', 0, session.textOf(path) ?? ''));
  const editing = session.workspace.editor.editTable(path, from, edit);
  if (editing.kind === 'refused') {
    return { kind: 'refused', reason: editing.reason[session.language] };
  }
  const edits = editing.changes.map((change) => ({ range: range(change), newText: change.text }));
  return { kind: 'edits', edits };
}

/** `tiaoli/planPaste`: what pasting would do, cell by cell; null where the document is not open. */
export function answerPastePlan(
  session: Session,
  { uri, from, block }: PastePlanParams,
): PastePlanAnswer | null {
  const path = session.pathOf(uri);
  const { editor } = session.workspace;
  const planning = editor.planPaste(path, from, block);
  const grid = editor.tables(path).find((each) => each.from === from);
  if (planning === undefined) return null;
  if (planning.kind === 'refused' || !grid) {
    const reason = planning.kind === 'refused' ? planning.reason[session.language] : '';
    return { kind: 'refused', reason };
  }
  const { row, column, cells, added, hasHeading } = planning.plan;
  const width = Math.max(0, ...cells.map(({ length }) => length));
  const plan = {
    headings: headingsOf(grid).slice(column, column + width),
    ...{ column, added, hasHeading },
    cells: cells.map((line) => line.map((cell) => plannedView(cell, session))),
    edit: { kind: 'set-cells', row, column, cells: cellsOfPlan(cells) },
  } as const;
  return { kind: 'plan', plan };
}

function plannedView(cell: PlannedCell, { language }: Session): PlannedCellView {
  return cell.kind === 'wrong' ? { ...cell, reason: cell.reason[language] } : cell;
}

type RangeOf = (range: TextRange) => Range;

function rangesIn(text: TextDocument): RangeOf {
  return ({ from, to }) => ({ start: text.positionAt(from), end: text.positionAt(to) });
}

function viewOf(grid: TableGrid, range: RangeOf): TableView {
  const { kind, name, from, heading, keyCount, columns, rows } = grid;
  return {
    ...{ kind, name, from, keyCount },
    range: range(grid),
    headings: headingsOf(grid),
    isTyped: columns.length > 0,
    ...(heading !== undefined && { heading }),
    rows: rows.map((row) => ({
      range: range({ from: row.from, to: row.end?.to ?? row.to }),
      cells: row.cells.map((cell) => ({
        range: range({ from: cell.from, to: cell.notes?.to ?? cell.to }),
        text: cell.text,
        ...(cell.notes && { notes: cell.notes.text }),
      })),
    })),
  };
}

function headingsOf({ dimensions, columns, type, heading, rows }: TableGrid): readonly string[] {
  const written = heading === undefined ? undefined : rows[heading];
  if (written) return written.cells.map(({ text }) => text);
  const keys = dimensions.length > 0 ? dimensions : [''];
  return [...keys, ...(columns.length > 0 ? columns.map(({ name }) => name) : [type])];
}
