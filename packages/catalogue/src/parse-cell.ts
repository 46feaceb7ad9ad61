import type { LocalText } from '@tiaoli/base';
import { floor, multiply, parseDate, parseRational, rational } from '@tiaoli/base';
import type { ValueType } from '@tiaoli/ir';

/** What a column of numbers takes: its scale, and its bounds in the type's unit. */
export interface NumberLimits {
  readonly type: ValueType;
  readonly scale: number;
  readonly low?: string;
  readonly high?: string;
}

/** An integer on the scale of the column, or why the cell is none. */
export type ParsedNumber = number | LocalText;

/** Reads cells of one column of numbers; what the column takes is worked out once. */
export function numberReader(limits: NumberLimits): (cell: string) => ParsedNumber {
  const { type, scale, low, high } = limits;
  if (type.kind === 'date') {
    const read = dateReader();
    return (cell) => read(cell) ?? noDate;
  }
  const least = scaledBound(low, scale, 'up');
  const most = scaledBound(high, scale, 'down');
  const isRate = type.kind === 'rate';
  const places = Math.round(Math.log10(scale)) + (isYuan(type) ? 2 : 0);
  return (cell) => {
    const isPercent = isRate && cell.endsWith('%');
    const [, sign, digits, decimals = ''] = plain.exec(isPercent ? cell.slice(0, -1) : cell) ?? [];
    if (digits === undefined) return noNumber[isRate ? 'rate' : 'other'];
    const kept = decimals.replace(/0+$/, '');
    const room = isPercent ? places - 2 : places;
    if (kept.length > room) return tooPrecise;
    const number = Number(`${sign}${digits}${kept.padEnd(room, '0')}`);
    const isWithin = Number.isSafeInteger(number) && least <= number && number <= most;
    return isWithin ? number + 0 : outside;
  };
}

/** Digits with an optional sign and point; nothing that a spreadsheet may have made of a number (1E+05, 1,000). */
const plain = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Money is written in yuan and held in fen. */
function isYuan({ kind }: ValueType): boolean {
  return kind === 'money' || kind === 'unit-price';
}

/** The least (or greatest) integer on the scale that the bound allows. */
function scaledBound(bound: string | undefined, scale: number, to: 'up' | 'down'): number {
  const value = bound === undefined ? undefined : parseRational(bound);
  if (!value) return to === 'up' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const scaled = multiply(value, rational(BigInt(scale)));
  const below = floor(scaled);
  return Number(to === 'up' && scaled.denominator !== 1n ? below + 1n : below);
}

/** 2024-01-01, or as spreadsheets write it: 2024/1/1. */
const written = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/;

/** Reads days; a file names few of them many times. */
export function dateReader(): (cell: string) => number | undefined {
  const known = new Map<string, number | undefined>();
  return (cell) => {
    const found = known.get(cell) ?? readDate(cell);
    known.set(cell, found);
    return found;
  };
}

function readDate(cell: string): number | undefined {
  const [, year, , month, day] = written.exec(cell) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

const noDate: LocalText = { zh: '不是日期（写 2024-01-01）', en: 'no date (write 2024-01-01)' };
const noNumber: Readonly<Record<'rate' | 'other', LocalText>> = {
  rate: { zh: '不是比例（写 5% 或 0.05）', en: 'no rate (write 5% or 0.05)' },
  other: {
    zh: '不是数（只写数字和小数点，不写千分位、单位、科学记数）',
    en: 'no number (digits and a point alone: no thousands, units or exponents)',
  },
};
const outside: LocalText = { zh: '超出这一列规定的范围', en: 'outside the range of the column' };
const tooPrecise: LocalText = {
  zh: '小数位数多于这一列规定的',
  en: 'more decimals than the column has',
};
