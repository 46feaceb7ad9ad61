/**
 * Types as the checker sees them: those of the IR, and those that occur only inside expressions.
 *
 * `points` are percentage points (a difference of rates), `number` a literal without a unit, which is an integer or a
 * decimal as its neighbours want. `unknown` stands for what was not understood; it fits everywhere, so that one mistake
 * is reported once.
 */
export type LanguageType =
  | { readonly kind: 'money' }
  | { readonly kind: 'unit-price' }
  | { readonly kind: 'rate' }
  | { readonly kind: 'points' }
  | { readonly kind: 'integer' }
  | { readonly kind: 'decimal' }
  | { readonly kind: 'number'; readonly whole: boolean }
  | { readonly kind: 'date' }
  | { readonly kind: 'duration'; readonly unit: DurationUnit }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'text' }
  /** `enumeration`: id of the declared enumeration. */
  | { readonly kind: 'enumeration'; readonly enumeration: string }
  | { readonly kind: 'set'; readonly enumeration: string }
  | { readonly kind: 'integer-set' }
  | { readonly kind: 'unknown' };

/** Working days are counted on the calendar of holidays that the calculation is given. */
export type DurationUnit = 'days' | 'months' | 'years' | 'working-days';

/** What is known of a value before any case is at hand. */
export interface Inferred {
  readonly type: LanguageType;
  /** It may be 不适用. */
  readonly optional: boolean;
  /**
   * `static`: literals and parameters only, known once parameters are bound. `finite`: at most 10,000 values (an
   * enumeration, a bounded integer, a rate with few declared decimals). `open`: an amount or a large number of the case.
   */
  readonly constness: 'static' | 'finite' | 'open';
}

export const unknownType: LanguageType = { kind: 'unknown' };

export const unknownValue: Inferred = { type: unknownType, optional: false, constness: 'static' };
