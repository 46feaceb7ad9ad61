import type { DayNumber, LocalText } from '@tiaoli/base';
import type { CatalogueKey, CatalogueKeyColumn, CatalogueSchema } from '@tiaoli/ir';
import { scaleOfColumn } from '@tiaoli/ir';
import type { MembersOf } from './column-builder.ts';
import { growing, textFault } from './column-builder.ts';
import { findOverlaps } from './find-overlaps.ts';
import { dateReader, numberReader } from './parse-cell.ts';

/** What is wrong with a cell, and in which column. */
export interface CellFault {
  readonly column: string;
  readonly reason: LocalText;
}

/** The keys and days of the rows so far, and which row they name. */
export interface KeyTable {
  /** The next row; `cellOf` gives its cell of a column. */
  readonly add: (cellOf: (column: string) => string) => readonly CellFault[];
  readonly rowOf: (keys: readonly CatalogueKey[], on: DayNumber) => number | undefined;
  /** Pairs of rows that answer to one key on one day. */
  readonly overlaps: (most: number) => readonly (readonly [number, number])[];
  /** The text keys of a row, joined by 、. */
  readonly keyText: (row: number) => string;
  /** The text keys of a row, in declared order. */
  readonly textKeys: (row: number) => readonly string[];
  /** Every row with those text keys, whenever it holds; the last of the file first. */
  readonly rowsWith: (texts: readonly string[]) => readonly number[];
  /** Ends of the stretches of a row, in declared order; an open one is infinite. */
  readonly stretchesOf: (row: number) => readonly Stretch[];
  readonly validityOf: (row: number) => { readonly from: DayNumber; readonly to: DayNumber };
}

/** Of a column of stretches, as integers of its scale. */
export interface Stretch {
  readonly key: CatalogueKeyColumn;
  readonly low: number;
  readonly high: number;
}

const SEPARATOR = '\u0001';

export function keyTable(schema: CatalogueSchema, membersOf: MembersOf): KeyTable {
  const exact = schema.keys.filter(({ range }) => !range);
  const stretches = schema.keys.flatMap((key, at) =>
    key.range ? [stretchColumn(key, key.range, at)] : [],
  );
  const days = dayColumns(schema);
  const joined: string[] = [];
  const heads = new Map<string, number>();
  const next = growing();
  const validityOf = days.validityOf;
  const chain = (head: number): readonly number[] => {
    const rows: number[] = [];
    const links = next.view();
    for (let row = head; row >= 0; row = links[row] ?? -1) rows.push(row);
    return rows;
  };
  return {
    add: (cellOf) => {
      const faults: CellFault[] = [];
      const texts = exact.map((key) => {
        const cell = cellOf(key.name);
        const reason = keyFault(cell, key, membersOf);
        if (reason) faults.push({ column: key.name, reason });
        return cell;
      });
      for (const stretch of stretches) faults.push(...stretch.add(cellOf));
      faults.push(...days.add(cellOf));
      const key = texts.join(SEPARATOR);
      next.push(heads.get(key) ?? -1);
      heads.set(key, joined.push(key) - 1);
      return faults;
    },
    rowOf: (keys, on) => {
      const texts = keys.filter((key) => typeof key === 'string');
      const links = next.view();
      for (let row = heads.get(texts.join(SEPARATOR)) ?? -1; row >= 0; row = links[row] ?? -1) {
        const { from, to } = validityOf(row);
        if (from <= on && on <= to && stretches.every((each) => each.holds(row, keys))) return row;
      }
      return undefined;
    },
    overlaps: (most) => {
      const shared = [...heads.values()].filter((head) => (next.view()[head] ?? -1) >= 0);
      const meet = (left: number, right: number): boolean =>
        stretches.every((each) => each.meet(left, right));
      return findOverlaps(shared.map(chain), { validityOf, meet, most });
    },
    keyText: (row) => (joined[row] ?? '').replaceAll(SEPARATOR, '、'),
    textKeys: (row) => (exact.length === 0 ? [] : (joined[row] ?? '').split(SEPARATOR)),
    rowsWith: (texts) => chain(heads.get(texts.join(SEPARATOR)) ?? -1),
    stretchesOf: (row) => stretches.map((each) => each.ends(row)),
    validityOf,
  };
}

