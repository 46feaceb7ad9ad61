import type { Diagnostic } from '@tiaoli/base';
import type { Cell, Determination, GridRow, KeyedRow, Table } from '../generated/ast.ts';
import { keywordLanguageOf } from '../lower/keyword-language.ts';
import { finding, related } from '../messages.ts';
import { cellName, dimensionNames, headerRow, leadingKeys } from '../references/table-header.ts';
import { dimensionsOf, enumerationOfField } from '../references/table-shape.ts';
import { spanOf } from '../span-of.ts';
import type { KeywordLanguage } from '../syntax/spellings.ts';
import { isAssignable } from '../types/arithmetic.ts';
import { resolvedType } from '../types/declared-type.ts';
import type { LanguageType } from '../types/language-type.ts';
import { typeText } from '../types/type-text.ts';
import { typeOfUse } from '../types/type-use.ts';
import type { Gap } from './add-rows.ts';
import { addRows } from './add-rows.ts';
import { checkRate } from './assigned-types.ts';
import type { CheckContext } from './check.ts';
import { withFixes } from './fixes.ts';
import type { KeyField } from './table-keys.ts';
import { keyGaps, keyOverlaps } from './table-keys.ts';

type CellTable = Table | Determination;

/** Rows of tables and of 确定 … 按: as many cells as the heading, every key once and none missing. */
export function checkTableRows(context: CheckContext): readonly Diagnostic[] {
  const tables: readonly CellTable[] = [
    ...context.nodes('Table'),
    ...context.nodes('Determination').filter(({ keys }) => keys.length > 0),
  ];
  return tables.flatMap((table) => {
    const shape = checkShape(table);
    return shape.length > 0 ? shape : [...checkKeys(table, context), ...checkCells(table, context)];
  });
}

function checkShape(table: CellTable): readonly Diagnostic[] {
  const dimensions = dimensionNames(table).length;
  const header = headerRow(table.rows);
  const keyed = table.rows.filter((row) => row.$type === 'KeyedRow');
  const wrongKeyed = keyed.flatMap((row) =>
    row.keys.length === dimensions ? [] : [cellCount(row, row.keys.length, dimensions)],
  );
  if (header === undefined) return wrongKeyed;
  const columns = columnCount(table);
  const keys = leadingKeys(table, header);
  const spread = columns === 1 && keys === dimensions - 1 && header.cells.length > keys;
  const wanted = dimensions + columns;
  if (keys < dimensions && !spread) return unknownHeading(header, keys);
  if (!spread && header.cells.length !== wanted) {
    return [cellCount(header, header.cells.length, wanted)];
  }
  const grid = table.rows.filter((row) => row.$type === 'GridRow');
  const wrongGrid = grid.flatMap((row) =>
    row.cells.length === header.cells.length
      ? []
      : [cellCount(row, row.cells.length, header.cells.length)],
  );
  return [...wrongKeyed, ...wrongGrid, ...checkColumns(table, header, keys)];
}

function columnCount(table: CellTable): number {
  return table.$type === 'Table' && table.columns.length > 0 ? table.columns.length : 1;
}

function cellCount(row: KeyedRow | GridRow, given: number, wanted: number): Diagnostic {
  return finding('wrong-cell-count', spanOf(row), { given, wanted });
}

function unknownHeading(header: GridRow, at: number): readonly Diagnostic[] {
  const cell = header.cells[at];
  return cell ? [finding('unknown-column', spanOf(cell), { name: cell.$cstNode?.text ?? '' })] : [];
}

function checkColumns(table: CellTable, header: GridRow, keys: number): readonly Diagnostic[] {
  if (table.$type !== 'Table' || table.columns.length === 0) return [];
  const names = table.columns.map(({ name }) => name);
  return header.cells.slice(keys).flatMap((cell) => {
    const name = cellName(cell);
    if (name !== undefined && names.includes(name)) return [];
    return [finding('unknown-column', spanOf(cell), { name: cell.$cstNode?.text ?? '' })];
  });
}

/** The keys of one cell: one per dimension. */
interface KeyRow {
  readonly keys: readonly Cell[];
  readonly node: KeyedRow | GridRow | Cell;
}

function keyRows(table: CellTable): readonly KeyRow[] {
  const header = headerRow(table.rows);
  const keys = header ? leadingKeys(table, header) : 0;
  const spread = header && keys < dimensionNames(table).length;
  return table.rows.flatMap((row): readonly KeyRow[] => {
    if (row.$type === 'KeyedRow') return [{ keys: row.keys, node: row }];
    if (row === header) return [];
    const leading = row.cells.slice(0, keys);
    if (!spread) return [{ keys: leading, node: row }];
    return header.cells.slice(keys).map((cell) => ({ keys: [...leading, cell], node: cell }));
  });
}

