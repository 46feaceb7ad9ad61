import type { LocalText } from '@tiaoli/base';

export type FieldType =
  | 'money'
  | 'unit-price'
  | 'rate'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'boolean'
  | 'text'
  | 'member'
  | 'set';

/** One input as the form needs it. Amounts are decimal strings in yuan, rates per one, dates `YYYY-MM-DD`. */
export interface FormField {
  readonly name: string;
  readonly alias?: string;
  readonly type: FieldType;
  readonly options?: readonly FieldOption[];
  readonly low?: string;
  readonly high?: string;
  readonly places?: number;
  readonly atMost?: number;
  /** May be answered with 无. */
  readonly optional: boolean;
  /** What holds when it is left open; `text` where that is one value and no formula. */
  readonly default?: { readonly text?: string };
  readonly question?: LocalText;
  /** The date by which claims are ordered, or what they are called. */
  readonly role?: 'settled-at' | 'id';
}

export interface FieldOption {
  readonly name: string;
  readonly alias?: string;
}

export interface FormEntity {
  /** The key of its records in a case: `person`, `claims`, `items`. */
  readonly key: string;
  readonly name: string;
  readonly alias?: string;
  readonly fields: readonly FormField[];
}

/** Everything that a form is made from. */
export interface CalculatorForm {
  /** What the claim belongs to, nearest first. */
  readonly above: readonly FormEntity[];
  readonly claim: FormEntity;
  readonly below: readonly FormEntity[];
  /** Accumulators that a year may have begun with. */
  readonly state: readonly FormField[];
}
