import type { DayNumber } from '@tiaoli/base';
import { parseDate } from '@tiaoli/base';

/** The calendar day in China, whatever the clock of the server is set to. */
export function today(): DayNumber {
  const text = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  const day = parseDate(text);
  if (day === undefined) throw new Error(`not a day: ${text}`);
  return day;
}
