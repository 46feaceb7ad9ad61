import type { KeywordLanguage } from '../../syntax/spellings.ts';

/** A stretch of a text, in UTF-16 code units from 0; `to` is not included. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** One cell as it is written: what it says, and what is noted behind it (出处, 等级, 推定, 豁免). */
export interface TableCell extends TextRange {
  readonly text: string;
  readonly notes?: TextRange & { readonly text: string };
  /** A comment stands inside it: an edit of the cell would lose it. */
  readonly isCommented: boolean;
}

/** One row without its `;`. */
export interface TableRow extends TextRange {
  /** `一级：200元` or `一级 | 200元 | 400元`. */
  readonly form: 'keyed' | 'grid';
  readonly cells: readonly TableCell[];
  /** Its `;`; absent where a `}` stands for it. */
  readonly end?: TextRange;
}

/** A value column of `{起付：金额、比例：比例}`. */
export interface TableColumn extends TextRange {
  readonly name: string;
}

/** Cells in rows, as the scanner sees them: also where what stands in a cell is nothing that the parser takes. */
export interface TableGrid extends TextRange {
  /** 表 · 确定 … 按 … · the bands of a 比例. */
  readonly kind: 'table' | 'settings' | 'brackets';
  /** As declared; of bands empty. */
  readonly name: string;
  /** The type of its values as written; empty where the head names none. */
  readonly type: string;
  /** What it is looked up by; empty for 分段. */
  readonly dimensions: readonly string[];
  readonly columns: readonly TableColumn[];
  /** Its braces. */
  readonly open: number;
  readonly close: number;
  readonly rows: readonly TableRow[];
  /** The row that names the columns. */
  readonly heading: number | undefined;
  /** How many cells of a row are keys, and how many there are. */
  readonly keyCount: number;
  readonly width: number;
  /** The language of its first word, in which new words are written. */
  readonly language: KeywordLanguage;
}

/** True where the members of the last dimension stand in the heading, a column each. */
export function isSpread(grid: TableGrid): boolean {
  return grid.heading !== undefined && grid.keyCount < dimensionCount(grid);
}

export function dimensionCount({ dimensions }: TableGrid): number {
  return Math.max(1, dimensions.length);
}

/** A cell, the heading's among them; undefined beyond the row. */
export function cellAt(
  { rows }: TableGrid,
  { row, column }: { readonly row: number; readonly column: number },
): TableCell | undefined {
  return rows[row]?.cells[column];
}
