import { roundingPattern } from '../roundings.ts';
import { reservedSpellings, words } from '../spellings.ts';
import { perUnits, scaledMoneyUnits, units, wrongUnits } from '../units.ts';

// All patterns are sticky: `matchAt` sets where they must match.

/** Direction controls: a text that contains one does not read as it is calculated. */
export const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** Zero-width characters: two names that differ by one look the same. */
export const ZERO_WIDTH = /[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff]/;
const INVISIBLE = '\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff';

export const BLANK = new RegExp(`[\\s\\u3000${INVISIBLE}]+`, 'y');
export const COMMENT = /(?:\/\/|／／)[^\n\r]*|\/\*[\s\S]*?\*\//y;
/** Invisible characters are reported on their own; they do not end a name, or one of them would cost two messages. */
export const LETTERS = new RegExp(`[\\p{L}\\p{M}_][\\p{L}\\p{M}_${INVISIBLE}]*`, 'uy');
export const DIGITS = /\p{N}+/uy;
export const NUMBER =
  /(?:[0-9０-９]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9０-９]+)(?:[.．][0-9０-９]+)?/y;
export const DATE =
  /[0-9０-９]{4}(?:[-－][0-9０-９]{1,2}[-－][0-9０-９]{1,2}(?![0-9０-９])|\s?年\s?[0-9０-９]{1,2}\s?月\s?[0-9０-９]{1,2}\s?[日号])/y;
export const BAD_DATE = /[0-9]{4}[./][0-9]{1,2}[./][0-9]{1,2}(?![0-9])/y;
export const YEAR = /(?:19|20)[0-9]{2}年度?/y;
export const MONTHDAY = /[0-9０-９]{1,2}月[0-9０-９]{1,2}[日号]/y;
export const CLAUSE =
  /第[0-9０-９零一二三四五六七八九十百]+[编章节条](?:第?[0-9零一二三四五六七八九十百]+款)?(?:第?[（(]?[0-9零一二三四五六七八九十百]+[）)]?项)?/y;
export const DOCNO =
  /\p{L}[\p{L}\p{N}]*[〔﹝［[【（(][0-9０-９]{4}[〕﹞］\]】）)]第?[0-9０-９]+号/uy;
export const DOCNO_OPENING = /[〔﹝［[【（(]/;
export const CHINESE_RATE = /百分之[零一二三四五六七八九十百点]+/y;
/** 百分之15: half in Chinese, half in digits. */
export const MIXED_RATE = /百分之[ \u3000]?[0-9０-９]+(?:[.．][0-9０-９]+)?/y;
/** 第 5 条: read as 第5条, and reported. */
export const SPACED_CLAUSE = /第[ \u3000]*[0-9０-９零一二三四五六七八九十百]+[ \u3000]*条/y;
/** A name of a document as others cite it: `shandong.assistance`, `tai-an.outpatient`. */
export const DOTTED = /[A-Za-z_][\w-]*(?:\.[\w-]+)+/y;
export const PLAIN_IDENTIFIER = /[A-Za-z_][\w-]*(?:\.[\w-]+)*/y;
export const CODE = /[a-z][a-z0-9]*(?:-[a-z0-9]+)*/y;
export const HAN_LAST = /\p{Script=Han}$/u;
export { roundingPattern as ROUNDING };

const wordEnd = '(?![\\p{L}\\p{N}_])';
export const UNIT = new RegExp(
  `[ \\u3000]?(?:${alternatives(units.flatMap(allSpellings), [...wrongUnits.keys()], scaledMoneyUnits)})`,
  'uy',
);
export const PER = new RegExp(`[/／](?:${alternatives(perUnits.flatMap(allSpellings))})`, 'uy');

/** Reserved words in Chinese, longest first: cut off right before a number and right behind one. */
export const boundaryWords: readonly string[] = [...reservedSpellings]
  .filter((spelling) => /\p{Script=Han}/u.test(spelling))
  .sort((a, b) => b.length - a.length);

/** Keywords of several words (`not above`), longest first, under their first word. */
export const phrasesByFirst: ReadonlyMap<string, readonly Phrase[]> = indexPhrases();

export interface Phrase {
  readonly pattern: RegExp;
  readonly canonical: string;
}

/** The text that `pattern` (sticky) matches exactly at `at`. */
export function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function allSpellings(unit: {
  readonly zh: string;
  readonly en: string;
  readonly others: readonly string[];
}): string[] {
  return [unit.zh, unit.en, ...unit.others];
}

function alternatives(...lists: readonly (readonly string[])[]): string {
  return [...new Set(lists.flat())]
    .sort((a, b) => b.length - a.length)
    .map((unit) => (/[a-z]$/i.test(unit) ? `${unit.replaceAll(' ', '\\s+')}${wordEnd}` : unit))
    .join('|');
}

function indexPhrases(): Map<string, Phrase[]> {
  const spelled = words
    .flatMap((word) => word.en.map((spelling) => ({ spelling, canonical: word.canonical })))
    .filter(({ spelling }) => spelling.includes(' '))
    .sort((a, b) => b.spelling.length - a.spelling.length);
  const index = new Map<string, Phrase[]>();
  for (const { spelling, canonical } of spelled) {
    const first = spelling.slice(0, spelling.indexOf(' '));
    const pattern = new RegExp(`${spelling.replaceAll(' ', '\\s+')}${wordEnd}`, 'uy');
    index.set(first, [...(index.get(first) ?? []), { pattern, canonical }]);
  }
  return index;
}
