import type { Validity } from '@tiaoli/base';
import { sha256 } from './sha256.ts';
import type { ValueType } from './type.ts';

/** What the rows of a catalogue look like: which columns its table has, and what may stand in each cell. */
export interface CatalogueSchema {
  readonly keys: readonly CatalogueKeyColumn[];
  readonly columns: readonly CatalogueValueColumn[];
  /** Names of the columns that say from when to when a row holds, both days included; an empty last day is open. */
  readonly validity?: { readonly from: string; readonly to?: string };
}

/** A key is equal to the cell, or a number within the stretch that two columns give. */
export interface CatalogueKeyColumn {
  readonly name: string;
  readonly type: ValueType;
  /** Columns of the two ends; an empty cell is open. */
  readonly range?: {
    readonly low: string;
    readonly high: string;
    /** `超过 a 至 b` leaves out the low end, `不低于 a 不满 b` the high one. */
    readonly included: 'low' | 'high';
  };
}

export interface CatalogueValueColumn {
  readonly name: string;
  readonly type: ValueType;
  /** Bounds in the type's unit, both included. */
  readonly low?: string;
  readonly high?: string;
  /** Decimals as people count them (yuan, per one). */
  readonly places?: number;
  /** What a cell may say instead of a value: 或 无, 或 不限. It is then 不适用. */
  readonly absent?: 'none' | 'unlimited';
}

/** Rows that are looked into: the catalogue's own, or those by which a lower document changes it. */
export interface CataloguePart {
  /** As cited: a path from the folder of the document. */
  readonly file: string;
  /** Hash of what the rows say (`contentOf`). */
  readonly content: string;
  /** 取消: a key that is found here has no row. */
  readonly removes: boolean;
  readonly validity: Validity;
}

/** How a key of `ReferenceData.catalogues` is made; `source` is the hash of the file, absent while nobody has read it. */
export function contentOf(schema: CatalogueSchema, source: string | undefined): string {
  const { keys, columns, validity } = schema;
  return sha256(JSON.stringify(['catalogue 1', keys, columns, validity ?? null, source ?? null]));
}

/** The schema of the rows that only take keys out. */
export function keysAlone({ keys, validity }: CatalogueSchema): CatalogueSchema {
  return { keys, columns: [], ...(validity && { validity }) };
}

/** Decimals of a rate or number that declares none, and of a unit price in yuan. */
const DEFAULT_PLACES = 4;
const UNIT_PRICE_PLACES = 6;

/** Cells of a number column are integers of 1 / this of the type's unit (fen, per one, days). */
export function scaleOfColumn({ type, places }: CatalogueValueColumn): number {
  switch (type.kind) {
    case 'rate':
    case 'decimal':
      return 10 ** (places ?? DEFAULT_PLACES);
    case 'unit-price':
      return 10 ** Math.max(0, (places ?? UNIT_PRICE_PLACES) - 2);
    default:
      return 1;
  }
}
