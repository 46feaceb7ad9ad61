import type { LocalText, Rational, TextLanguage } from '@tiaoli/base';
import {
  compare,
  greatest,
  negate,
  parseRational,
  printRational,
  rational,
  roundTo,
  ZERO,
} from '@tiaoli/base';
import type { Change } from '@tiaoli/simulation';

/** What an amount is counted in where it is read; files keep yuan. */
export interface MoneyUnit {
  readonly name: LocalText;
  /** Yuan in one. */
  readonly yuan: bigint;
}

export const yuanUnit: MoneyUnit = { name: { zh: '元', en: 'yuan' }, yuan: 1n };

const larger: Readonly<Record<TextLanguage, readonly MoneyUnit[]>> = {
  zh: [
    { name: { zh: '亿元', en: '100 million yuan' }, yuan: 100_000_000n },
    { name: { zh: '万元', en: '10 thousand yuan' }, yuan: 10_000n },
  ],
  en: [
    { name: { zh: '百万元', en: 'million yuan' }, yuan: 1_000_000n },
    { name: { zh: '千元', en: 'thousand yuan' }, yuan: 1000n },
  ],
};

/** The value of a decimal text. Throws on anything else: results hold decimals. */
export function decimalOf(text: string): Rational {
  const value = parseRational(text);
  if (!value) throw new Error(`'${text}' is no decimal`);
  return value;
}

function sizeOf(text: string): Rational {
  const value = decimalOf(text);
  return greatest(value, negate(value));
}

/** The unit of one column: the same for all of its amounts, so that they can be compared; yuan below a million. */
export function columnUnit(amounts: readonly string[], language: TextLanguage): MoneyUnit {
  const largest = amounts.map(sizeOf).reduce(greatest, ZERO);
  if (compare(largest, rational(1_000_000)) < 0) return yuanUnit;
  return larger[language].at(-1) ?? yuanUnit;
}

/** So many units of what changes are worth that unit: two decimals say enough of them. */
const LARGE_CHANGE = 10n;

/** Units of a table of changes: a change may be much smaller than what changes. */
export interface ChangeUnits {
  readonly amount: MoneyUnit;
  readonly change: MoneyUnit;
}

export function changeUnits(changes: readonly Change[], language: TextLanguage): ChangeUnits {
  const amounts = changes.flatMap(({ baseline, reform }) => [baseline.value, reform.value]);
  const amount = columnUnit(amounts, language);
  const moved = changes.map(({ change }) => change.value);
  const largest = moved.map(sizeOf).reduce(greatest, ZERO);
  const isLarge = compare(largest, rational(LARGE_CHANGE * amount.yuan)) >= 0;
  return { amount, change: isLarge ? amount : columnUnit(moved, language) };
}

/** The unit of one amount in a sentence. */
export function sentenceUnit(amount: string, language: TextLanguage): MoneyUnit {
  const size = sizeOf(amount);
  const found = larger[language].find(({ yuan }) => compare(size, rational(yuan)) >= 0);
  return found ?? yuanUnit;
}

export interface PrintedAs {
  /** Decimals that are kept; the rest is rounded half away from zero. */
  readonly digits: number;
  /** A plus before what is above zero. */
  readonly signed?: boolean;
}

/** A number for people: rounded exactly, thousands grouped, a true minus sign. */
export function printNumber(value: Rational, { digits, signed = false }: PrintedAs): string {
  const step = rational(1n, 10n ** BigInt(digits));
  const rounded = roundTo(value, 'half-away-from-zero', step);
  const isBelow = rounded.numerator < 0n;
  const plain = printRational(isBelow ? negate(rounded) : rounded);
  const [whole = '0', decimals = ''] = plain.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const tail = digits > 0 ? `.${decimals.padEnd(digits, '0')}` : '';
  const sign = isBelow ? '−' : signed && rounded.numerator > 0n ? '+' : '';
  return `${sign}${grouped}${tail}`;
}

/** Yuan in the unit, without its name: `−1,234.56`. What is something never reads as nothing. */
export function printMoney(yuan: string, unit: MoneyUnit, signed = false): string {
  return printSomething(inUnit(yuan, unit), { digits: 2, signed });
}

/** `<0.01`, `>−0.01` for what would be rounded to nothing. */
function printSomething(value: Rational, as: PrintedAs): string {
  const text = printNumber(value, as);
  if (value.numerator === 0n || /[1-9]/.test(text)) return text;
  const step = printNumber(rational(1n, 10n ** BigInt(as.digits)), { digits: as.digits });
  return value.numerator > 0n ? `<${step}` : `>−${step}`;
}

function inUnit(yuan: string, unit: MoneyUnit): Rational {
  const { numerator, denominator } = decimalOf(yuan);
  return rational(numerator, denominator * unit.yuan);
}

/** For the length of a bar alone. */
export function plotted(yuan: string, unit: MoneyUnit): number {
  return Number(yuan) / Number(unit.yuan);
}

/** `1,234.56万元`, `1,234.56 million yuan`. */
export function moneyText(yuan: string, language: TextLanguage, signed = false): string {
  const unit = sentenceUnit(yuan, language);
  const space = language === 'zh' ? '' : ' ';
  return `${printMoney(yuan, unit, signed)}${space}${unit.name[language]}`;
}

/** An amount of one person: always in yuan, to the fen. */
export function yuanText(yuan: string, language: TextLanguage, signed = false): string {
  const space = language === 'zh' ? '' : ' ';
  return `${printMoney(yuan, yuanUnit, signed)}${space}${yuanUnit.name[language]}`;
}

/** An estimate that is no exact number to begin with: a standard error, a share. */
export function printFloat(value: number, as: PrintedAs): string {
  // A number of the machine has an exact decimal text at this many digits.
  return printNumber(decimalOf(value.toFixed(12)), as);
}

/** A share of one as `12.34%`. */
export function printPercent(share: number, signed = false): string {
  return `${printSomething(decimalOf((share * 100).toFixed(12)), { digits: 2, signed })}%`;
}

/** People, whole: `12,345`. */
export function printPeople(people: string, signed = false): string {
  return printSomething(decimalOf(people), { digits: 0, signed });
}

/** 95% of a normal distribution lies within so many standard errors. */
const NORMAL_95 = 1.96;

/** Half of the 95% interval. */
export function intervalHalf(error: number): number {
  return NORMAL_95 * error;
}

/** `95% 区间 +1.20 至 +1.40 万元` in the unit of the value; empty where there is no error. */
export function intervalText(
  value: string,
  error: number | undefined,
  language: TextLanguage,
): string {
  if (error === undefined) return '';
  const unit = sentenceUnit(value, language);
  const ends = [-1, 1].map((side) => {
    const end = Number(value) + side * intervalHalf(error);
    return printFloat(end / Number(unit.yuan), { digits: 2, signed: true });
  });
  const name = unit.name[language];
  return language === 'zh'
    ? `95% 区间 ${ends[0]} 至 ${ends[1]}${name}`
    : `95% interval ${ends[0]} to ${ends[1]} ${name}`;
}

/** Below, above or at zero. */
export function signOf(decimal: string): -1 | 0 | 1 {
  return compare(decimalOf(decimal), ZERO);
}

/** The exact share that `part` is of `whole`, as a number; 0 of nothing. */
export function shareOf(part: string, whole: string): number {
  const of = Number(whole);
  return of === 0 ? 0 : Number(part) / of;
}
