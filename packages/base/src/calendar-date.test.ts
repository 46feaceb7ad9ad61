import { describe, expect, test } from 'vitest';
import {
  addMonths,
  calendarDate,
  dayNumber,
  daysInMonth,
  firstOfNextMonth,
  parseDate,
  printDate,
} from './calendar-date.ts';

describe('days counted from 1970-01-01', () => {
  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['1970-03-01', 59],
    ['2000-01-01', 10_957],
    ['2000-02-29', 11_016],
    ['2000-03-01', 11_017],
    ['2024-02-29', 19_782],
    ['2024-12-31', 20_088],
    ['2025-01-01', 20_089],
    ['1900-03-01', -25_508],
    ['1900-02-28', -25_509],
    ['1600-03-01', -135_080],
    ['1600-02-29', -135_081],
    ['2100-02-28', 47_540],
    ['2100-03-01', 47_541],
    ['0001-01-01', -719_162],
    ['0000-03-01', -719_468],
    ['0000-02-29', -719_469],
    ['9999-12-31', 2_932_896],
  ])('%s is day %i', (text, number) => {
    expect(parseDate(text)).toBe(number);
    expect(printDate(number)).toBe(text);
  });

  test('every day from 1895 to 2105 follows the one before, and comes back from its number', () => {
    let day = dayNumber({ year: 1895, month: 1, day: 1 });
    let checked = 0;
    for (let year = 1895; year <= 2105; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        for (let dayOfMonth = 1; dayOfMonth <= daysInMonth(year, month); dayOfMonth += 1) {
          const date = { year, month, day: dayOfMonth };
          if (dayNumber(date) !== day) expect(dayNumber(date), JSON.stringify(date)).toBe(day);
          if (checked % 37 === 0) expect(calendarDate(day)).toEqual(date);
          day += 1;
          checked += 1;
        }
      }
    }
    expect(checked).toBe(77_066);
  });

  test('agrees with the platform far back and far ahead', () => {
    for (let day = -800_000; day <= 3_000_000; day += 9_973) {
      const platform = new Date(day * 86_400_000);
      expect(calendarDate(day)).toEqual({
        year: platform.getUTCFullYear(),
        month: platform.getUTCMonth() + 1,
        day: platform.getUTCDate(),
      });
    }
  });
});

test.each([
  '2023-02-29',
  '1900-02-29',
  '2024-04-31',
  '2024-00-10',
  '2024-13-01',
  '2024-01-00',
  '2024-01-32',
  '2024-1-1',
  '24-01-01',
  '2024/01/01',
  '2024-01-01T00:00',
  ' 2024-01-01',
  '',
])('%j is no day of the calendar', (text) => {
  expect(parseDate(text)).toBeUndefined();
});

test.each([
  [2023, 2, 28],
  [2024, 2, 29],
  [1900, 2, 28],
  [2000, 2, 29],
  [2024, 4, 30],
  [2024, 12, 31],
])('%i-%i has %i days', (year, month, days) => {
  expect(daysInMonth(year, month)).toBe(days);
});

test.each([
  ['2024-01-31', 1, '2024-02-29'],
  ['2023-01-31', 1, '2023-02-28'],
  ['2024-01-31', 3, '2024-04-30'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', 48, '2028-02-29'],
  ['2024-06-04', 3, '2024-09-04'],
  ['2024-11-30', 2, '2025-01-30'],
  ['2024-12-31', 1, '2025-01-31'],
  ['2024-03-31', -1, '2024-02-29'],
  ['2024-01-15', -1, '2023-12-15'],
  ['2024-01-15', -13, '2022-12-15'],
  ['2024-05-15', 0, '2024-05-15'],
])('%s and %i months is %s', (from, months, to) => {
  expect(printDate(addMonths(parseDate(from) ?? Number.NaN, months))).toBe(to);
});

test.each([
  ['2024-01-01', '2024-02-01'],
  ['2024-01-31', '2024-02-01'],
  ['2024-12-31', '2025-01-01'],
  ['2024-12-01', '2025-01-01'],
])('the first of the month after %s is %s', (from, to) => {
  expect(printDate(firstOfNextMonth(parseDate(from) ?? Number.NaN))).toBe(to);
});
