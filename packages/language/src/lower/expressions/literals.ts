import type { Rational } from '@tiaoli/base';
import { printRational } from '@tiaoli/base';
import type { Expr, ValueType } from '@tiaoli/ir';
import { literal, numberLiteral } from '@tiaoli/ir';
import type { NumberLiteral, QuantityLiteral } from '../../generated/ast.ts';
import type { Quantity } from '../../syntax/literals.ts';
import { numberOf, quantityOf } from '../../syntax/literals.ts';

const KINDS: Readonly<
  Record<Quantity['kind'], ValueType['kind'] & ('money' | 'rate' | 'integer' | 'decimal')>
> = {
  money: 'money',
  rate: 'rate',
  points: 'rate',
  age: 'integer',
  'working-days': 'integer',
  months: 'integer',
  years: 'integer',
  days: 'integer',
  hours: 'decimal',
  count: 'integer',
  multiple: 'decimal',
};

export function lowerQuantity(node: QuantityLiteral): Expr {
  const quantity = quantityOf(node.value);
  if (!quantity) throw new Error(`a checked quantity has a known unit: ${node.value}`);
  const kind =
    quantity.per !== undefined && quantity.kind === 'money' ? 'unit-price' : KINDS[quantity.kind];
  return literal({ kind }, printRational(quantity.value));
}

/** A number without a unit takes the type that is wanted; else it is an integer where it is whole. */
export function lowerNumber(node: NumberLiteral, expected: ValueType | undefined): Expr {
  const value = numberOf(node.value);
  if (!value) throw new Error(`a checked number is readable: ${node.value}`);
  return numberLiteral(numberType(value, expected), value);
}

function numberType(value: Rational, expected: ValueType | undefined): ValueType {
  if (expected?.kind === 'rate' || expected?.kind === 'decimal') return expected;
  return value.denominator === 1n ? { kind: 'integer' } : { kind: 'decimal' };
}
