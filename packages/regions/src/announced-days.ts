import type { DayNumber } from '@tiaoli/base';
import { dayNumber } from '@tiaoli/base';
import type { WorkingDays } from '@tiaoli/ir';
import { sha256 } from '@tiaoli/ir';
import type { Bounds } from './integers.ts';
import { bounds } from './integers.ts';

/** What a calendar announces, read day by day. */
export interface AnnouncedDays {
  /** Equal for calendars that announce the same. */
  readonly key: string;
  readonly first: DayNumber;
  /** From `first` on: whether the day is worked, undefined where nothing is announced. */
  readonly days: readonly (boolean | undefined)[];
  /** By count of days, as far as they were asked for. */
  readonly shifts: Map<number, ShiftedDays>;
}

/**
 * The n-th working day behind each day (before it for a negative n), as a function of every day that never falls: days of
 * which nothing is announced count as worked in it, and `valued` says from which days none of them is met.
 */
export interface ShiftedDays {
  /** Equal for equal functions. */
  readonly key: string;
  readonly count: number;
  /** The day of the first of `values`; of days beyond them the value is the day and `count`. */
  readonly first: DayNumber;
  readonly values: Int32Array;
  readonly valued: readonly Stretch[];
}

/** Both ends included. */
export interface Stretch {
  readonly low: DayNumber;
  readonly high: DayNumber;
}

/** Days out of the years of the calendar are taken for not announced, as it says itself. */
export function announcedBy({ isWorkingDay, years }: WorkingDays): AnnouncedDays {
  const first = dayNumber({ year: years.first, month: 1, day: 1 });
  const last = dayNumber({ year: years.last, month: 12, day: 31 });
  const days = Array.from({ length: last - first + 1 }, (_, at) => isWorkingDay(first + at));
  const signs = days.map((isWorked) => (isWorked === undefined ? '?' : isWorked ? '1' : '0'));
  return { key: sha256(`${first} ${signs.join('')}`), first, days, shifts: new Map() };
}

/** @param count  a whole number other than zero */
export function shiftedDays(announced: AnnouncedDays, count: number): ShiftedDays {
  const known = announced.shifts.get(count);
  if (known) return known;
  const reach = Math.abs(count);
  const first = announced.first - reach;
  const length = announced.days.length + 2 * reach;
  const values = shiftedValues(announced, count, { low: first, high: first + length - 1 });
  const valued = valuedFrom(announced, first, values);
  const made = { key: `${announced.key} ${count}`, count, first, values, valued };
  announced.shifts.set(count, made);
  return made;
}

function shiftedValues(announced: AnnouncedDays, count: number, on: Stretch): Int32Array {
  const reach = Math.abs(count);
  const worked: DayNumber[] = [];
  for (let day = on.low - reach; day <= on.high + reach; day += 1) {
    if (announcementOf(announced, day) !== false) worked.push(day);
  }
  let behind = 0;
  return Int32Array.from({ length: on.high - on.low + 1 }, (_, at) => {
    const day = on.low + at;
    while ((worked[behind] ?? day + 1) <= day) behind += 1;
    if (count > 0) return worked[behind + count - 1] ?? day + count;
    const before = worked[behind - 1] === day ? behind - 1 : behind;
    return worked[before - reach] ?? day + count;
  });
}

function announcementOf({ first, days }: AnnouncedDays, day: DayNumber): boolean | undefined {
  return days[day - first];
}

/** The days from which the count meets nothing but announced days, the day itself not counted. */
function valuedFrom(
  announced: AnnouncedDays,
  first: DayNumber,
  values: Int32Array,
): readonly Stretch[] {
  // How many days up to each, it included, are not announced.
  let total = 0;
  const unknown = new Map<DayNumber, number>();
  const reach = announced.first - first;
  for (let day = first - reach - 1; day <= first + values.length + reach; day += 1) {
    if (announcementOf(announced, day) === undefined) total += 1;
    unknown.set(day, total);
  }
  const found: Stretch[] = [];
  for (const [at, value] of values.entries()) {
    const day = first + at;
    const [low, high] = value > day ? [day, value] : [value - 1, day - 1];
    if (unknown.get(low) !== unknown.get(high)) continue;
    const last = found.at(-1);
    if (last?.high === day - 1) found[found.length - 1] = { low: last.low, high: day };
    else found.push({ low: day, high: day });
  }
  return found;
}

export function shiftedDay({ first, values, count }: ShiftedDays, day: bigint): bigint {
  const value = values[Number(day) - first];
  return value === undefined ? day + BigInt(count) : BigInt(value);
}

/** By how much the shifted day is behind another shifted one, or behind the day itself, on a stretch of days. */
export function gapBetween(
  left: ShiftedDays,
  right: ShiftedDays | undefined,
  { low, high }: { readonly low: bigint; readonly high: bigint },
): Bounds {
  const tables = right ? [left, right] : [left];
  const first = BigInt(Math.min(...tables.map((each) => each.first)));
  const last = BigInt(Math.max(...tables.map((each) => each.first + each.values.length - 1)));
  // Beyond the tables every day is like the next.
  const from = low < first ? first - 1n : low;
  const to = high > last ? last + 1n : high;
  let [least, most]: [bigint | undefined, bigint | undefined] = [undefined, undefined];
  for (let day = from; day <= to; day += 1n) {
    const gap = shiftedDay(left, day) - (right ? shiftedDay(right, day) : day);
    if (least === undefined || gap < least) least = gap;
    if (most === undefined || gap > most) most = gap;
  }
  return bounds(least, most);
}
