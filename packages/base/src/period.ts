import type { DayNumber } from './calendar-date.ts';
import { calendarDate } from './calendar-date.ts';

/** How long an accumulator lasts before it starts again at zero. `visit` and `stay` are told apart by the claim's own keys. */
export type Period = 'year' | 'month' | 'day' | 'visit' | 'stay' | 'ever';

/** First day of the insured year, `1月1日` unless a document says otherwise. */
export interface YearStart {
  readonly month: number;
  readonly day: number;
}

/** The insured year that `day` falls in, named by the calendar year in which it starts. */
export function insuredYear(day: DayNumber, start: YearStart): number {
  const date = calendarDate(day);
  const before = date.month < start.month || (date.month === start.month && date.day < start.day);
  return before ? date.year - 1 : date.year;
}

/** Tells one instance of a calendar period from the next; equal numbers mean the same instance. */
export function periodInstance(
  period: 'year' | 'month' | 'day',
  day: DayNumber,
  start: YearStart,
): number {
  if (period === 'day') return day;
  if (period === 'year') return insuredYear(day, start);
  const { year, month } = calendarDate(day);
  return year * 12 + month - 1;
}

/** A stretch of days during which a rule is in force; `to` is included (language decision 9). Absent ends are open. */
export interface Validity {
  readonly from?: DayNumber;
  readonly to?: DayNumber;
}

export function isInForce(validity: Validity, day: DayNumber): boolean {
  return (
    (validity.from === undefined || validity.from <= day) &&
    (validity.to === undefined || day <= validity.to)
  );
}

/** The days on which both are in force; undefined when there is none. */
export function intersectValidity(left: Validity, right: Validity): Validity | undefined {
  const from = latestOf(left.from, right.from);
  const to = earliestOf(left.to, right.to);
  if (from !== undefined && to !== undefined && from > to) return undefined;
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function latestOf(left: DayNumber | undefined, right: DayNumber | undefined) {
  if (left === undefined || right === undefined) return left ?? right;
  return Math.max(left, right);
}

function earliestOf(left: DayNumber | undefined, right: DayNumber | undefined) {
  if (left === undefined || right === undefined) return left ?? right;
  return Math.min(left, right);
}
