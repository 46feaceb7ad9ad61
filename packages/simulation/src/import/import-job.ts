import type { ManifestFile } from '../table/manifest.ts';
import type { RowFault } from './convert-cell.ts';
import type { ImportMapping } from './import-mapping.ts';

/** What a child is asked to import. */
export interface ImportJob {
  readonly kind: 'import';
  /** Where the files of the population go. */
  readonly folder: string;
  /** One, or the parts of a table that was exported as Parquet, in their order. */
  readonly files: readonly string[];
  readonly format: 'csv' | 'parquet' | 'xlsx';
  readonly mapping: ImportMapping;
  readonly key: Uint8Array;
  readonly peoplePerBucket: number;
  /** Write what is good where some rows are not. */
  readonly allowRejected: boolean;
}

/** A row that was not taken. The header is row 1. */
export interface RejectedRow {
  readonly row: number;
  readonly column: string;
  readonly fault: RowFault;
}

export type ImportAnswer =
  /** No text, or no workbook within the limits. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'columns-missing'; readonly columns: readonly string[] }
  /** The middle admission costs this many fen, which no admission does. */
  | { readonly kind: 'doubtful-unit'; readonly median: number }
  | { readonly kind: 'rejected'; readonly rows: readonly RejectedRow[]; readonly count: number }
  | {
      readonly kind: 'written';
      readonly files: readonly ManifestFile[];
      readonly buckets: number;
      readonly rows: readonly RejectedRow[];
      /** Rows that were not taken. */
      readonly count: number;
    };
