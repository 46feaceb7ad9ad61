import type { DayNumber, TextLanguage } from '@tiaoli/base';
import type { CatalogueTable } from '@tiaoli/catalogue';
import type { CatalogueValueColumn } from '@tiaoli/ir';
import type { CatalogueOrigin, OpenedCatalogue } from './open-catalogue.ts';
import type { ShownRow } from './row-cells.ts';
import { cellText, shownRow } from './row-cells.ts';
import type { PartRows } from './rows-on-day.ts';
import { rowsOnDay } from './rows-on-day.ts';

/** How a key differs: it came, it went, or it has another class, price, share or anything else. */
export type ChangeKind = 'added' | 'removed' | 'reclassed' | 'repriced' | 'rate' | 'other';

export const changeKinds: readonly ChangeKind[] = [
  'added',
  'removed',
  'reclassed',
  'repriced',
  'rate',
  'other',
];

export interface ChangedRow {
  readonly kinds: readonly ChangeKind[];
  /** Absent where it was added. */
  readonly before?: ShownRow;
  /** Absent where it was removed. */
  readonly after?: ShownRow;
  /** Columns that differ, of rows that stand on both days. */
  readonly columns: readonly string[];
  /** Who says the newer row, where it is not the catalogue itself. */
  readonly changedBy?: CatalogueOrigin;
}

export interface RowComparison {
  readonly before: DayNumber;
  readonly after: DayNumber;
  /** Only those of this kind are listed. */
  readonly kind?: ChangeKind;
  readonly language: TextLanguage;
  readonly offset: number;
  readonly most: number;
}

export interface ComparedRows {
  /** Rows on the earlier day, and on the later one. */
  readonly before: number;
  readonly after: number;
  /** A row of two kinds counts in both. */
  readonly counts: Readonly<Record<ChangeKind, number>>;
  /** Rows that differ at all. */
  readonly changed: number;
  /** Those of the kind asked for. */
  readonly count: number;
  readonly rows: readonly ChangedRow[];
}

/** What of a catalogue is another on one day than on another, key by key, in the order of the keys. */
export function compareRows(
  catalogue: OpenedCatalogue,
  { before, after, ...listing }: RowComparison,
): ComparedRows {
  return compareSides({ catalogue, on: before }, { catalogue, on: after }, listing);
}

/** A catalogue on a day; without one with every row that it ever has. */
export interface CatalogueSide {
  readonly catalogue: OpenedCatalogue;
  readonly on?: DayNumber;
}

/** What of one catalogue is another in another, key by key, in the order of the keys. */
export function compareSides(
  before: CatalogueSide,
  after: CatalogueSide,
  { kind, language, offset, most }: Omit<RowComparison, 'before' | 'after'>,
): ComparedRows {
  const [old, now] = [placedRows(before), placedRows(after)];
  const { catalogue } = after;
  const pairs = [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const pair = { key, before: old.get(key), after: now.get(key) };
    const differing = differenceOf(pair, catalogue);
    return differing.kinds.length > 0 ? [{ ...pair, ...differing }] : [];
  });
  const listed = pairs
    .filter(({ kinds }) => kind === undefined || kinds.includes(kind))
    .sort((left, right) => (left.key < right.key ? -1 : 1));
  const show = (placed: PlacedRow) =>
    shownRow(placed.table, placed.row, catalogue.schema, language);
  const countOf = (wanted: ChangeKind): number =>
    pairs.filter(({ kinds }) => kinds.includes(wanted)).length;
  return {
    before: old.size,
    after: now.size,
    counts: {
      added: countOf('added'),
      removed: countOf('removed'),
      reclassed: countOf('reclassed'),
      repriced: countOf('repriced'),
      rate: countOf('rate'),
      other: countOf('other'),
    },
    changed: pairs.length,
    count: listed.length,
    rows: listed.slice(offset, offset + most).map((each) => ({
      kinds: each.kinds,
      columns: each.columns,
      ...(each.before && { before: show(each.before) }),
      ...(each.after && { after: show(each.after) }),
      ...(each.after?.origin.change && { changedBy: each.after.origin }),
    })),
  };
}

interface PlacedRow {
  readonly table: CatalogueTable;
  readonly row: number;
  readonly origin: CatalogueOrigin;
}

/** By what the row answers to: its keys, the ends of stretches included, and where no day is asked its own days. */
function placedRows({ catalogue, on }: CatalogueSide): ReadonlyMap<string, PlacedRow> {
  const hasStretches = catalogue.schema.keys.some(({ range }) => range);
  const placed = new Map<string, PlacedRow>();
  for (const { part, counts } of on === undefined ? allRows(catalogue) : rowsOnDay(catalogue, on)) {
    const { table, origin } = part;
    counts.forEach((count, row) => {
      if (count === 0) return;
      const key = hasStretches ? table.keyCells(row).map(({ text }) => text) : table.textKeys(row);
      const { from, to } = table.validityOf(row);
      const days = on === undefined ? [String(from), String(to)] : [];
      const joined = [...key, ...days].join('\t');
      // Nearer parts come first, and win.
      if (!placed.has(joined)) placed.set(joined, { table, row, origin });
    });
  }
  return placed;
}

function allRows({ parts }: OpenedCatalogue): readonly PartRows[] {
  return parts
    .filter(({ origin }) => origin.change !== 'remove')
    .map((part) => ({ part, counts: new Uint8Array(part.table.rowCount).fill(1) }));
}

interface Pair {
  readonly before: PlacedRow | undefined;
  readonly after: PlacedRow | undefined;
}

const nothing = { kinds: [], columns: [] } as const;

function differenceOf(
  { before, after }: Pair,
  { schema }: OpenedCatalogue,
): { readonly kinds: readonly ChangeKind[]; readonly columns: readonly string[] } {
  if (!before) return { ...nothing, kinds: ['added'] };
  if (!after) return { ...nothing, kinds: ['removed'] };
  if (before.table === after.table && before.row === after.row) return nothing;
  const columns = schema.columns.filter(
    ({ name }) =>
      cellText(before.table, name, before.row) !== cellText(after.table, name, after.row),
  );
  return {
    kinds: [...new Set(columns.map(kindOf))],
    columns: columns.map(({ name }) => name),
  };
}

function kindOf({ type }: CatalogueValueColumn): ChangeKind {
  switch (type.kind) {
    case 'enumeration':
      return 'reclassed';
    case 'money':
    case 'unit-price':
      return 'repriced';
    case 'rate':
      return 'rate';
    default:
      return 'other';
  }
}
