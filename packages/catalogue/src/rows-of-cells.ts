import { multiply, parseRational, printRational, rational } from '@tiaoli/base';
import type { CatalogueSchema, CatalogueValueColumn, ValueType } from '@tiaoli/ir';
import { contentOf, sha256 } from '@tiaoli/ir';
import Papa from 'papaparse';
import type { MembersOf } from './column-builder.ts';
import type { LoadedRows } from './load-rows.ts';
import { loadRows } from './load-rows.ts';

/** Rows that are written in a text of the language: cells in the form of `Literal.value`, null for 不限 and 无. */
export type WrittenRow = readonly (string | boolean | null)[];

/**
 * Such rows as a catalogue of their own: one cell for each key (both ends of a stretch) and column in declared order.
 * They hold on every day, and are checked as those of a file are.
 */
export function rowsOfCells(
  rows: readonly WrittenRow[],
  { keys, columns }: CatalogueSchema,
  place: { readonly path: string; readonly membersOf: MembersOf },
): LoadedRows & { readonly content: string } {
  const schema = { keys, columns };
  const heads: readonly WrittenColumn[] = [
    ...keys.flatMap(({ name, type, range }) =>
      range
        ? [
            { name: range.low, type },
            { name: range.high, type },
          ]
        : [{ name, type }],
    ),
    ...columns,
  ];
  const table = rows.map((row) => row.map((cell, at) => cellText(cell, heads[at])));
  const text = Papa.unparse([heads.map(({ name }) => name), ...table]);
  return { ...loadRows(text, schema, place), content: contentOf(schema, sha256(text)) };
}

type WrittenColumn = Pick<CatalogueValueColumn, 'name' | 'type' | 'absent'>;

/** As a file would write it. */
function cellText(cell: string | boolean | null, column: WrittenColumn | undefined): string {
  if (cell === null) {
    if (column?.absent === undefined) return '';
    return column.absent === 'unlimited' ? '不限' : '无';
  }
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  return isYuan(column?.type) ? inYuan(cell) : cell;
}

function isYuan(type: ValueType | undefined): boolean {
  return type?.kind === 'money' || type?.kind === 'unit-price';
}

function inYuan(fen: string): string {
  const value = parseRational(fen);
  return value ? printRational(multiply(value, rational(1, 100))) : fen;
}
