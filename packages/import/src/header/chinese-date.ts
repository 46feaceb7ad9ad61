import { parseDate } from '@tiaoli/base';
import { readNumber } from '../outline/chinese-number.ts';

const NUMBER = '[0-9０-９〇○零一二三四五六七八九十]';

/** 2025年1月1日, 二〇二五年一月一日: the groups are year, month, day. */
export const chineseDate = `(${NUMBER}{4})\\s?年\\s?(${NUMBER}{1,3})\\s?月\\s?(${NUMBER}{1,3})\\s?日`;

/** As ISO 8601; undefined for a day that does not exist. */
export function isoDate(year = '', month = '', day = ''): string | undefined {
  const [years, months, days] = [year, month, day].map(readNumber);
  if (years === undefined || months === undefined || days === undefined) return undefined;
  const text = `${years}-${String(months).padStart(2, '0')}-${String(days).padStart(2, '0')}`;
  return parseDate(text) === undefined ? undefined : text;
}
