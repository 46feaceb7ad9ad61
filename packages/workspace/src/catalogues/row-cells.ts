import type { TextLanguage } from '@tiaoli/base';
import { printDate } from '@tiaoli/base';
import type { CatalogueTable, KeyCell } from '@tiaoli/catalogue';
import type { CatalogueSchema, CatalogueValueColumn } from '@tiaoli/ir';

/** A row as people read it. */
export interface ShownRow {
  readonly keys: readonly KeyCell[];
  /** The keys that are no stretches: what its history is asked for by. */
  readonly textKeys: readonly string[];
  /** By column; 不限 and 无 as the file says them. */
  readonly cells: Readonly<Record<string, string>>;
  /** `YYYY-MM-DD`; absent where the row holds from ever or for ever. */
  readonly from?: string;
  readonly to?: string;
}

export function shownRow(
  table: CatalogueTable,
  row: number,
  { columns }: CatalogueSchema,
  language: TextLanguage,
): ShownRow {
  const { from, to } = table.validityOf(row);
  return {
    keys: table.keyCells(row, language),
    textKeys: table.textKeys(row),
    cells: Object.fromEntries(
      columns.map((column) => [column.name, shownCell(table, column, row, language)]),
    ),
    ...(Number.isFinite(from) && { from: printDate(from) }),
    ...(Number.isFinite(to) && { to: printDate(to) }),
  };
}

const absentWords = {
  zh: { none: '无', unlimited: '不限' },
  en: { none: 'none', unlimited: 'unlimited' },
} as const;

const truths: Readonly<Record<string, Readonly<Record<TextLanguage, string>>>> = {
  true: { zh: '是', en: 'yes' },
  false: { zh: '否', en: 'no' },
};

function shownCell(
  table: CatalogueTable,
  { name, type, absent = 'none' }: CatalogueValueColumn,
  row: number,
  language: TextLanguage,
): string {
  const text = cellText(table, name, row, language);
  if (text === undefined) return absentWords[language][absent];
  return type.kind === 'boolean' ? (truths[text]?.[language] ?? text) : text;
}

/** Undefined where the cell says 不限 or 无. */
export function cellText(
  { columns, printNumber }: CatalogueTable,
  name: string,
  row: number,
  language: TextLanguage = 'zh',
): string | undefined {
  const column = columns.get(name);
  if (column?.kind === 'text') return column.texts[column.cells[row] ?? -1];
  const cell = column?.cells[row] ?? Number.NaN;
  return Number.isNaN(cell) ? undefined : printNumber(name, cell, language);
}
