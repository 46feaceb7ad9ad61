import type { TextLanguage } from '@tiaoli/base';

/** A paper as plain data: what stands on it, whoever prints it. */
export interface Sheet {
  readonly title: string;
  readonly language: TextLanguage;
  readonly orientation: 'portrait' | 'landscape';
  /** What stands at the top of every page: `合成数据`. */
  readonly watermark?: string;
  readonly blocks: readonly SheetBlock[];
}

export type SheetBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: SheetParagraph }
  | SheetTable;

export interface SheetTable {
  readonly kind: 'table';
  /** What the table is, for those who hear it. */
  readonly caption: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
}

export interface SheetColumn {
  readonly head: string;
  /** Of the width of the table, in hundredths; all together 100. */
  readonly width: number;
  readonly align?: 'right';
}

/** A cell for each column. */
export type SheetRow = readonly SheetCell[];
export type SheetCell = readonly SheetParagraph[];
export type SheetParagraph = readonly SheetRun[];

/** `deleted` is struck through, `inserted` bold and underlined, `invented` an amount that is nobody's policy. */
export interface SheetRun {
  readonly text: string;
  readonly mark?: 'deleted' | 'inserted' | 'strong' | 'quiet' | 'invented';
}

/** A cell of one paragraph without marks. */
export function plainCell(text: string): SheetCell {
  return [[{ text }]];
}
