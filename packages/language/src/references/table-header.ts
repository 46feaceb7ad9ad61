import type { AstNode } from 'langium';
import type { Cell, GridRow, NameReference, Row } from '../generated/ast.ts';
import { isCell, isGridRow } from '../generated/ast.ts';
import { closestName } from './closest-name.ts';
import type { DocumentScope } from './document-scope.ts';
import type { Resolution } from './resolution.ts';
import type { TableStatement } from './table-shape.ts';
import { enclosingTable } from './table-shape.ts';
import { fieldOf } from './visible-values.ts';

/** The first row with bars names what stands below it. */
export function headerRow(rows: readonly Row[]): GridRow | undefined {
  return rows.find(isGridRow);
}

/** The name that a cell consists of; undefined for any other content. */
export function cellName(cell: Cell): string | undefined {
  const { content } = cell;
  if (content.$type !== 'Interval' || content.second) return undefined;
  const { first } = content;
  const isBare = first.$type === 'ValueBound' && first.word === undefined;
  return isBare && first.value.$type === 'NameReference' ? first.value.target.$refText : undefined;
}

/** Names of the dimensions as declared; 分段 has none. */
export function dimensionNames(table: TableStatement): readonly (string | undefined)[] {
  if (table.$type === 'Table') {
    return table.dimensions.map((each) =>
      each.$type === 'FieldDimension' ? each.field.$refText : undefined,
    );
  }
  return table.$type === 'Determination' ? table.keys.map(({ $refText }) => $refText) : [];
}

/** How many leading cells of a row are keys: those whose heading is the name of a dimension, in order. */
export function leadingKeys(table: TableStatement, header: GridRow): number {
  const names = dimensionNames(table);
  const other = header.cells.findIndex((cell, at) => {
    const name = names[at];
    return at >= names.length || (name !== undefined && cellName(cell) !== name);
  });
  return other === -1 ? header.cells.length : other;
}

/**
 * What a name in the heading of a table stands for: a dimension, a value column, a field of the records.
 *
 * Undefined for other names, and for members of the last dimension spread over the heading.
 */
export function resolveHeading(node: NameReference, scope: DocumentScope): Resolution | undefined {
  const cell = ancestor(node, isCell);
  const row = cell && ancestor(cell, isGridRow);
  const table = row && enclosingTable(row);
  if (!cell || !row || !table || headerRow(table.rows) !== row) return undefined;
  const name = node.target.$refText;
  if (table.$type === 'ChildRecords') return resolveField(table.entity.$refText, name, scope);
  const at = dimensionNames(table).indexOf(name);
  if (at !== -1) {
    const reference =
      table.$type === 'Determination' ? table.keys[at] : dimensionReference(table, at);
    return reference && scope.resolveReference(reference, table);
  }
  const columns = table.$type === 'Table' ? table.columns : [];
  const column = columns.find((each) => each.name === name);
  if (column) return { kind: 'label', label: name, node: column };
  // The check of rows says what is wrong with a heading that names no dimension or no column.
  const isUnknown = columns.length > 0 || cell === row.cells[0];
  if (isUnknown) return { kind: 'unresolved', name, reason: 'follow-up' };
  const onlyValue = row.cells.length === leadingKeys(table, row) + 1;
  const allKeys = leadingKeys(table, row) === dimensionNames(table).length;
  return onlyValue && allKeys ? { kind: 'label', label: name, node: table } : undefined;
}

function dimensionReference(table: Extract<TableStatement, { $type: 'Table' }>, at: number) {
  const dimension = table.dimensions[at];
  return dimension?.$type === 'FieldDimension' ? dimension.field : undefined;
}

function resolveField(entity: string, name: string, scope: DocumentScope): Resolution {
  const field = fieldOf(entity, name, scope);
  if (field?.kind === 'input') return { kind: 'input', declared: field };
  const names = scope.declarations('input').filter((each) => each.entity === entity);
  const suggestion = closestName(
    name,
    names.map((each) => each.name),
  );
  return {
    kind: 'unresolved',
    name,
    reason: 'part',
    within: entity,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

function ancestor<Node extends AstNode>(
  node: AstNode,
  is: (candidate: AstNode) => candidate is Node,
): Node | undefined {
  let each: AstNode | undefined = node;
  while (each !== undefined && !is(each)) each = each.$container;
  return each;
}
