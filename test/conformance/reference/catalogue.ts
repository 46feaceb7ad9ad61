import type { Fraction } from './fraction.ts';
import { order } from './fraction.ts';
import { undetermined } from './model.ts';

/** What a key of a row says: a text, or a stretch of numbers with open ends. */
export type RowKey =
  | string
  | { readonly low?: Fraction; readonly high?: Fraction; readonly included: 'low' | 'high' };

/** A cell; undefined is 不限 or 无. */
export type Cell = Fraction | string | boolean | undefined;

export interface RowModel {
  readonly keys: readonly RowKey[];
  readonly cells: Readonly<Record<string, Cell>>;
  /** Days of both ends included; open where absent. */
  readonly from?: number;
  readonly to?: number;
}

/** 目录 … 增加, 目录 … 取消, as far as it holds where the claims are settled. */
export interface CatalogueChangeModel {
  readonly removes: boolean;
  readonly from: number;
  readonly rows: readonly RowModel[];
}

export interface CatalogueModel {
  readonly name: string;
  readonly rows: readonly RowModel[];
  /** The one that is looked into first stands first. */
  readonly changes: readonly CatalogueChangeModel[];
}

type Key = string | Fraction;

/** The row of the keys on the day: the first change in force that knows them says it, or that there is none. */
export function rowOn(
  { rows, changes }: CatalogueModel,
  keys: readonly Key[],
  day: number,
): RowModel | undefined {
  for (const change of changes) {
    const row = change.from <= day ? findRow(change.rows, keys, day) : undefined;
    if (row) return change.removes ? undefined : row;
  }
  return findRow(rows, keys, day);
}

/** Throws `undetermined` where there is no such row. */
export function cellOn(
  catalogue: CatalogueModel,
  column: string,
  keys: readonly Key[],
  day: number,
): Cell {
  const row = rowOn(catalogue, keys, day);
  if (!row) throw undetermined;
  return row.cells[column];
}

function findRow(
  rows: readonly RowModel[],
  keys: readonly Key[],
  day: number,
): RowModel | undefined {
  return rows.find(
    ({ from = day, to = day, keys: own }) =>
      from <= day && day <= to && own.every((key, at) => answers(key, keys[at])),
  );
}

function answers(own: RowKey, asked: Key | undefined): boolean {
  if (asked === undefined || typeof own === 'string' || typeof asked === 'string') {
    return own === asked;
  }
  const { low, high, included } = own;
  const aboveLow = low ? order(asked, low) : 1;
  const belowHigh = high ? order(high, asked) : 1;
  return included === 'low' ? aboveLow >= 0 && belowHigh > 0 : aboveLow > 0 && belowHigh >= 0;
}
