import type { KeywordLanguage } from './spellings.ts';

/** `四舍五入到分` is one token: a drafter writes it without spaces. The Chinese spelling is its canonical form. */
const modes = [
  { zh: '四舍五入', en: 'round half up', mode: 'half-away-from-zero' },
  { zh: '舍去', en: 'round down', mode: 'toward-zero' },
  { zh: '进位', en: 'round up', mode: 'away-from-zero' },
] as const;

/** What money is rounded to, in fen. */
const moneyUnits = [
  { zh: '分', en: 'fen', fen: '1' },
  { zh: '角', en: 'jiao', fen: '10' },
  { zh: '元', en: 'yuan', fen: '100' },
  { zh: '十元', en: 'ten yuan', fen: '1000' },
  { zh: '百元', en: 'hundred yuan', fen: '10000' },
] as const;

export interface RoundingToken {
  readonly mode: (typeof modes)[number]['mode'];
  /** Of money: a number of fen. Of a number: a power of ten. A positive decimal as text. */
  readonly unit: string;
  readonly of: 'money' | 'number';
}

interface Spelled extends RoundingToken {
  readonly zh: string;
  readonly en: string;
}

const MOST_PLACES = 9;

const roundings: readonly Spelled[] = modes.flatMap(({ zh, en, mode }) => [
  ...moneyUnits.map((unit) => ({
    mode,
    unit: unit.fen,
    of: 'money' as const,
    zh: `${zh}到${unit.zh}`,
    en: `${en} to ${unit.en}`,
  })),
  ...Array.from({ length: MOST_PLACES + 1 }, (_, places) => ({
    mode,
    unit: places === 0 ? '1' : `0.${'1'.padStart(places, '0')}`,
    of: 'number' as const,
    zh: places === 0 ? `${zh}到整数` : `${zh}到${places}位小数`,
    en: places === 0 ? `${en} to integer` : `${en} to ${places} places`,
  })),
]);

const bySpelling: ReadonlyMap<string, Spelled> = new Map(
  roundings.flatMap((rounding) => [
    [rounding.zh, rounding],
    [rounding.en, rounding],
  ]),
);

/** Matches one rounding at its `lastIndex`, in either language. */
export const roundingPattern = new RegExp(
  `(?:${modes.map(({ zh }) => zh).join('|')})到(?:[十百]?元|角|分|整数|[0-9０-９]位小数)` +
    `|(?:${modes.map(({ en }) => en.replaceAll(' ', '\\s+')).join('|')})\\s+to\\s+` +
    `(?:fen|jiao|(?:ten\\s+|hundred\\s+)?yuan|integer|[0-9]\\s+places)(?![\\p{L}\\p{N}_])`,
  'uy',
);

/** The meaning of a ROUNDING token (in the AST its canonical Chinese spelling); undefined for any other text. */
export function roundingOf(text: string): RoundingToken | undefined {
  const found = bySpelling.get(normal(text));
  return found && { mode: found.mode, unit: found.unit, of: found.of };
}

export function spellRounding(text: string, language: KeywordLanguage): string {
  return bySpelling.get(normal(text))?.[language] ?? text;
}

function normal(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ');
}
