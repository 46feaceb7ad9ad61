import type { Rational } from '@tiaoli/base';
import {
  compare,
  isInteger,
  multiply,
  parseDate,
  parseRational,
  printRational,
  rational,
} from '@tiaoli/base';
import { isNumber, valueOfLiteral } from '@tiaoli/interpreter';
import type { ValueType } from '@tiaoli/ir';
import { literal } from '@tiaoli/ir';
import type { IntentEnd, IntentRange } from './intent.ts';

/**
 * Reads a number or a date of a type, or a range of them: `1000元`, `超过1000元至5000元`, `60周岁以上`, `不早于2024-07-01`. As in
 * law (民法典 1259) 以上, 以下, 以内 and 至 include the number, 超过 and 不满 do not. Undefined where it is none, or empty.
 */
export function parseRange(text: string, type: ValueType): IntentRange | undefined {
  const range = between(text, type) ?? beside(text, type) ?? exactly(text, type);
  return range && isPossible(range, type) ? range : undefined;
}

/** `1000元至5000元`, `超过1000元至5000元`, `1000元以上不满5000元`. */
function between(text: string, type: ValueType): IntentRange | undefined {
  const [, lead = '', first = '', mark = '', last = ''] =
    /^(超过|above|自|从|from|between)?\s*(.+?)\s*(至不满|至|到|~|～|\.\.|以上不满|以上不超过|以上|不满|不超过|\bto\b|\band\b)\s*(.+?)(?:以下|以内|止)?$/iu.exec(
      text,
    ) ?? [];
  const high = quantityOf(last, type);
  // 18至60周岁: the unit stands once.
  const low = quantityOf(first, type) ?? quantityOf(`${first}${unitIn(last)}`, type);
  if (low === undefined || high === undefined) return undefined;
  return {
    low: { value: low, isIncluded: !/^(?:超过|above)$/iu.test(lead) },
    high: { value: high, isIncluded: !mark.endsWith('不满') },
  };
}

function unitIn(text: string): string {
  return /[^\d.]*$/u.exec(text)?.[0] ?? '';
}

/** What stands before or behind one number, and on which side of it the range lies. */
const marks: readonly {
  readonly before?: RegExp;
  readonly behind?: RegExp;
  readonly side: 'low' | 'high';
  readonly isIncluded: boolean;
}[] = [
  {
    before: /^(?:不低于|不少于|不小于|不早于|自|at least|from|not before)\s*/iu,
    side: 'low',
    isIncluded: true,
  },
  {
    before: /^(?:不超过|不高于|不大于|不多于|不晚于|截至|at most|up to|until|not after)\s*/iu,
    side: 'high',
    isIncluded: true,
  },
  {
    before: /^(?:超过|高于|大于|多于|晚于|above|more than|after)\s*/iu,
    side: 'low',
    isIncluded: false,
  },
  {
    before: /^(?:不满|低于|少于|小于|早于|below|less than|under|before)\s*/iu,
    side: 'high',
    isIncluded: false,
  },
  { behind: /\s*(?:以上|及以上|起|or more|or later)$/iu, side: 'low', isIncluded: true },
  { behind: /\s*(?:及以下|以下|以内|止|or less|or earlier)$/iu, side: 'high', isIncluded: true },
];

function beside(text: string, type: ValueType): IntentRange | undefined {
  for (const { before, behind, side, isIncluded } of marks) {
    const mark = before ?? behind;
    if (!mark?.test(text)) continue;
    const value = quantityOf(text.replace(mark, ''), type);
    if (value !== undefined) return { [side]: { value, isIncluded } };
  }
  return undefined;
}

function exactly(text: string, type: ValueType): IntentRange | undefined {
  const value = quantityOf(text, type);
  const end = value === undefined ? undefined : { value, isIncluded: true };
  return end && { low: end, high: end };
}

/** Whether anything lies between the ends. */
function isPossible({ low, high }: IntentRange, type: ValueType): boolean {
  if (!low || !high) return true;
  const order = compare(numberIn(low, type), numberIn(high, type));
  return order < 0 || (order === 0 && low.isIncluded && high.isIncluded);
}

function numberIn({ value }: IntentEnd, type: ValueType): Rational {
  const number = valueOfLiteral(literal(type, value));
  if (!isNumber(number)) throw new Error(`no number: ${value}`);
  return number;
}

/** How large a unit is in that of the type: fen, one, days. */
const unitsOf: Partial<Record<ValueType['kind'], Readonly<Record<string, Rational>>>> = {
  money: {
    ...{ 元: rational(100n), yuan: rational(100n), 万元: rational(1_000_000n) },
    ...{ 亿元: rational(10_000_000_000n), 角: rational(10n), 分: rational(1n), fen: rational(1n) },
  },
  rate: { '%': rational(1n, 100n), '％': rational(1n, 100n), percent: rational(1n, 100n) },
  integer: Object.fromEntries(
    [
      ...['', '周岁', '岁', 'years old', '天', '日', 'days', 'day', '次', 'times', '人', 'persons'],
      ...['个', '个月', '月', 'months', '年', 'years', '件', 'items', '种', 'kinds'],
    ].map((unit) => [unit, rational(1n)]),
  ),
  decimal: { '': rational(1n) },
};

/** As it stands in a literal of the type; undefined where it is none, or finer than the type holds. */
function quantityOf(text: string, type: ValueType): string | undefined {
  const written = text.trim();
  if (type.kind === 'date') return parseDate(written) === undefined ? undefined : written;
  const [, digits = '', unit = ''] = /^(-?\d+(?:\.\d+)?)\s*(.*)$/u.exec(written) ?? [];
  const size = unitsOf[type.kind]?.[unit.toLowerCase()];
  const number = digits === '' ? undefined : parseRational(digits);
  if (!size || !number) return undefined;
  const value = multiply(number, size);
  const isFine = type.kind === 'rate' || type.kind === 'decimal' || isInteger(value);
  return isFine ? printRational(value) : undefined;
}
