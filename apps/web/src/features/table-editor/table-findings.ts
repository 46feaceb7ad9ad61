import type { TableView } from '@tiaoli/language-server';
import type { Position, Range } from 'vscode-languageserver';
import type { FindingRow } from '../editor/session/findings.ts';

/** The findings of one table, where they are shown: at a cell, else at its row, else over the table. */
export interface TableFindings {
  readonly whole: readonly FindingRow[];
  readonly byRow: ReadonlyMap<number, readonly FindingRow[]>;
  /** Cells that hold a mistake, as `row column`. */
  readonly cells: ReadonlySet<string>;
}

export function findingsOfTable(table: TableView, findings: readonly FindingRow[]): TableFindings {
  const whole: FindingRow[] = [];
  const byRow = new Map<number, readonly FindingRow[]>();
  const cells = new Set<string>();
  for (const finding of findings) {
    const { start } = finding.diagnostic.range;
    if (!holds(table.range, start)) continue;
    const at = table.rows.findIndex(({ range }) => holds(range, start));
    if (at === -1) {
      whole.push(finding);
      continue;
    }
    byRow.set(at, [...(byRow.get(at) ?? []), finding]);
    const column = table.rows[at]?.cells.findIndex(({ range }) => holds(range, start)) ?? -1;
    if (column !== -1) cells.add(cellKey(at, column));
  }
  return { whole, byRow, cells };
}

export function cellKey(row: number, column: number): string {
  return `${row} ${column}`;
}

/** The table on whose lines the cursor stands, counted from 1; the first where several stand on one line. */
export function tableAtLine(
  tables: readonly TableView[],
  lineNumber: number,
): TableView | undefined {
  return tables.find(
    ({ range }) => range.start.line < lineNumber && lineNumber <= range.end.line + 1,
  );
}

function holds({ start, end }: Range, place: Position): boolean {
  return !isBefore(place, start) && !isBefore(end, place);
}

function isBefore(left: Position, right: Position): boolean {
  return left.line < right.line || (left.line === right.line && left.character < right.character);
}
