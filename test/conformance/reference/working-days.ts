import { dayOfText } from './calendar.ts';

/**
 * Days off on weekdays and days of work at weekends as the General Office of the State Council announced them for 2023 to
 * 2025 (国办发明电〔2022〕16号, 〔2023〕7号, 〔2024〕12号), copied by hand: the product reads them from a package.
 */
const OFF: readonly (readonly [from: string, to: string])[] = [
  ['2023-01-02', '2023-01-02'],
  ['2023-01-21', '2023-01-27'],
  ['2023-04-05', '2023-04-05'],
  ['2023-04-29', '2023-05-03'],
  ['2023-06-22', '2023-06-24'],
  ['2023-09-29', '2023-10-06'],
  ['2024-01-01', '2024-01-01'],
  ['2024-02-10', '2024-02-17'],
  ['2024-04-04', '2024-04-06'],
  ['2024-05-01', '2024-05-05'],
  ['2024-06-10', '2024-06-10'],
  ['2024-09-15', '2024-09-17'],
  ['2024-10-01', '2024-10-07'],
  ['2025-01-01', '2025-01-01'],
  ['2025-01-28', '2025-02-04'],
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
];

const WORKED: readonly string[] = [
  ...['2023-01-28', '2023-01-29', '2023-04-23', '2023-05-06', '2023-06-25', '2023-10-07'],
  ...['2023-10-08', '2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11'],
  ...['2024-09-14', '2024-09-29', '2024-10-12', '2025-01-26', '2025-02-08', '2025-04-27'],
  ...['2025-09-28', '2025-10-11'],
];

const worked = new Set(WORKED.map(dayOfText));
const off = OFF.map(([from, to]) => [dayOfText(from), dayOfText(to)] as const);

function isWorkingDay(day: number): boolean {
  if (worked.has(day)) return true;
  if (off.some(([from, to]) => from <= day && day <= to)) return false;
  // Day 0, 1970-01-01, was a Thursday.
  const weekday = (day + 4) % 7;
  return weekday !== 0 && weekday !== 6;
}

/** The working day that comes `count` working days after `day`, or before it; `day` itself for 0. */
export function workingDaysLater(day: number, count: number): number {
  const step = count < 0 ? -1 : 1;
  let [found, left] = [day, Math.abs(count)];
  while (left > 0) {
    found += step;
    if (isWorkingDay(found)) left -= 1;
  }
  return found;
}
