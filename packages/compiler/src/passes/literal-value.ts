import type { Rational } from '@tiaoli/base';
import {
  isInteger,
  parseDate,
  parseRational,
  printDate,
  printRational,
  rational,
} from '@tiaoli/base';
import type { Expr, Literal, ValueType } from '@tiaoli/ir';
import { isNumeric, literal } from '@tiaoli/ir';

/** The number that a literal stands for, a date as its day number; undefined for what is no number. */
export function numberOf(expr: Expr): Rational | undefined {
  if (expr.kind !== 'literal' || typeof expr.value !== 'string' || !isNumeric(expr.type)) {
    return undefined;
  }
  if (expr.type.kind !== 'date') return parseRational(expr.value);
  const day = parseDate(expr.value);
  return day === undefined ? undefined : rational(day);
}

/** The literal of `type` with this value; undefined for a date that is no whole day. */
export function literalOfNumber(type: ValueType, value: Rational): Literal | undefined {
  if (type.kind !== 'date') return literal(type, printRational(value));
  return isInteger(value) ? literal(type, printDate(Number(value.numerator))) : undefined;
}
