import type { Rational } from '@tiaoli/base';
import { multiply, parseRational, rational } from '@tiaoli/base';
import type { KeywordLanguage } from './spellings.ts';
import { perUnits, spellUnit } from './units.ts';

/** What the unit of a quantity measures. Money is in fen, a rate and points as fractions of 1, times in their own unit. */
export type QuantityKind =
  | 'money'
  | 'rate'
  | 'points'
  | 'age'
  | 'working-days'
  | 'months'
  | 'years'
  | 'days'
  | 'hours'
  | 'count'
  | 'multiple';

export interface Quantity {
  readonly kind: QuantityKind;
  readonly value: Rational;
  /** `次` in `300元/次`: the quantity is a unit price. */
  readonly per?: string;
}

const measures: ReadonlyMap<string, { readonly kind: QuantityKind; readonly factor: Rational }> =
  new Map([
    ['亿元', { kind: 'money', factor: rational(10_000_000_000n) }],
    ['万元', { kind: 'money', factor: rational(1_000_000n) }],
    ['元', { kind: 'money', factor: rational(100n) }],
    ['角', { kind: 'money', factor: rational(10n) }],
    ['分', { kind: 'money', factor: rational(1n) }],
    ['%', { kind: 'rate', factor: rational(1n, 100n) }],
    ['‰', { kind: 'rate', factor: rational(1n, 1000n) }],
    ['个百分点', { kind: 'points', factor: rational(1n, 100n) }],
    ['周岁', { kind: 'age', factor: rational(1n) }],
    ['个工作日', { kind: 'working-days', factor: rational(1n) }],
    ['个月', { kind: 'months', factor: rational(1n) }],
    ['年', { kind: 'years', factor: rational(1n) }],
    ['天', { kind: 'days', factor: rational(1n) }],
    ['小时', { kind: 'hours', factor: rational(1n) }],
    ['次', { kind: 'count', factor: rational(1n) }],
    ['人', { kind: 'count', factor: rational(1n) }],
    ['件', { kind: 'count', factor: rational(1n) }],
    ['种', { kind: 'count', factor: rational(1n) }],
    ['万人', { kind: 'count', factor: rational(10_000n) }],
    ['倍', { kind: 'multiple', factor: rational(1n) }],
  ]);

/** The exact value of a QUANTITY as it stands in the AST (`1.3万元`); undefined for a unit that was refused. */
export function quantityOf(canonical: string): Quantity | undefined {
  const [, digits = '', unit = '', per] = /^([\d.]+)([^/]*)(?:\/(.*))?$/u.exec(canonical) ?? [];
  const measure = measures.get(unit);
  const value = parseRational(digits);
  if (!measure || !value) return undefined;
  const quantity = { kind: measure.kind, value: multiply(value, measure.factor) };
  return per === undefined ? quantity : { ...quantity, per };
}

/** The exact value of a NUMBER as it stands in the AST (`0.6`, `600万`); undefined for any other text. */
export function numberOf(canonical: string): Rational | undefined {
  const [, digits = '', unit = ''] = /^([\d.]+)(万|亿)?$/u.exec(canonical) ?? [];
  const value = parseRational(digits);
  if (!value || unit === '') return value;
  return multiply(value, rational(unit === '万' ? 10_000n : 100_000_000n));
}

/** `１.３ 万元` and `1.3 wan yuan` in one spelling; the Chinese one is also the canonical form in the AST. */
export function spellQuantity(source: string, language: KeywordLanguage): string {
  const text = source.normalize('NFKC');
  if (text.startsWith('百分之')) return `${digitsOfChinese(text.slice(3))}%`;
  const [, digits, unit = '', per] = /^([\d.,]+)\s*([^/]*?)(?:\/(.*))?$/u.exec(text) ?? [];
  if (digits === undefined) return text;
  const name = spellUnit(unit.replace(/\s+/g, ' '), language);
  const tight = language === 'zh' || name === '' || name === '%' || name === '‰';
  const perName = per === undefined ? '' : `/${spellUnit(per, language, perUnits)}`;
  return `${digits.replaceAll(',', '')}${tight ? '' : ' '}${name}${perName}`;
}

/** `2022年10月1日` as `2022-10-01`; the digits are the writer's, so the day may not exist. */
export function canonicalDate(text: string): string {
  const [, year = '', month = '', day = ''] =
    /(\d{4})\D+(\d{1,2})\D+(\d{1,2})/.exec(text.normalize('NFKC')) ?? [];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `2022年` and `2022年度` as `2022年度`. */
export function canonicalYear(text: string): string {
  return `${text.normalize('NFKC').slice(0, 4)}年度`;
}

/** `1月1日` and `１月1号` as `1月1日`. */
export function canonicalMonthDay(text: string): string {
  return text.normalize('NFKC').replace('号', '日');
}

const chineseDigits = '零一二三四五六七八九';

/** 六十 → 60, 七十五点五 → 75.5, 一百 → 100. */
function digitsOfChinese(text: string): string {
  const [whole = '', fraction] = text.split('点');
  const hundreds = /^(.)百/.exec(whole)?.[1] ?? '零';
  const rest = whole.replace(/^.百零?/, '');
  const tens = /^(.?)十/.exec(rest);
  const ones = rest.replace(/^.?十/, '');
  const value =
    chineseDigits.indexOf(hundreds) * 100 +
    (tens ? Math.max(1, chineseDigits.indexOf(tens[1] || '一')) * 10 : 0) +
    (ones === '' ? 0 : chineseDigits.indexOf(ones));
  const places = fraction && [...fraction].map((digit) => chineseDigits.indexOf(digit)).join('');
  return places ? `${value}.${places}` : `${value}`;
}