function checkKeys(table: CellTable, context: CheckContext): readonly Diagnostic[] {
  const { scope } = context;
  const dimensions = dimensionsOf(table, scope);
  if (dimensions.some(({ kind }) => kind === 'brackets')) return [];
  const fields = dimensions.map((each) => {
    const [enumeration] = each.kind === 'field' ? enumerationOfField(each.field, scope) : [];
    const type = each.kind === 'field' ? resolvedType(each.field, scope).type : undefined;
    return {
      members: enumeration && scope.membersOf(enumeration).map(({ name }) => name),
      isBoolean: type?.kind === 'boolean',
    };
  });
  const rows = keyRows(table);
  const overlaps = keyOverlaps(rows, scope).map(({ row, first, key }) =>
    finding('duplicate-key', spanOf(row.node), { key }, [
      related(spanOf(first.node), '第一行在这里', 'the first one is here'),
    ]),
  );
  const gaps = overlaps.length > 0 ? [] : keyGaps(rows, fields, scope);
  const missing = checkOtherwise(table, rows, fields);
  return [
    ...blankKeys(rows),
    ...overlaps,
    ...missing,
    ...lacking(table, gaps, fields, keywordLanguageOf(context.document)),
  ];
}

function lacking(
  table: CellTable,
  gaps: readonly Gap[],
  fields: readonly KeyField[],
  language: KeywordLanguage,
): readonly Diagnostic[] {
  if (gaps.length === 0) return [];
  const told = gaps.slice(0, 5).map((gap) => gap.filter((key) => key !== undefined).join('、'));
  const found = finding('missing-key', spanOf(table), { keys: told.join('；') });
  const isWritten = fields.every(({ members }) => members !== undefined);
  return [isWritten ? withFixes(found, [addRows(table, gaps, language)]) : found];
}

/** 未见 and 不适用 are values: a row that is for nothing is for nobody. */
function blankKeys(rows: readonly KeyRow[]): readonly Diagnostic[] {
  const cells = new Set(rows.flatMap(({ keys }) => keys));
  return [...cells]
    .filter(({ content }) => content.$type === 'Unseen' || content.$type === 'NotApplicable')
    .map((cell) => finding('blank-key', spanOf(cell), { text: cell.$cstNode?.text ?? '' }));
}

/** 其余 beside all members of the only dimension. */
function checkOtherwise(
  table: CellTable,
  rows: readonly KeyRow[],
  fields: readonly KeyField[],
): readonly Diagnostic[] {
  const [field, ...others] = fields;
  if (field?.members === undefined || others.length > 0) return [];
  const otherwise = rows.find(({ keys: [key] }) => key?.content.$type === 'OtherwiseCell');
  const listed = rows.length - (otherwise ? 1 : 0);
  const isUseless = otherwise !== undefined && listed === field.members.length;
  return isUseless ? [finding('useless-otherwise', spanOf(table), {})] : [];
}

/** Cells of rows with bars are values like any other. */
function checkCells(table: CellTable, context: CheckContext): readonly Diagnostic[] {
  const header = headerRow(table.rows);
  if (header === undefined) return [];
  const keys = leadingKeys(table, header);
  const grid = table.rows.filter((row) => row.$type === 'GridRow');
  return grid
    .filter((row) => row !== header)
    .flatMap((row) =>
      row.cells.slice(keys).flatMap((cell, index) => {
        const wanted = cellType(table, header.cells[keys + index], context);
        return wanted ? checkCell(cell, wanted, context) : [];
      }),
    );
}

function cellType(
  table: CellTable,
  heading: Cell | undefined,
  { scope }: CheckContext,
): LanguageType | undefined {
  if (table.$type === 'Determination') {
    return resolvedType(scope.resolveReference(table.target, table), scope).type;
  }
  if (table.type) return typeOfUse(table.type, scope);
  const name = heading && cellName(heading);
  return typeOfUse(table.columns.find((each) => each.name === name)?.type, scope);
}

function checkCell(
  { content }: Cell,
  wanted: LanguageType,
  { scope }: CheckContext,
): readonly Diagnostic[] {
  if (content.$type !== 'Interval') return [];
  const { value } = content.first;
  const { type } = scope.typeOf(value);
  if (isAssignable(type, wanted)) return checkRate(value, [wanted]);
  if (type.kind === 'number' && wanted.kind === 'money') {
    return [finding('plain-number-as-money', spanOf(value), { text: value.$cstNode?.text ?? '' })];
  }
  const [found, expected] = [typeText(type, scope), typeText(wanted, scope)];
  const params = {
    found: found.zh,
    foundEn: found.en,
    expected: expected.zh,
    expectedEn: expected.en,
  };
  return [finding('type-mismatch', spanOf(value), params)];
}
