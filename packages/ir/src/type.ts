/**
 * The type of a value. Units: money in fen, unit prices in fen per unit, rates per one, dates in days.
 *
 * Whether a value may be 不适用 stands apart (`Definition.optional`): it is no type of its own.
 */
export type ValueType =
  | { readonly kind: 'money' }
  | { readonly kind: 'unit-price' }
  | { readonly kind: 'rate' }
  | { readonly kind: 'integer' }
  | { readonly kind: 'decimal' }
  | { readonly kind: 'date' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'text' }
  | { readonly kind: 'enumeration'; readonly enumeration: string }
  | { readonly kind: 'set'; readonly enumeration: string };

export type NumericKind = 'money' | 'unit-price' | 'rate' | 'integer' | 'decimal' | 'date';

/** True for values that are exact numbers at run time (a date is its day number). */
export function isNumeric(type: ValueType): type is Extract<ValueType, { kind: NumericKind }> {
  return (
    type.kind !== 'boolean' &&
    type.kind !== 'text' &&
    type.kind !== 'enumeration' &&
    type.kind !== 'set'
  );
}
