import type { Diagnostic } from '@tiaoli/base';

/** What came of something that was asked: done, or refused with nothing changed. */
export type Outcome<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };
