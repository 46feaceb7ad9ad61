import type { DayNumber, Validity } from '@tiaoli/base';
import { isInForce } from '@tiaoli/base';
import type { CatalogueTable } from '@tiaoli/catalogue';
import type { OpenedCatalogue, OpenedPart } from './open-catalogue.ts';

/** The rows of one part that count on a day: 1 for each that does. */
export interface PartRows {
  readonly part: OpenedPart;
  readonly counts: Uint8Array;
}

/**
 * Which rows a calculation would find on a day: a key that a nearer part knows is hidden in those behind it.
 *
 * Where keys are stretches of numbers nothing is hidden: a nearer row may cover a stretch in part, and counts there.
 */
export function rowsOnDay({ parts, schema }: OpenedCatalogue, on: DayNumber): readonly PartRows[] {
  const held = parts.filter(({ validity }) => isInForce(validity, on));
  const all = held.map((part) => ({ part, counts: inForce(part.table, on) }));
  const isExact = schema.keys.every(({ range }) => !range);
  if (isExact) {
    all.forEach((nearer, at) => {
      for (const farther of all.slice(at + 1)) hide(nearer, farther, on);
    });
  }
  return all.filter(({ part }) => part.origin.change !== 'remove');
}

/** Rows that are in force by their own days. */
export function inForce({ rowCount, validityOf }: CatalogueTable, on: DayNumber): Uint8Array {
  const counts = new Uint8Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) {
    const { from, to } = validityOf(row);
    if (from <= on && on <= to) counts[row] = 1;
  }
  return counts;
}

function hide({ part }: PartRows, { part: farther, counts }: PartRows, on: DayNumber): void {
  const nearer = inForce(part.table, on);
  for (let row = 0; row < nearer.length; row += 1) {
    const hidden = nearer[row] === 1 && farther.table.rowOf(part.table.textKeys(row), on);
    if (typeof hidden === 'number') counts[hidden] = 0;
  }
}

export function countRows(rows: readonly PartRows[]): number {
  let sum = 0;
  for (const { counts } of rows) for (const each of counts) sum += each;
  return sum;
}

/** The first days on which rows are others than on the day before, newest first. */
export function editionDays({ parts }: OpenedCatalogue): readonly DayNumber[] {
  const days = new Set<DayNumber>();
  const add = ({ from = Number.NaN, to = Number.NaN }: Validity): void => {
    if (Number.isFinite(from)) days.add(from);
    if (Number.isFinite(to)) days.add(to + 1);
  };
  for (const { table, validity } of parts) {
    add(validity);
    for (let row = 0; row < table.rowCount; row += 1) add(table.validityOf(row));
  }
  return [...days].sort((left, right) => right - left);
}
