import { isInteger } from '@tiaoli/base';
import type { Expression } from '../generated/ast.ts';
import { numberOf, quantityOf } from '../syntax/literals.ts';
import type { LanguageType } from './language-type.ts';
import { unknownType } from './language-type.ts';

/** The type that a literal shows by its unit; undefined for what is no literal. */
export function literalType(expression: Expression): LanguageType | undefined {
  switch (expression.$type) {
    case 'QuantityLiteral':
      return quantityType(expression.value);
    case 'NumberLiteral':
      return numberType(expression.value);
    case 'DateLiteral':
      return { kind: 'date' };
    case 'YearLiteral':
      return { kind: 'integer' };
    case 'TextLiteral':
      return { kind: 'text' };
    case 'Truth':
      return { kind: 'boolean' };
    default:
      return undefined;
  }
}

function quantityType(text: string): LanguageType {
  const quantity = quantityOf(text);
  if (quantity === undefined) return unknownType;
  switch (quantity.kind) {
    case 'money':
      return quantity.per === undefined ? { kind: 'money' } : { kind: 'unit-price' };
    case 'rate':
    case 'points':
      return { kind: quantity.kind };
    case 'months':
    case 'years':
    case 'days':
    case 'working-days':
      return { kind: 'duration', unit: quantity.kind };
    case 'age':
    case 'hours':
    case 'count':
      return isInteger(quantity.value) ? { kind: 'integer' } : { kind: 'decimal' };
    case 'multiple':
      return { kind: 'number', whole: isInteger(quantity.value) };
  }
}

function numberType(text: string): LanguageType {
  const value = numberOf(text);
  return value === undefined ? unknownType : { kind: 'number', whole: isInteger(value) };
}
