import { spell } from '../../syntax/spellings.ts';
import { unfilled } from '../../syntax/unfilled.ts';
import { endOf, printRow } from './print-row.ts';
import type { TableChange, TableEdit, TableEditing } from './table-edit.ts';
import type { TableGrid, TableRow } from './table-grid.ts';
import { cellAt } from './table-grid.ts';
import { refuseEdit } from './table-refusals.ts';

type EditOf<Kind extends TableEdit['kind']> = Extract<TableEdit, { kind: Kind }>;

export function setCells(
  { row, column, cells }: EditOf<'set-cells'>,
  grid: TableGrid,
  text: string,
): TableEditing {
  const changes: TableChange[] = [];
  for (const [down, line] of cells.entries()) {
    if (row + down >= grid.rows.length) break;
    for (const [across, put] of line.entries()) {
      if (put === undefined) continue;
      const cell = cellAt(grid, { row: row + down, column: column + across });
      if (!cell) return refuseEdit('no-cell');
      if (put.trim() === '') return refuseEdit('blank-cell');
      if (put.trim() === cell.text) continue;
      if (cell.isCommented) return refuseEdit('comment-inside');
      changes.push({ from: cell.from, to: cell.to, text: put.trim() });
    }
  }
  const beyond = cells.slice(Math.max(0, grid.rows.length - row));
  if (beyond.length === 0) return { kind: 'changes', changes };
  if (column + Math.max(...beyond.map((line) => line.length)) > grid.width) {
    return refuseEdit('no-cell');
  }
  const lines = beyond.map((line) =>
    Array.from(
      { length: grid.width },
      (_, at) => line[at - column]?.trim() || unfilled(grid.language),
    ),
  );
  return {
    kind: 'changes',
    changes: [...changes, ...insertRows(lines, grid.rows.length - 1, grid, text)],
  };
}

export function addRow(edit: EditOf<'add-row'>, grid: TableGrid, text: string): TableEditing {
  const { after, cells = [] } = edit;
  if (after < -1 || after >= grid.rows.length) return refuseEdit('no-cell');
  // Above the heading there are no rows.
  const behind = Math.max(after, grid.heading ?? -1);
  const line = Array.from(
    { length: grid.width },
    (_, at) => cells[at]?.trim() || unfilled(grid.language),
  );
  return { kind: 'changes', changes: insertRows([line], behind, grid, text) };
}

/** New rows behind a row, or as the first ones: on lines of their own where the row beside stands on one. */
function insertRows(
  lines: readonly (readonly string[])[],
  after: number,
  grid: TableGrid,
  text: string,
): readonly TableChange[] {
  const before = grid.rows[after];
  const like = likeRow(after, grid);
  const mark = spell(';', grid.language);
  const printed = lines.map(
    (cells) => `${printRow(cells, like, grid, text)}${endMark(grid, text) || mark}`,
  );
  const missing: readonly TableChange[] =
    before && !before.end
      ? [{ from: before.to, to: before.to, text: endMark(grid, text) || mark }]
      : [];
  const at = before ? (before.end?.to ?? before.to) : grid.open + 1;
  const indent = indentOf(like ?? before, grid, text);
  if (indent === undefined) {
    return [...missing, { from: at, to: at, text: printed.map((row) => ` ${row}`).join('') }];
  }
  // Behind a comment on the same line, which is about the row before.
  const line = text.slice(at).search(/\r?\n/);
  const rest = line === -1 ? '' : text.slice(at, at + line);
  const isFree = line !== -1 && /^\s*(?:\/\/.*|\/\*.*\*\/\s*)?$/.test(rest);
  const end = isFree ? at + line : at;
  const newline = /\r\n/.test(text) ? '\r\n' : '\n';
  return [
    ...missing,
    { from: end, to: end, text: printed.map((row) => newline + indent + row).join('') },
  ];
}

/** The row whose manner a new one takes: the one before it, else the one behind, rather no heading. */
function likeRow(after: number, { rows, heading, width }: TableGrid): TableRow | undefined {
  const whole = (index: number): boolean => rows[index]?.cells.length === width;
  const order = [after, after + 1, ...rows.keys()].filter(whole);
  const index = order.find((each) => each !== heading) ?? order[0];
  return index === undefined ? undefined : rows[index];
}

