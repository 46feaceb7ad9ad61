import type { LanguageType } from './language-type.ts';
import { unknownType } from './language-type.ts';

/** The type of `left ± right`; undefined where the units do not agree (money and a rate, a date and a date). */
export function addedType(
  operator: '+' | '-',
  left: LanguageType,
  right: LanguageType,
): LanguageType | undefined {
  if (left.kind === 'unknown') return right.kind === 'number' ? unknownType : right;
  if (right.kind === 'unknown') return left.kind === 'number' ? unknownType : left;
  if (left.kind === 'date') return addedToDate(operator, right);
  if (right.kind === 'date') return operator === '+' ? addedToDate(operator, left) : undefined;
  if (isRateLike(left) && isRateLike(right)) return rateSum(left, right);
  if (isPlainNumber(left) && isPlainNumber(right)) return numberSum(left, right);
  if (left.kind === 'duration' && right.kind === 'duration') {
    return left.unit === right.unit ? left : undefined;
  }
  const isAmount = left.kind === 'money' || left.kind === 'unit-price';
  return isAmount && left.kind === right.kind ? left : undefined;
}

function addedToDate(operator: '+' | '-', other: LanguageType): LanguageType | undefined {
  if (other.kind === 'date') {
    return operator === '-' ? { kind: 'duration', unit: 'days' } : undefined;
  }
  return other.kind === 'duration' ? { kind: 'date' } : undefined;
}

function rateSum(left: LanguageType, right: LanguageType): LanguageType {
  const points = left.kind === 'points' && right.kind === 'points';
  return points ? { kind: 'points' } : { kind: 'rate' };
}

function numberSum(left: LanguageType, right: LanguageType): LanguageType {
  if (left.kind === 'number' && right.kind === 'number') {
    return { kind: 'number', whole: left.whole && right.whole };
  }
  const whole = isWhole(left) && isWhole(right);
  return whole ? { kind: 'integer' } : { kind: 'decimal' };
}

/** The type of `left × right`; undefined for money × money, a date × anything and the like. */
export function multipliedType(left: LanguageType, right: LanguageType): LanguageType | undefined {
  if (left.kind === 'unknown' || right.kind === 'unknown') return unknownType;
  return scaled(left, right) ?? scaled(right, left);
}

/** `value` times a factor that is a number or a rate. */
function scaled(value: LanguageType, factor: LanguageType): LanguageType | undefined {
  switch (value.kind) {
    case 'money':
      return factor.kind === 'rate' || isPlainNumber(factor) ? value : undefined;
    case 'unit-price':
      if (factor.kind === 'rate') return value;
      return isPlainNumber(factor) ? { kind: 'money' } : undefined;
    case 'rate':
      return factor.kind === 'rate' || isPlainNumber(factor) ? value : undefined;
    case 'points':
      return isPlainNumber(factor) ? value : undefined;
    case 'duration':
      return isWhole(factor) ? value : undefined;
    case 'integer':
    case 'decimal':
    case 'number':
      return isPlainNumber(factor) ? numberSum(value, factor) : undefined;
    default:
      return undefined;
  }
}

/** The type of `left / 12`: division is by a plain number that is written there. */
export function dividedType(left: LanguageType, right: LanguageType): LanguageType | undefined {
  if (left.kind === 'unknown' || right.kind === 'unknown') return unknownType;
  if (!isPlainNumber(right)) return undefined;
  if (left.kind === 'integer' || left.kind === 'decimal') return { kind: 'decimal' };
  if (left.kind === 'number') return { kind: 'number', whole: false };
  const isScalable = left.kind === 'money' || left.kind === 'unit-price' || isRateLike(left);
  return isScalable ? left : undefined;
}

/** Whether two values can be compared for equality; order is asked apart (enumerations must be 有序). */
export function isComparable(left: LanguageType, right: LanguageType): boolean {
  if (left.kind === 'unknown' || right.kind === 'unknown') return true;
  if (left.kind === 'rate' || right.kind === 'rate') return isRateText(left) && isRateText(right);
  if (isPlainNumber(left) && isPlainNumber(right)) return true;
  if (left.kind === 'enumeration' && right.kind === 'enumeration') {
    return left.enumeration === right.enumeration;
  }
  if (left.kind === 'duration' && right.kind === 'duration') return left.unit === right.unit;
  return left.kind === right.kind && left.kind !== 'set';
}

/** Whether a value of type `from` may be given where `to` is declared. */
export function isAssignable(from: LanguageType, to: LanguageType): boolean {
  if (from.kind === 'unknown' || to.kind === 'unknown') return true;
  switch (to.kind) {
    case 'rate':
      return isRateText(from) || from.kind === 'points';
    case 'integer':
      return isWhole(from);
    case 'decimal':
      return isPlainNumber(from);
    case 'enumeration':
    case 'set':
      return from.kind === to.kind && from.enumeration === to.enumeration;
    case 'duration':
      return from.kind === 'duration' && from.unit === to.unit;
    default:
      return from.kind === to.kind;
  }
}

export function isPlainNumber(type: LanguageType): boolean {
  return type.kind === 'integer' || type.kind === 'decimal' || type.kind === 'number';
}

function isWhole(type: LanguageType): boolean {
  return type.kind === 'integer' || (type.kind === 'number' && type.whole);
}

export function isRateLike(type: LanguageType): boolean {
  return type.kind === 'rate' || type.kind === 'points';
}

/** 60% may also be written 0.6. */
function isRateText(type: LanguageType): boolean {
  return type.kind === 'rate' || type.kind === 'number';
}

/** Types with a natural order; enumerations have one when they are declared 有序. */
export function isOrderedKind(type: LanguageType): boolean {
  switch (type.kind) {
    case 'boolean':
    case 'text':
    case 'set':
    case 'integer-set':
    case 'enumeration':
      return false;
    default:
      return true;
  }
}
