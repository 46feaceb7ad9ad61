import type { DayNumber } from '@tiaoli/base';
import { calendarDate, dayNumber, printDate } from '@tiaoli/base';
import type { WorkingDays } from '@tiaoli/ir';
import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

// The dates are read as texts: the functions of the library go through local time.
const daysOff: ReadonlySet<string> = new Set(Object.keys(announced.holidays));
const makeUpDays: ReadonlySet<string> = new Set(Object.keys(announced.workdays));

const announcedYears = [...daysOff].map((date) => Number(date.slice(0, 4)));
const years = {
  first: announcedYears.reduce((one, other) => Math.min(one, other)),
  last: announcedYears.reduce((one, other) => Math.max(one, other)),
};

// New Year is announced with its own year, and has moved days up to 29 December before it: the last week of the last
// year known is not settled yet.
const lastSettledDay = dayNumber({ year: years.last, month: 12, day: 24 });

/** Working days by the announcements of the State Council. */
export const chineseWorkingDays: WorkingDays = {
  isWorkingDay: (day) => (isSettled(day) ? isWorked(day) : undefined),
  source: '国务院办公厅关于部分节假日安排的通知，chinese-days 1.5.7',
  years,
};

function isSettled(day: DayNumber): boolean {
  return calendarDate(day).year >= years.first && day <= lastSettledDay;
}

function isWorked(day: DayNumber): boolean {
  const date = printDate(day);
  return makeUpDays.has(date) || (isWeekday(day) && !daysOff.has(date));
}

/** 1970-01-01 was a Thursday, so Monday is 0. */
function isWeekday(day: DayNumber): boolean {
  const weekday = (((day + 3) % 7) + 7) % 7;
  return weekday < 5;
}
