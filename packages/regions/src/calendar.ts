import { addMonths, calendarDate, dayNumber, firstOfNextMonth, insuredYear } from '@tiaoli/base';
import { gapBetween, shiftedDay } from './announced-days.ts';
import type { CalendarShape, DateShape } from './pool.ts';

/** The value of a calendar function of a day (or, for `year-start`, a year). */
export function calendarValue(shape: CalendarShape, argument: bigint): bigint {
  return shape.part === 'working-days'
    ? shiftedDay(shape.days, argument)
    : dateValue(shape, argument);
}

function dateValue({ part, months, start }: DateShape, argument: bigint): bigint {
  const day = Number(argument);
  switch (part) {
    case 'insured-year':
      return BigInt(insuredYear(day, start));
    case 'year':
    case 'month':
    case 'day':
      return BigInt(calendarDate(day)[part]);
    case 'months':
      return BigInt(addMonths(day, months));
    case 'first-of-next-month':
      return BigInt(firstOfNextMonth(day));
    case 'year-start':
      return BigInt(dayNumber({ year: day, month: 1, day: 1 }));
  }
}

/** Whether a later day never has a lesser value. */
export function isRising({ part }: CalendarShape): boolean {
  return part !== 'month' && part !== 'day';
}

/** `value = slope × argument + offset` on every day of a stretch. */
export interface Line {
  readonly slope: bigint;
  readonly offset: bigint;
}

/** The line that the function follows on a stretch of days, when it follows one. */
export function lineOn(shape: CalendarShape, low: bigint, high: bigint): Line | undefined {
  const first = calendarValue(shape, low);
  const last = calendarValue(shape, high);
  if (low === high) return { slope: 0n, offset: first };
  if (isRising(shape) && first === last) return { slope: 0n, offset: first };
  if (shape.part === 'working-days') {
    const gap = gapBetween(shape.days, undefined, { low, high });
    return gap.low === gap.high ? { slope: 1n, offset: first - low } : undefined;
  }
  if (shape.part === 'year-start' || !isSameMonth(low, high)) return undefined;
  if (shape.part === 'month') return { slope: 0n, offset: first };
  const follows = shape.part === 'day' || shape.part === 'months';
  return follows && last - first === high - low ? { slope: 1n, offset: first - low } : undefined;
}

function isSameMonth(low: bigint, high: bigint): boolean {
  const [a, b] = [calendarDate(Number(low)), calendarDate(Number(high))];
  return a.year === b.year && a.month === b.month;
}

/**
 * The last argument of the first part of a stretch that is cut in two: at the end of a year, of a month, of what is
 * announced, or half.
 */
export function cutOf(shape: CalendarShape, low: bigint, high: bigint): bigint {
  const half = low + (high - low) / 2n;
  if (shape.part === 'year-start') return half;
  if (shape.part === 'working-days') {
    const ends = shape.days.valued.flatMap((each) => [BigInt(each.low) - 1n, BigInt(each.high)]);
    return ends.find((cut) => cut >= low && cut < high) ?? half;
  }
  const middle = calendarDate(Number(half));
  const { month, day } = shape.part === 'insured-year' ? shape.start : { month: 1, day: 1 };
  const yearEnd = (year: number): bigint => BigInt(dayNumber({ year, month, day }) - 1);
  const monthEnd = BigInt(firstOfNextMonth(Number(half)) - 1);
  const monthBefore = BigInt(dayNumber({ ...middle, day: 1 }) - 1);
  const cuts = [yearEnd(middle.year), yearEnd(middle.year + 1), monthEnd, monthBefore];
  return cuts.find((cut) => cut >= low && cut < high) ?? half;
}
