import type { Rational } from '@tiaoli/base';
import {
  compare,
  dayNumber,
  daysInMonth,
  fenOfYuan,
  parseDate,
  parseRational,
  printDate,
  printRational,
  rational,
  yuanOfFen,
} from '@tiaoli/base';
import type { FormField } from './calculator-form.ts';

/** What was typed, understood: `text` is its JSON form, `note` says that it was read as something else. */
export type Typed =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly text: string; readonly note?: 'ten-thousands' | 'percent' }
  | { readonly kind: 'wrong'; readonly why: Wrong };

/** Why a text is none of its type; each has a sentence in the words of the page. */
export type Wrong =
  | 'amount'
  | 'scientific'
  | 'thousands'
  | 'negative'
  | 'decimals'
  | 'long'
  | 'rate'
  | 'number'
  | 'integer'
  | 'date'
  | 'no-such-day'
  | 'low'
  | 'high'
  | 'too-many';

/** What reading needs to know of a field. */
export type TypedField = Pick<FormField, 'type' | 'low' | 'high' | 'places'>;

/** More digits than any amount has. */
const MAX_LENGTH = 24;

/** The value of one field of numbers, dates or text as it was typed. Never throws, whatever was typed. */
export function readTyped(field: TypedField, typed: string): Typed {
  const text = normalise(typed);
  if (text === '') return { kind: 'empty' };
  switch (field.type) {
    case 'money':
      return bounded(field, readAmount(text));
    case 'rate':
      return bounded(field, readRate(text));
    case 'integer':
      return bounded(field, readInteger(text));
    case 'decimal':
      return bounded(field, readDecimal(text));
    case 'date':
      return bounded(field, readDay(text));
    default:
      return { kind: 'value', text: typed.trim() };
  }
}

/** Full-width digits and signs as plain ones; what stands around and between them is dropped. */
function normalise(typed: string): string {
  return typed.normalize('NFKC').replace(/。/g, '.').replace(/−/g, '-').replace(/\s/g, '');
}

/** Yuan with two decimals: `2,000`, `1.2万`, `￥300元` are read, floats are not. */
function readAmount(text: string): Typed {
  const bare = text.replace(/^¥/, '').replace(/元整?$/, '');
  const [, number = bare, unit] = /^(.*?)(万|亿)$/.exec(bare) ?? [];
  const plain = plainNumber(number);
  if (plain.kind !== 'value') return plain;
  const fen = fenOfYuan(plain.text);
  if (!fen) return wrong('amount');
  const factor = unit === '万' ? 10_000n : unit === '亿' ? 100_000_000n : 1n;
  const amount = rational(fen.numerator * factor, fen.denominator);
  if (amount.denominator !== 1n) return wrong('decimals');
  const value = { kind: 'value', text: yuanOfFen(amount) } as const;
  return unit ? { ...value, note: 'ten-thousands' } : value;
}

/** Typed in percent, with or without the sign. */
function readRate(text: string): Typed {
  const plain = plainNumber(text.replace(/%$/, ''));
  if (plain.kind !== 'value') return plain.why === 'amount' ? wrong('rate') : plain;
  const percent = parseRational(plain.text);
  if (!percent) return wrong('rate');
  const value = printRational(rational(percent.numerator, percent.denominator * 100n));
  const isFraction = compare(percent, rational(1n)) < 0 && percent.numerator > 0n;
  return { kind: 'value', text: value, ...(isFraction && { note: 'percent' }) };
}

function readDecimal(text: string): Typed {
  const plain = plainNumber(text);
  return plain.kind === 'wrong' && plain.why === 'amount' ? wrong('number') : plain;
}

function readInteger(text: string): Typed {
  const bare = text.replace(/(周岁|岁|年|天|日|次|人|个)$/, '');
  const plain = plainNumber(bare);
  if (plain.kind !== 'value') return plain.why === 'amount' ? wrong('integer') : plain;
  const [whole = '', digits = ''] = plain.text.split('.');
  return /^0*$/.test(digits) ? { kind: 'value', text: whole } : wrong('integer');
}

type Plain = Extract<Typed, { kind: 'value' | 'wrong' }>;

/** A decimal without sign of a float; commas only where thousands have them. */
function plainNumber(text: string): Plain {
  if (text.length > MAX_LENGTH) return wrong('long');
  if (/^[+-]?[\d.]+e[+-]?\d+$/i.test(text)) return wrong('scientific');
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text);
  if (text.includes(',') && !grouped)
    return wrong(/^[\d.,-]+$/.test(text) ? 'thousands' : 'amount');
  const digits = text.replaceAll(',', '').replace(/^\+/, '');
  const whole = /^-?\d+\.?$/.exec(digits) ? digits.replace('.', '') : digits.replace(/^\./, '0.');
  if (!/^-?\d+(\.\d+)?$/.test(whole)) return wrong('amount');
  return { kind: 'value', text: whole.replace(/^(-?)0+(?=\d)/, '$1') };
}

/** `2023-3-1`, `2023/03/01`, `2023.3.1`, `20230301`, `2023年3月1日`. */
function readDay(text: string): Typed {
  const match =
    /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!match) return wrong('date');
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  if (!exists) return wrong('no-such-day');
  return { kind: 'value', text: printDate(dayNumber({ year, month, day })) };
}

/** Both bounds belong to the domain. */
function bounded(field: TypedField, typed: Typed): Typed {
  if (typed.kind !== 'value') return typed;
  const value = orderOf(field, typed.text);
  const low = field.low === undefined ? undefined : orderOf(field, String(field.low));
  const high = field.high === undefined ? undefined : orderOf(field, String(field.high));
  if (!value) return typed;
  if (low && compare(value, low) < 0) {
    return wrong(
      value.numerator < 0n && low.numerator >= 0n && field.type !== 'date' ? 'negative' : 'low',
    );
  }
  if (high && compare(value, high) > 0) return wrong('high');
  const places = field.places;
  const digits = field.type === 'date' ? 0 : (typed.text.split('.')[1]?.length ?? 0);
  if (places !== undefined && digits > places) return wrong('decimals');
  return typed;
}

function orderOf({ type }: TypedField, text: string): Rational | undefined {
  if (type !== 'date') return parseRational(text);
  const day = parseDate(text);
  return day === undefined ? undefined : rational(day);
}

function wrong(why: Wrong): Extract<Typed, { kind: 'wrong' }> {
  return { kind: 'wrong', why };
}
