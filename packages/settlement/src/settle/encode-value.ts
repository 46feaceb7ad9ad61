import type { Rational } from '@tiaoli/base';
import { assertNever, printDate, printRational, yuanOfFen } from '@tiaoli/base';
import type { Value } from '@tiaoli/interpreter';
import type { ValueType } from '@tiaoli/ir';

/** How a value is to be read in JSON. */
export type ValueKind =
  | 'money'
  | 'rate'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'boolean'
  | 'text'
  | 'set';

export type JsonValue = string | boolean | number | readonly string[];

export function kindOf(type: ValueType): ValueKind {
  switch (type.kind) {
    case 'unit-price':
      return 'money';
    case 'enumeration':
      return 'text';
    default:
      return type.kind;
  }
}

/** Money in yuan and rates per one as decimal strings, whole numbers as numbers, dates as `YYYY-MM-DD`. */
export function encodeValue(value: Value, type: ValueType): JsonValue {
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  return 'numerator' in value ? encodeNumber(value, type) : [...value].sort();
}

function encodeNumber(value: Rational, type: ValueType): JsonValue {
  switch (type.kind) {
    case 'money':
    case 'unit-price':
      return yuanOfFen(value);
    case 'date':
      return printDate(Number(value.numerator));
    case 'integer':
      return encodeInteger(value);
    case 'rate':
    case 'decimal':
    case 'boolean':
    case 'text':
    case 'enumeration':
    case 'set':
      return printRational(value);
    default:
      return assertNever(type);
  }
}

/** A string where a JSON number could lose digits. */
function encodeInteger(value: Rational): JsonValue {
  const number = Number(value.numerator);
  return value.denominator === 1n && Number.isSafeInteger(number) ? number : printRational(value);
}
