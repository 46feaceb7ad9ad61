import type { ValueType } from './type.ts';

/**
 * Which types go together.
 *
 * Integers, decimals and rates are pure numbers: they mix, and widen in that order. Money and unit prices mix with
 * themselves alone; a unit price times a quantity is money, times a rate it stays a unit price.
 */

const pure: readonly ValueType['kind'][] = ['integer', 'decimal', 'rate'];

/** The narrowest type that holds the values of both; undefined when there is none. */
export function joinTypes(left: ValueType, right: ValueType): ValueType | undefined {
  if (isSameType(left, right)) return left;
  if (!isPure(left) || !isPure(right)) return undefined;
  return pure.indexOf(left.kind) > pure.indexOf(right.kind) ? left : right;
}

/** Whether a value of type `from` may stand where `to` is declared. */
export function isAssignable(from: ValueType, to: ValueType): boolean {
  const joined = joinTypes(from, to);
  if (joined === undefined) return false;
  return isSameType(joined, to) || (to.kind === 'decimal' && from.kind === 'rate');
}

export function isSameType(left: ValueType, right: ValueType): boolean {
  if (left.kind === 'enumeration' || left.kind === 'set') {
    return left.kind === right.kind && left.enumeration === right.enumeration;
  }
  return left.kind === right.kind;
}

export function sumType(
  operator: '+' | '-',
  left: ValueType,
  right: ValueType,
): ValueType | undefined {
  if (left.kind === 'date' && right.kind === 'date') {
    return operator === '-' ? { kind: 'integer' } : undefined;
  }
  if (left.kind === 'date' && right.kind === 'integer') return left;
  const joined = joinTypes(left, right);
  return joined && isQuantity(joined) ? joined : undefined;
}

export function productType(left: ValueType, right: ValueType): ValueType | undefined {
  if (isPure(left) && isPure(right)) return joinTypes(left, right);
  const [factor, amount] = isPure(left) ? [left, right] : [right, left];
  if (!isPure(factor) || !isQuantity(amount)) return undefined;
  return amount.kind === 'unit-price' && factor.kind !== 'rate' ? { kind: 'money' } : amount;
}

/** A number with which one computes; dates are counted, not computed with. */
function isQuantity({ kind }: ValueType): boolean {
  return kind === 'money' || kind === 'unit-price' || pure.includes(kind);
}

function isPure({ kind }: ValueType): boolean {
  return pure.includes(kind);
}

/** A type for messages about our own data: `money`, `set of d/人员类别`. */
export function describeType(type: ValueType): string {
  if (type.kind === 'enumeration') return type.enumeration;
  return type.kind === 'set' ? `set of ${type.enumeration}` : type.kind;
}
