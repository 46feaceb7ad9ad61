import type { DayNumber } from '@tiaoli/base';
import type { CatalogueTable } from '@tiaoli/catalogue';
import type { CatalogueFile } from '@tiaoli/language';
import type { Policies } from '../open-policies.ts';
import { cellText, shownRow } from './row-cells.ts';
import { inForce } from './rows-on-day.ts';

/** A row that is in force on the day asked for. */
export interface CatalogueHit {
  readonly key: string;
  /** By column, as people read it; 不限 and 无 as the file says them. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface CatalogueSearch {
  readonly catalogue: string;
  readonly file: string;
  /** The document says that its rows are made up. */
  readonly illustrative: boolean;
  /** Rows in force on the day. */
  readonly inForce: number;
  /** Those of them that were found. */
  readonly count: number;
  readonly hits: readonly CatalogueHit[];
}

/** Rows that are listed of one file. */
const MOST_HITS = 50;

/** Every row whose key or text holds `words`, in force on `on`, file by file in the order of their paths. */
export function searchCatalogues(
  policies: Policies,
  { words, on }: { readonly words: string; readonly on: DayNumber },
): readonly CatalogueSearch[] {
  return filesOf(policies).map(({ file, table }) => {
    const rows = rowsInForce(table, on);
    const found = rows.filter((row) => textsOf(table, row).some((text) => text.includes(words)));
    return {
      catalogue: file.catalogue.name,
      file: file.path,
      illustrative: file.illustrative,
      inForce: rows.length,
      count: found.length,
      hits: found.slice(0, MOST_HITS).map((row) => hitOf(table, row, file)),
    };
  });
}

/** How many rows of an edition are others than in the one before. */
export interface EditionDifference {
  readonly catalogue: string;
  readonly file: string;
  readonly illustrative: boolean;
  readonly before: number;
  readonly after: number;
  readonly added: number;
  readonly removed: number;
  /** By column: how many keys that stand in both have another cell. */
  readonly changed: Readonly<Record<string, number>>;
}

/** What changed between two days, row by row. */
export function compareEditions(
  policies: Policies,
  { before, after }: { readonly before: DayNumber; readonly after: DayNumber },
): readonly EditionDifference[] {
  return filesOf(policies).map(({ file, table }) => {
    const [old, now] = [before, after].map(
      (day) => new Map(rowsInForce(table, day).map((row) => [table.keyText(row), row])),
    );
    const kept = [...(now ?? [])].flatMap(([key, row]) => {
      const earlier = old?.get(key);
      return earlier === undefined ? [] : [[earlier, row] as const];
    });
    const columns = file.schema.columns.map(({ name }) => {
      const differing = kept.filter(
        ([a, b]) => cellText(table, name, a) !== cellText(table, name, b),
      );
      return [name, differing.length] as const;
    });
    return {
      catalogue: file.catalogue.name,
      file: file.path,
      illustrative: file.illustrative,
      before: old?.size ?? 0,
      after: now?.size ?? 0,
      added: (now?.size ?? 0) - kept.length,
      removed: (old?.size ?? 0) - kept.length,
      changed: Object.fromEntries(columns.filter(([, count]) => count > 0)),
    };
  });
}

function filesOf({ language, catalogues }: Policies) {
  return language.catalogueFiles().flatMap((file) => {
    const hash = catalogues.hashes.get(file.path);
    const table = hash === undefined ? undefined : catalogues.tables.get(file.contentOf(hash));
    return table ? [{ file, table }] : [];
  });
}

function rowsInForce(table: CatalogueTable, on: DayNumber): readonly number[] {
  return [...inForce(table, on)].flatMap((counts, row) => (counts === 1 ? [row] : []));
}

function textsOf(table: CatalogueTable, row: number): readonly string[] {
  const texts = [...table.columns.values()].flatMap((column) =>
    column.kind === 'text' ? [column.texts[column.cells[row] ?? -1] ?? ''] : [],
  );
  return [table.keyText(row), ...texts];
}

function hitOf(table: CatalogueTable, row: number, { schema }: CatalogueFile): CatalogueHit {
  return { key: table.keyText(row), cells: shownRow(table, row, schema, 'zh').cells };
}