/** The spaces before a row that stands on a line of its own; undefined where rows stand behind each other. */
function indentOf(row: TableRow | undefined, grid: TableGrid, text: string): string | undefined {
  const place = row?.from ?? grid.close;
  const lead = text.slice(text.lastIndexOf('\n', place - 1) + 1, place);
  if (/\S/.test(lead)) return undefined;
  return row ? lead : `${lead}  `;
}

/** How the rows of this table end. */
function endMark({ rows }: TableGrid, text: string): string {
  const end = rows.find((row) => row.end)?.end;
  return end ? text.slice(end.from, end.to) : '';
}

export function removeRow(
  { row }: EditOf<'remove-row'>,
  grid: TableGrid,
  text: string,
): TableEditing {
  const found = grid.rows[row];
  if (!found) return refuseEdit('no-cell');
  if (row === grid.heading) return refuseEdit('heading-row');
  if (found.cells.some(({ isCommented }) => isCommented)) return refuseEdit('comment-inside');
  const from = found.from;
  const to = found.end?.to ?? found.to;
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const newline = text.indexOf('\n', to);
  const isAlone =
    newline !== -1 &&
    !/\S/.test(text.slice(lineStart, from)) &&
    !/\S/.test(text.slice(to, newline));
  if (isAlone)
    return { kind: 'changes', changes: [{ from: lineStart, to: newline + 1, text: '' }] };
  // The space before it goes with it, unless that is the beginning of a line.
  const lead = /[ \t]+$/.exec(text.slice(0, from))?.[0].length ?? 0;
  const isFirst = !/\S/.test(text.slice(lineStart, from));
  return { kind: 'changes', changes: [{ from: isFirst ? from : from - lead, to, text: '' }] };
}

export function addColumn(edit: EditOf<'add-column'>, grid: TableGrid): TableEditing {
  const { rows, heading, keyCount, width, columns } = grid;
  const { after, type } = edit;
  const name = edit.heading.trim();
  if (heading === undefined) return refuseEdit('one-value');
  if (after < keyCount - 1 || after >= width) return refuseEdit('key-column');
  if (name === '') return refuseEdit('blank-cell');
  if (rows.some(({ cells }) => cells.length !== width)) return refuseEdit('uneven-rows');
  const cells = rows.flatMap(({ cells: line, form }, index): readonly TableChange[] => {
    const cell = line[after];
    if (!cell || form === 'keyed') return [];
    const at = endOf(cell);
    return [{ from: at, to: at, text: ` | ${index === heading ? name : unfilled(grid.language)}` }];
  });
  if (columns.length === 0) return { kind: 'changes', changes: cells };
  const before = columns[after - keyCount];
  const [first] = columns;
  if (type === undefined || type.trim() === '') return refuseEdit('column-type');
  const declared = `${name}${spell(':', grid.language)}${type.trim()}`;
  const comma = spell(',', grid.language);
  const head: readonly TableChange[] = before
    ? [{ from: before.to, to: before.to, text: `${comma}${declared}` }]
    : first
      ? [{ from: first.from, to: first.from, text: `${declared}${comma}` }]
      : [];
  return { kind: 'changes', changes: [...head, ...cells] };
}

export function removeColumn({ column }: EditOf<'remove-column'>, grid: TableGrid): TableEditing {
  const { rows, heading, keyCount, width, columns } = grid;
  if (heading === undefined) return refuseEdit('one-value');
  if (column < keyCount || column >= width) return refuseEdit('key-column');
  if (width - keyCount < 2) return refuseEdit('last-column');
  if (rows.some(({ cells }) => cells.length !== width)) return refuseEdit('uneven-rows');
  if (rows.some(({ cells }) => cells[column]?.isCommented)) return refuseEdit('comment-inside');
  const cells = rows.flatMap(({ cells: line }): readonly TableChange[] => {
    const [before, cell] = [line[column - 1], line[column]];
    return before && cell ? [{ from: endOf(before), to: endOf(cell), text: '' }] : [];
  });
  return { kind: 'changes', changes: [...removeDeclared(column - keyCount, columns), ...cells] };
}

function removeDeclared(index: number, columns: TableGrid['columns']): readonly TableChange[] {
  const [before, own, behind] = [columns[index - 1], columns[index], columns[index + 1]];
  if (!own) return [];
  if (before) return [{ from: before.to, to: own.to, text: '' }];
  return behind ? [{ from: own.from, to: behind.from, text: '' }] : [];
}
