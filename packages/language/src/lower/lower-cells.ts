import type { Rational } from '@tiaoli/base';
import { parseDate, parseRational, printRational, rational } from '@tiaoli/base';
import type { Cell, Expr, KeyMatch, ValueType } from '@tiaoli/ir';
import { notApplicable } from '@tiaoli/ir';
import type {
  Bound,
  CellContent,
  Cell as CellNode,
  CellValue,
  Expression,
  GridRow,
  Interval,
  KeyedRow,
  Row,
  Table,
} from '../generated/ast.ts';
import { spanOf } from '../span-of.ts';
import { irTypeOf } from './expressions/ir-type.ts';
import { lowerExpression } from './expressions/lower-expression.ts';
import type { Place } from './lower-context.ts';
import { refuse } from './lower-context.ts';
import { notesOf, withLimits } from './statement.ts';
import { lowerType } from './types.ts';

/** The rows of a table or of a fill, as cells. */
export interface RowsShape {
  /** How many leading cells of a row are keys. */
  readonly dimensions: number;
  /** Value columns; one without a name for a plain table. */
  readonly columns: readonly { readonly name?: string; readonly type: ValueType }[];
}

/** The cells of one version of a 表. */
export function lowerTableVersion(table: Table, place: Place): { readonly cells: readonly Cell[] } {
  const shape = {
    dimensions: table.dimensions.length,
    columns:
      table.columns.length > 0
        ? table.columns.map(
            ({ name, type }) =>
              ({ name, type: lowerType(type, place) ?? { kind: 'money' } }) as const,
          )
        : [
            {
              type: (table.type && lowerType(table.type, place)) ?? ({ kind: 'money' } as const),
            },
          ],
  };
  return { cells: lowerRows(table.rows, shape, place) };
}

/**
 * Rows to cells. Keyed rows (`一级：200元`) hold one value; rows with bars start with a header, whose last cells name the
 * value columns or, in a table of one value and two dimensions or more, the members of the last dimension.
 */
export function lowerRows(rows: readonly Row[], shape: RowsShape, place: Place): readonly Cell[] {
  const keyed = rows.filter((row): row is KeyedRow => row.$type === 'KeyedRow');
  const [header, ...body] = rows.filter((row): row is GridRow => row.$type === 'GridRow');
  const cells = keyed.map((row) => keyedCell(row, shape, place));
  return header
    ? [...cells, ...body.flatMap((row) => gridCells(header, row, shape, place))]
    : cells;
}

function keyedCell(row: KeyedRow, { columns }: RowsShape, place: Place): Cell {
  const [column] = columns;
  const type = column?.type ?? { kind: 'money' };
  return {
    match: row.keys.map(({ content }) => keyMatch(content, place)),
    ...(column?.name !== undefined && { column: column.name }),
    value: lowerCellValue(row.value, type, place),
    span: spanOf(row),
    ...provenance(row.annotations, place),
  };
}

function gridCells(header: GridRow, row: GridRow, shape: RowsShape, place: Place): readonly Cell[] {
  const named = shape.columns.some(({ name }) => name !== undefined);
  const spread = !named && shape.dimensions > 1 && header.cells.length > shape.dimensions;
  const keys = spread ? shape.dimensions - 1 : shape.dimensions;
  const leading = row.cells.slice(0, keys).map(({ content }) => keyMatch(content, place));
  return row.cells.slice(keys).map((cell, index) => {
    const head = header.cells[keys + index];
    const column = named ? shape.columns[columnIndex(head, shape, index)] : shape.columns[0];
    const match = spread && head ? [...leading, keyMatch(head.content, place)] : leading;
    return {
      match,
      ...(column?.name !== undefined && { column: column.name }),
      value: lowerCellContent(cell.content, column?.type ?? { kind: 'money' }, place),
      span: spanOf(cell),
      ...provenance(cell.annotations, place),
    };
  });
}

/** Columns may be written in another order than declared: the header's name decides. */
function columnIndex(head: CellNode | undefined, { columns }: RowsShape, index: number): number {
  const text = head?.$cstNode?.text.trim();
  const found = columns.findIndex(({ name }) => name === text);
  return found === -1 ? index : found;
}

function provenance(annotations: CellNode['annotations'], place: Place): Pick<Cell, 'provenance'> {
  const { provenance: found } = notesOf(annotations, place);
  return found ? { provenance: found } : {};
}

