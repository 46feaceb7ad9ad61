import type { SourceParagraph } from '../source-document.ts';
import { chineseDate, isoDate } from './chinese-date.ts';

/** 本办法自2025年1月1日起施行, 有效期至2029年12月31日. */
const own =
  '本(?:通知|办法|意见|规定|细则|方案|条例|文件|决定|公告|通告|规程|标准|实施[^，。；]{1,6})';
const begins = new RegExp(
  `${own}[^。；]{0,12}?自\\s?${chineseDate}\\s?起(?:开始)?(?:正式)?(?:施行|实施|执行|生效)`,
  'u',
);
const ends = new RegExp(`有效期(?:限)?(?:[^。；，]{0,8})?至\\s?${chineseDate}`, 'u');

/** The days that the document gives to itself; none where it names two first days, or speaks of another document. */
export function findEffective(main: readonly SourceParagraph[]): {
  readonly from?: string;
  readonly to?: string;
} {
  const sentences = main.flatMap(({ text }) => text.split(/(?<=。)/u));
  const found = sentences.flatMap((sentence) => {
    const [, ...first] = begins.exec(sentence) ?? [];
    const from = isoDate(...first);
    if (from === undefined) return [];
    const [, ...last] = ends.exec(sentence) ?? [];
    const to = isoDate(...last);
    return [{ from, ...(to !== undefined && to >= from && { to }) }];
  });
  const days = new Set(found.map(({ from }) => from));
  return days.size === 1 ? (found[0] ?? {}) : {};
}
