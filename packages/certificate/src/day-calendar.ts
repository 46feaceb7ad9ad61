import type { DayNumber } from '@tiaoli/base';
import { dayNumber } from '@tiaoli/base';
import type { Program, WorkingDays } from '@tiaoli/ir';
import { sha256, walkExpr } from '@tiaoli/ir';

/** A calendar of working days, read day by day. */
export interface DayCalendar {
  readonly workingDays: WorkingDays;
  /** Equal for calendars that announce the same. */
  readonly hash: string;
  readonly first: DayNumber;
  /** From `first` on: whether the day is worked, undefined where nothing is announced. */
  readonly days: readonly (boolean | undefined)[];
  /** By count: what comes of each day from the one before `first` to the one behind the last. */
  readonly counted: Map<number, readonly (DayNumber | undefined)[]>;
}

export function dayCalendar(workingDays: WorkingDays): DayCalendar {
  const { years, isWorkingDay } = workingDays;
  const first = dayNumber({ year: years.first, month: 1, day: 1 });
  const last = dayNumber({ year: years.last, month: 12, day: 31 });
  const days = Array.from({ length: last - first + 1 }, (_, at) => isWorkingDay(first + at));
  const hash = sha256(JSON.stringify(['working days 1', first, days.map((each) => each ?? null)]));
  return { workingDays, hash, first, days, counted: new Map() };
}

/** Whether anything of a program is counted in working days. */
export function countsWorkingDays({ definitions, declarations }: Program): boolean {
  let isFound = false;
  const look = ({ kind }: { readonly kind: string }): void => {
    if (kind === 'working-day-shift') isFound = true;
  };
  for (const { body } of definitions) walkExpr(body, look);
  for (const each of declarations) if (each.kind === 'invariant') walkExpr(each.condition, look);
  return isFound;
}

/** The `count`-th working day behind a day, counted one by one; undefined where one that is not announced is met. */
export function workingDayBehind(
  calendar: DayCalendar,
  day: DayNumber,
  count: number,
): DayNumber | undefined {
  const known = calendar.counted.get(count) ?? countedFromEach(calendar, count);
  calendar.counted.set(count, known);
  return known[day - calendar.first + 1];
}

function countedFromEach(calendar: DayCalendar, count: number) {
  const { first, days } = calendar;
  return Array.from({ length: days.length + 2 }, (_, at) =>
    countedFrom(calendar, first - 1 + at, count),
  );
}

function countedFrom(
  { first, days }: DayCalendar,
  from: DayNumber,
  count: number,
): DayNumber | undefined {
  const step = Math.sign(count);
  let day = from;
  for (let left = Math.abs(count); left > 0; ) {
    day += step;
    const isWorked = days[day - first];
    if (isWorked === undefined) return undefined;
    if (isWorked) left -= 1;
  }
  return day;
}

/** Both ends included. */
export interface Stretch {
  readonly low: DayNumber;
  readonly high: DayNumber;
}

/** The days from which so many working days can be counted. */
export function countableFrom(calendar: DayCalendar, count: number): readonly Stretch[] {
  const { first, days } = calendar;
  const found: Stretch[] = [];
  for (let day = first - 1; day <= first + days.length; day += 1) {
    if (workingDayBehind(calendar, day, count) === undefined) continue;
    const last = found.at(-1);
    if (last?.high === day - 1) found[found.length - 1] = { low: last.low, high: day };
    else found.push({ low: day, high: day });
  }
  return found;
}