function keyFault(
  cell: string,
  { type }: CatalogueKeyColumn,
  membersOf: MembersOf,
): LocalText | undefined {
  if (cell === '') return { zh: '是空的', en: 'is empty' };
  if (type.kind !== 'enumeration') return textFault(cell);
  const members = membersOf(type.enumeration);
  if (members.includes(cell)) return undefined;
  return { zh: `不在其中：${members.join('、')}`, en: `is none of: ${members.join(', ')}` };
}

/** The two columns of a stretch of numbers; an empty cell is an open end. */
function stretchColumn(
  key: CatalogueKeyColumn,
  range: NonNullable<CatalogueKeyColumn['range']>,
  position: number,
) {
  const scale = scaleOfColumn(key);
  const read = numberReader({ type: key.type, scale });
  const lows = growing();
  const highs = growing();
  const end = (cell: string, open: number) => (cell === '' ? open : read(cell));
  const isLowIn = range.included === 'low';
  return {
    add: (cellOf: (column: string) => string): readonly CellFault[] => {
      const low = end(cellOf(range.low), Number.NEGATIVE_INFINITY);
      const high = end(cellOf(range.high), Number.POSITIVE_INFINITY);
      lows.push(typeof low === 'number' ? low : 0);
      highs.push(typeof high === 'number' ? high : 0);
      const faults = [
        ...(typeof low === 'number' ? [] : [{ column: range.low, reason: low }]),
        ...(typeof high === 'number' ? [] : [{ column: range.high, reason: high }]),
      ];
      const isEmpty = typeof low === 'number' && typeof high === 'number' && low >= high;
      return isEmpty ? [{ column: range.high, reason: notAbove }] : faults;
    },
    ends: (row: number): Stretch => ({
      key,
      low: lows.view()[row] ?? 0,
      high: highs.view()[row] ?? 0,
    }),
    holds: (row: number, keys: readonly CatalogueKey[]): boolean => {
      const wanted = keys[position];
      if (wanted === undefined || typeof wanted === 'string') return false;
      const compareTo = (bound: number): number => {
        if (!Number.isFinite(bound)) return bound < 0 ? 1 : -1;
        const difference = wanted.numerator * BigInt(scale) - BigInt(bound) * wanted.denominator;
        return difference === 0n ? 0 : difference > 0n ? 1 : -1;
      };
      const above = compareTo(lows.view()[row] ?? 0);
      const below = compareTo(highs.view()[row] ?? 0);
      return (above > 0 || (isLowIn && above === 0)) && (below < 0 || (!isLowIn && below === 0));
    },
    meet: (left: number, right: number): boolean => {
      const [low, high] = [lows.view(), highs.view()];
      return (low[left] ?? 0) < (high[right] ?? 0) && (low[right] ?? 0) < (high[left] ?? 0);
    },
  };
}

const notAbove: LocalText = { zh: '不高于起点', en: 'is not above the low end' };

/** From when to when each row holds. */
function dayColumns({ validity }: CatalogueSchema) {
  const first = growing();
  const last = growing();
  const readDate = dateReader();
  const always = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  return {
    add: (cellOf: (column: string) => string): readonly CellFault[] => {
      if (!validity) return [];
      const from = readDate(cellOf(validity.from));
      const endCell = validity.to === undefined ? '' : cellOf(validity.to);
      const to = endCell === '' ? Number.POSITIVE_INFINITY : readDate(endCell);
      first.push(from ?? 0);
      last.push(to ?? 0);
      const faults: CellFault[] = [];
      if (from === undefined) faults.push({ column: validity.from, reason: noDate });
      if (to === undefined) faults.push({ column: validity.to ?? '', reason: noDate });
      else if (from !== undefined && to < from) {
        faults.push({ column: validity.to ?? '', reason: endsBefore });
      }
      return faults;
    },
    validityOf: (row: number) =>
      validity ? { from: first.view()[row] ?? 0, to: last.view()[row] ?? 0 } : always,
  };
}

const noDate: LocalText = { zh: '不是日期（写 2024-01-01）', en: 'no date (write 2024-01-01)' };
const endsBefore: LocalText = { zh: '早于开始日', en: 'is before the first day' };
