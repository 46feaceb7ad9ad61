import type { Diagnostic } from '@tiaoli/base';

/** What a reader gives: what it read, or why it could not. */
export type Reading<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'refused'; readonly diagnostic: Diagnostic };

export function read<Value>(value: Value): Reading<Value> {
  return { kind: 'read', value };
}

export function refused(diagnostic: Diagnostic): Reading<never> {
  return { kind: 'refused', diagnostic };
}
