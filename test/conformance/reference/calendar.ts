/** Days since 1970-01-01 of the Gregorian calendar. The reference counts days by table, not by formula. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const FIRST_YEAR = 1970;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function lengthOfMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (LENGTHS[month - 1] ?? 0) + (month === 2 && leap ? 1 : 0);
}

/** Day number of the first of each month, for the years that claims fall in and some more. */
const firsts: readonly {
  readonly number: number;
  readonly year: number;
  readonly month: number;
}[] = (() => {
  const found = [];
  let number = 0;
  for (let year = FIRST_YEAR; year < 2100; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      found.push({ number, year, month });
      number += lengthOfMonth(year, month);
    }
  }
  return found;
})();

export function numberOfDay({ year, month, day }: Day): number {
  const first = firsts[(year - FIRST_YEAR) * 12 + month - 1];
  if (!first) throw new Error(`no such year: ${year}`);
  return first.number + day - 1;
}

export function dayOfNumber(number: number): Day {
  let low = 0;
  let high = firsts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((firsts[middle]?.number ?? 0) <= number) low = middle;
    else high = middle - 1;
  }
  const first = firsts[low];
  if (!first) throw new Error(`no such day: ${number}`);
  return { year: first.year, month: first.month, day: number - first.number + 1 };
}

export function textOfDay(number: number): string {
  const { year, month, day } = dayOfNumber(number);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}

export function dayOfText(text: string): number {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return numberOfDay({ year, month, day });
}

/** The same day some months on, or the last of that month. */
export function monthsLater(number: number, months: number): number {
  const { year, month, day } = dayOfNumber(number);
  const index = year * 12 + month - 1 + months;
  const there = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  return numberOfDay({ ...there, day: Math.min(day, lengthOfMonth(there.year, there.month)) });
}

/** The year, named by the calendar year in which it begins. */
export function insuredYearOf(
  number: number,
  start: { readonly month: number; readonly day: number },
): number {
  const { year } = dayOfNumber(number);
  return number < numberOfDay({ year, ...start }) ? year - 1 : year;
}
