import type { DayNumber, TextLanguage } from '@tiaoli/base';
import { printDate } from '@tiaoli/base';
import type { CatalogueOrigin, OpenedCatalogue } from './open-catalogue.ts';
import type { ShownRow } from './row-cells.ts';
import { shownRow } from './row-cells.ts';
import type { RowIndexes } from './row-index.ts';
import type { PartRows } from './rows-on-day.ts';
import { countRows, rowsOnDay } from './rows-on-day.ts';

export interface RowSearch {
  readonly words: string;
  readonly on: DayNumber;
  readonly language: TextLanguage;
  /** Rows that are passed over, and rows that are listed. */
  readonly offset: number;
  readonly most: number;
}

export interface FoundRow extends ShownRow {
  /** Absent for the catalogue's own rows. */
  readonly changedBy?: CatalogueOrigin;
}

export interface FoundRows {
  /** Rows that hold on the day. */
  readonly inForce: number;
  /** Those of them that have the words. */
  readonly count: number;
  readonly rows: readonly FoundRow[];
}

/** The rows of a catalogue that hold on a day and have all the words, those of the nearest place first. */
export async function searchRows(
  catalogue: OpenedCatalogue,
  { words, on, language, offset, most }: RowSearch,
  indexes: RowIndexes,
): Promise<FoundRows> {
  const held = rowsOnDay(catalogue, on);
  const found: { readonly part: PartRows['part']; readonly row: number }[] = [];
  for (const { part, counts } of held) {
    const marks = words.trim() === '' ? counts : (await indexes.of(part.table)).find(words);
    counts.forEach((count, row) => {
      if (count === 1 && marks[row] === 1) found.push({ part, row });
    });
  }
  return {
    inForce: countRows(held),
    count: found.length,
    rows: found.slice(offset, offset + most).map(({ part, row }) => ({
      ...shownRow(part.table, row, catalogue.schema, language),
      ...(part.origin.change && { changedBy: part.origin }),
    })),
  };
}

/** A row at some time, or a key taken out, with who said so. */
export interface RowVersion extends ShownRow {
  readonly origin: CatalogueOrigin;
  /** The change as a whole holds only between these days. */
  readonly heldFrom?: string;
  readonly heldTo?: string;
}

/** Everything that was ever said of a key, newest first; empty where nobody knows it. */
export function rowHistory(
  { parts, schema }: OpenedCatalogue,
  keys: readonly string[],
  language: TextLanguage,
): readonly RowVersion[] {
  const versions = parts.flatMap(({ table, origin, validity }) =>
    table.rowsWith(keys).map((row) => ({
      from: table.validityOf(row).from,
      version: {
        ...shownRow(table, row, origin.change === 'remove' ? noColumns(schema) : schema, language),
        origin,
        ...(validity.from !== undefined && { heldFrom: printDate(validity.from) }),
        ...(validity.to !== undefined && { heldTo: printDate(validity.to) }),
      },
    })),
  );
  return versions.sort((left, right) => right.from - left.from).map(({ version }) => version);
}

function noColumns<T extends object>(schema: T): T & { readonly columns: readonly [] } {
  return { ...schema, columns: [] };
}
