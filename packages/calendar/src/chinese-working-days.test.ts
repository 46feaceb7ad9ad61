import { parseDate } from '@tiaoli/base';
import { expect, test } from 'vitest';
import { chineseWorkingDays } from './chinese-working-days.ts';

function isWorkingDay(date: string): boolean | undefined {
  const day = parseDate(date);
  if (day === undefined) throw new Error(`no date: ${date}`);
  return chineseWorkingDays.isWorkingDay(day);
}

// By the yearly notices of the General Office of the State Council on the days off.
test.each<readonly [string, boolean, string]>([
  ['2020-01-19', true, 'a Sunday worked for Spring Festival'],
  ['2020-01-31', false, 'Spring Festival was lengthened to 2 February'],
  ['2020-02-02', false, 'a Sunday, its last day'],
  ['2020-02-03', true, 'the first Monday after it'],
  ['2020-10-01', false, 'National Day and Mid-Autumn together'],
  ['2020-10-08', false, 'the eighth day off'],
  ['2020-10-10', true, 'a Saturday worked for it'],
  ['2021-02-17', false, 'the last day off of Spring Festival'],
  ['2021-02-18', true, 'a Thursday'],
  ['2021-02-20', true, 'a Saturday worked for it'],
  ['2022-10-08', true, 'a Saturday worked for National Day'],
  ['2023-01-21', false, "New Year's Eve"],
  ['2023-09-29', false, 'Mid-Autumn'],
  ['2024-02-09', true, "New Year's Eve was no day off in 2024"],
  ['2024-02-10', false, 'Spring Festival'],
  ['2024-02-18', true, 'a Sunday worked for it'],
  ['2024-11-23', false, 'an ordinary Saturday'],
  ['2024-11-25', true, 'an ordinary Monday'],
  ['2025-01-26', true, 'a Sunday worked for Spring Festival'],
  ['2025-05-05', false, 'Labour Day'],
  ['2026-01-04', true, 'a Sunday worked for New Year'],
  ['2026-02-23', false, 'the ninth day off of Spring Festival'],
])('%s is %s: %s', (date, isWorked) => {
  expect(isWorkingDay(date)).toBe(isWorked);
});

test.each(['1969-12-31', '2003-12-31', '2026-12-25', '2027-01-04', '9999-12-31'])(
  'nothing is guessed of %s',
  (date) => {
    expect(isWorkingDay(date)).toBeUndefined();
  },
);

test('a year has the days that its announcements leave', () => {
  const count = (year: number): number => {
    const first = parseDate(`${year}-01-01`) ?? 0;
    const last = parseDate(`${year}-12-31`) ?? 0;
    let days = 0;
    for (let day = first; day <= last; day += 1) {
      if (chineseWorkingDays.isWorkingDay(day)) days += 1;
    }
    return days;
  };
  // 262 weekdays of 2024, less 19 days off on weekdays, and 8 make-up days; 261 of 2025, less 18, and 5.
  expect([count(2024), count(2025)]).toEqual([251, 248]);
});

test('says who announced the days, and of which years', () => {
  expect(chineseWorkingDays.years).toEqual({ first: 2004, last: 2026 });
  expect(chineseWorkingDays.source).toContain('国务院');
});