/** A value of a rule, a cell or a version: 未见 and 不适用 are values too. */
export function lowerCellValue(node: CellValue, type: ValueType, place: Place): Expr {
  if (node.$type === 'Unseen') {
    return { kind: 'undetermined', type, cause: 'not-seen', reason: node.reason };
  }
  if (node.$type === 'NotApplicable') return notApplicable(type, node.reason ?? '不适用');
  return withLimits(lowerExpression(node, place, type), {}, place);
}

function lowerCellContent(content: CellContent, type: ValueType, place: Place): Expr {
  if (content.$type === 'Unseen' || content.$type === 'NotApplicable') {
    return lowerCellValue(content, type, place);
  }
  if (content.$type === 'Interval' && content.first.$type === 'ValueBound' && !content.second) {
    return lowerExpression(content.first.value, place, type);
  }
  return refuse(place, spanOf(content), {
    zh: '这一格应是一个值',
    en: 'this cell should hold a value',
  });
}

/** What a key cell matches: a member, a number, a stretch of numbers, 其余 or 任意. */
export function keyMatch(content: CellContent, place: Place): KeyMatch {
  switch (content.$type) {
    case 'AnyCell':
      return { kind: 'any' };
    case 'OtherwiseCell':
      return { kind: 'otherwise' };
    case 'Interval':
      return intervalMatch(content, place);
    default:
      refuse(place, spanOf(content), { zh: '这里应是一个键', en: 'this should be a key' });
      return { kind: 'any' };
  }
}

function intervalMatch({ first, second, to }: Interval, place: Place): KeyMatch {
  if (!second && first.word === undefined) return singleMatch(first.value, place);
  const bounds = second
    ? [boundOf(first, 'low', place), boundOf(second, to ? 'high' : undefined, place)]
    : [boundOf(first, undefined, place)];
  return Object.assign({ kind: 'range' as const }, ...bounds);
}

function singleMatch(node: Expression, place: Place): KeyMatch {
  const value = lowerExpression(node, place);
  if (value.kind !== 'literal') {
    refuse(place, spanOf(node), { zh: '键应是成员或数', en: 'a key is a member or a number' });
    return { kind: 'any' };
  }
  const type = irTypeOf(node, place);
  if (value.type.kind === 'enumeration' || value.type.kind === 'text' || type?.kind === 'text') {
    return { kind: 'members', members: [String(value.value)] };
  }
  if (typeof value.value === 'boolean') return { kind: 'members', members: [String(value.value)] };
  const end = { value: keyNumber(String(value.value)), included: true };
  return { kind: 'range', low: end, high: end };
}

const LOW: Readonly<Record<string, boolean>> = {
  above: false,
  higher_than: false,
  beyond: false,
  at_least: true,
  reaching: true,
  or_more: true,
};
const HIGH: Readonly<Record<string, boolean>> = {
  not_above: true,
  or_less: true,
  within_bound: true,
  less_than: false,
  lower_than: false,
};

type RangeEnds = Pick<Extract<KeyMatch, { kind: 'range' }>, 'low' | 'high'>;

/** One end of a stretch by its word (Civil Code art. 1259); without a word `至` closes both ends. */
function boundOf(
  { word, value }: Bound,
  plain: 'low' | 'high' | undefined,
  place: Place,
): RangeEnds {
  const bound = lowerExpression(value, place);
  const number =
    bound.kind === 'literal' && typeof bound.value === 'string'
      ? keyNumber(bound.value)
      : undefined;
  if (number === undefined) {
    refuse(place, spanOf(value), {
      zh: '区间的端点应是数',
      en: 'the ends of a stretch are numbers',
    });
    return {};
  }
  if (word !== undefined && word in LOW)
    return { low: { value: number, included: LOW[word] ?? true } };
  if (word !== undefined && word in HIGH)
    return { high: { value: number, included: HIGH[word] ?? true } };
  return plain === 'high'
    ? { high: { value: number, included: true } }
    : { low: { value: number, included: true } };
}

/** Dates as keys are day numbers. */
function keyNumber(text: string): string {
  const day = parseDate(text);
  const value: Rational | undefined = day === undefined ? parseRational(text) : rational(day);
  return value ? printRational(value) : text;
}
