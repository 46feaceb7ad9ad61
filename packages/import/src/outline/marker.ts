import { readNumber } from './chinese-number.ts';

/** The number at the beginning of a paragraph, and how high it ranks. */
export interface Marker {
  /** Lower ranks hold higher ones. */
  readonly rank: number;
  /** As it is written, its punctuation included: 第一条, 一、, （一）, 1. */
  readonly label: string;
  readonly rest: string;
  /** Which one of its kind; undefined for a letter. */
  readonly ordinal?: number;
  /** Whether it may as well be the beginning of a sentence: 第五条规定的…, so that its turn must have come. */
  readonly needsTurn: boolean;
}

export const ranks = {
  attachment: 0,
  part: 1,
  chapter: 2,
  section: 3,
  article: 4,
  chinese: 5,
  chineseInBrackets: 6,
  decimal: 7,
  nestedDecimal: 8,
  decimalInBrackets: 12,
  circled: 13,
  letter: 14,
} as const;

const HAN = '零〇○一二三四五六七八九十百千两';
const ANY = `${HAN}0-9０-９`;

interface Shape {
  readonly rank: number;
  readonly pattern: RegExp;
}

/** Each with the label in group 1, the number in group 2. */
const shapes: readonly Shape[] = [
  { rank: ranks.part, pattern: new RegExp(`^(第\\s?([${ANY}]+)\\s?(?:编|部分))`, 'u') },
  { rank: ranks.chapter, pattern: new RegExp(`^(第\\s?([${ANY}]+)\\s?章)`, 'u') },
  { rank: ranks.section, pattern: new RegExp(`^(第\\s?([${ANY}]+)\\s?节)`, 'u') },
  {
    rank: ranks.article,
    pattern: new RegExp(`^(第\\s?([${ANY}]+)\\s?条(?:之[${HAN}]+)?)`, 'u'),
  },
  { rank: ranks.chinese, pattern: new RegExp(`^(([${HAN}]+)[、．.])`, 'u') },
  {
    rank: ranks.chineseInBrackets,
    pattern: new RegExp(`^([（(]\\s?([${HAN}]+)\\s?[）)]、?)`, 'u'),
  },
  { rank: ranks.decimal, pattern: /^(([0-9０-９]{1,3})(?:[、．]|[.](?![0-9０-９])))/u },
  { rank: ranks.decimalInBrackets, pattern: /^([（(]\s?([0-9０-９]{1,3})\s?[）)]、?)/u },
  { rank: ranks.decimalInBrackets, pattern: /^(([0-9０-９]{1,3})[）)])/u },
  { rank: ranks.decimal, pattern: /^(([⒈-⒛]))/u },
  { rank: ranks.decimalInBrackets, pattern: /^(([⑴-⒇]))/u },
  { rank: ranks.chineseInBrackets, pattern: /^(([㈠-㈩]))/u },
  { rank: ranks.circled, pattern: /^(([①-⑳㉑-㉟㊱-㊿]))/u },
];

/** 1.2 and 1.2.3: the ranks below the decimal one. */
const nested = /^(([0-9０-９]{1,3}(?:[.．][0-9０-９]{1,3}){1,3}))[.．、]?(?=[\s\u3000\p{L}])/u;

/** What would go on a sentence that names an article: 第五条规定的. */
const goesOn = /^(?:[的所中第至到和与及或、，,（(]|规定|所列|以及)/u;

/** The number that a paragraph begins with, if any. */
export function markerOf(text: string): Marker | undefined {
  for (const { rank, pattern } of shapes) {
    const found = pattern.exec(text);
    if (found) return markerFrom(text, rank, found);
  }
  const found = nested.exec(text);
  if (!found) return undefined;
  const depth = (found[2] ?? '').split(/[.．]/u).length;
  return { ...markerFrom(text, ranks.nestedDecimal + depth - 2, found), needsTurn: true };
}

function markerFrom(text: string, rank: number, found: RegExpExecArray): Marker {
  const [, label = '', number = ''] = found;
  const behind = text.slice(label.length);
  const ordinal = readNumber(number.split(/[.．]/u).at(-1) ?? '') ?? enclosed(number);
  const isNamed = rank <= ranks.article;
  const isApart = /^(?:[\s\u3000]|$|[【（(：:])/u.test(behind);
  return {
    ...{ rank, label, rest: behind.trim() },
    ...(ordinal !== undefined && { ordinal }),
    needsTurn: isNamed && !isApart,
  };
}

/** Whether the words behind a number can be those of a clause, as against the rest of a sentence that names one. */
export function beginsClause({ rest }: Marker): boolean {
  return !goesOn.test(rest);
}

/** ③ is 3. */
function enclosed(character: string): number | undefined {
  return readNumber(character.normalize('NFKC').replace(/[^0-9\u4e00-\u9fff]/gu, ''));
}

/** A number that Word or a browser wrote: a letter or a roman one counts as well. */
export function markerOfLabel(label: string, text: string): Marker {
  const found = markerOf(`${label} ${text}`);
  if (found && found.label.length >= label.trim().length) return { ...found, needsTurn: false };
  const nestedOne = nested.exec(`${label} `);
  const depth = (nestedOne?.[2] ?? '').split(/[.．]/u).length;
  const rank = nestedOne ? ranks.nestedDecimal + depth - 2 : rankOfLabel(label);
  return { rank, label, rest: text, needsTurn: false };
}

/** Of a label with its own words, 附件1 or 第1级: as high as the number that it holds. */
function rankOfLabel(label: string): number {
  const known = markerOf(`${label} `);
  return known?.rank ?? ranks.letter;
}
