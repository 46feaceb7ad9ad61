import type { YearStart } from '@tiaoli/base';

/** Functions that emitted code may need; days are counted from 1970-01-01 = 0. */
export type RuntimeFunction =
  | 'days'
  | 'civil'
  | 'year'
  | 'month'
  | 'day'
  | 'insuredYear'
  | 'monthIndex'
  | 'addMonths'
  | 'firstOfNextMonth'
  | 'addWorkingDays'
  | 'exactText'
  | 'catalogueRow'
  | 'numberCell'
  | 'textCell';

const needs: Readonly<Record<RuntimeFunction, readonly RuntimeFunction[]>> = {
  days: [],
  civil: [],
  year: ['civil'],
  month: ['civil'],
  day: ['civil'],
  insuredYear: [],
  monthIndex: ['civil'],
  addMonths: ['civil', 'days'],
  firstOfNextMonth: ['civil', 'days'],
  addWorkingDays: [],
  exactText: [],
  catalogueRow: [],
  numberCell: [],
  textCell: [],
};

/** The same arithmetic as `calendar-date.ts` and `printRational` of base; `civil` packs a date as `year * 512 + month * 32 + day`. */
const sources: Readonly<Record<RuntimeFunction, string>> = {
  days: `function days(y, m, d) {
  const r = m <= 2 ? y - 1 : y;
  const e = Math.floor(r / 400);
  const o = r - e * 400;
  const p = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
  return e * 146097 + o * 365 + Math.floor(o / 4) - Math.floor(o / 100) + p - 719468;
}`,
  civil: `function civil(n) {
  const s = n + 719468;
  const e = Math.floor(s / 146097);
  const p = s - e * 146097;
  const o = Math.floor((p - Math.floor(p / 1460) + Math.floor(p / 36524) - Math.floor(p / 146096)) / 365);
  const q = p - (o * 365 + Math.floor(o / 4) - Math.floor(o / 100));
  const r = Math.floor((5 * q + 2) / 153);
  const m = r < 10 ? r + 3 : r - 9;
  return (o + e * 400 + (m <= 2 ? 1 : 0)) * 512 + m * 32 + q - Math.floor((153 * r + 2) / 5) + 1;
}`,
  year: `function year(n) {
  return Math.floor(civil(n) / 512);
}`,
  month: `function month(n) {
  const c = civil(n);
  return Math.floor((c - Math.floor(c / 512) * 512) / 32);
}`,
  day: `function day(n) {
  const c = civil(n);
  return c - Math.floor(c / 32) * 32;
}`,
  insuredYear: `function insuredYear(n, first, shift) {
  const s = n + 719468;
  const e = Math.floor(s / 146097);
  const p = s - e * 146097;
  const o = Math.floor((p - Math.floor(p / 1460) + Math.floor(p / 36524) - Math.floor(p / 146096)) / 365);
  const q = p - (o * 365 + Math.floor(o / 4) - Math.floor(o / 100));
  return o + e * 400 + shift - (q < first ? 1 : 0);
}`,
  monthIndex: `function monthIndex(n) {
  const c = civil(n);
  const y = Math.floor(c / 512);
  return y * 12 + Math.floor((c - y * 512) / 32) - 1;
}`,
  exactText: `function exactText(n, d) {
  let a = n < 0n ? -n : n, b = d;
  while (b !== 0n) [a, b] = [b, a % b];
  const top = n / a, bottom = d / a;
  if (bottom === 1n) return String(top);
  let rest = bottom, twos = 0, fives = 0;
  while (rest % 2n === 0n) { rest /= 2n; twos++; }
  while (rest % 5n === 0n) { rest /= 5n; fives++; }
  if (rest !== 1n) return top + '/' + bottom;
  const places = Math.max(twos, fives);
  const size = ((top < 0n ? -top : top) * (10n ** BigInt(places) / bottom)).toString().padStart(places + 1, '0');
  return (top < 0n ? '-' : '') + size.slice(0, -places) + '.' + size.slice(-places);
}`,
  addWorkingDays: `function addWorkingDays(calendar, n, count) {
  const step = Math.sign(count);
  let day = n;
  for (let left = Math.abs(count); left > 0; ) {
    day += step;
    const worked = calendar === undefined ? undefined : calendar.isWorkingDay(day);
    if (worked === undefined) return undefined;
    if (worked) left -= 1;
  }
  return day;
}`,
  // What was found in the first part that knows the keys; null where its rows were not handed in.
  catalogueRow: `function catalogueRow(x, parts, keys, on) {
  for (const [content, removes, from, to] of parts) {
    if (on < from || on > to) continue;
    const rows = x.catalogues?.get(content);
    if (rows === undefined) return null;
    const row = rows.rowOf(keys, on);
    if (row !== undefined) return removes ? undefined : { columns: rows.columns, row };
  }
}`,
  numberCell: `function numberCell(found, name) {
  return found ? found.columns.get(name).cells[found.row] : 0;
}`,
  textCell: `function textCell(found, name) {
  if (!found) return undefined;
  const column = found.columns.get(name);
  return column.texts[column.cells[found.row]];
}`,
  firstOfNextMonth: `function firstOfNextMonth(n) {
  const c = civil(n);
  const y = Math.floor(c / 512);
  const m = Math.floor((c - y * 512) / 32);
  return m === 12 ? days(y + 1, 1, 1) : days(y, m + 1, 1);
}`,
  addMonths: `function addMonths(n, months) {
  const c = civil(n);
  const y = Math.floor(c / 512);
  const m = Math.floor((c - y * 512) / 32);
  const i = y * 12 + m - 1 + months;
  const ty = Math.floor(i / 12);
  const tm = i - ty * 12 + 1;
  const last = tm === 2 ? ty % 4 === 0 && (ty % 100 !== 0 || ty % 400 === 0) ? 29 : 28
    : tm === 4 || tm === 6 || tm === 9 || tm === 11 ? 30 : 31;
  return days(ty, tm, Math.min(c - Math.floor(c / 32) * 32, last));
}`,
};

/** The text of the functions used, and of those that they use. */
export function runtimeSource(used: ReadonlySet<RuntimeFunction>): string {
  const all = new Set([...used].flatMap((name) => [...needs[name], name]));
  return [...all].map((name) => sources[name]).join('\n');
}

/**
 * Code of the insured year of a day. Years are counted from March, so that the leap day is the last of one: `first` is
 * the day of such a year on which the insured year starts.
 */
export function insuredYearText(date: string, { month, day }: YearStart): string {
  const first = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return `insuredYear(${date}, ${first}, ${month > 2 ? 0 : 1})`;
}
