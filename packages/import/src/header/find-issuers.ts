import type { SourceParagraph } from '../source-document.ts';
import { chineseDate } from './chinese-date.ts';

const dateAlone = new RegExp(`^${chineseDate}$`, 'u');
const office =
  /^[\p{Script=Han}（）()]{2,30}(?:局|厅|委员会|委|部|院|人民政府|会|办公室|办公厅|中心|公司)$/u;
const MOST_OFFICES = 12;

/** The offices that sign: right above a line that is a day and nothing else. None where no such line ends the text. */
export function findIssuers(main: readonly SourceParagraph[]): readonly string[] {
  const day = main.findLastIndex(({ text }) => dateAlone.test(text));
  if (day < 0) return [];
  const found: string[] = [];
  for (let at = day - 1; at >= 0 && found.length < MOST_OFFICES; at -= 1) {
    const names = (main[at]?.text ?? '').split(/[\s\u3000]+/u);
    if (!names.every((name) => office.test(name))) break;
    found.unshift(...names);
  }
  return found;
}
