import type { LocalText } from '@tiaoli/base';

export type JsonValue = string | boolean | number | readonly string[];

/** One input as a form shows it. Values are in the form of a case: money in yuan and rates per one as text. */
export interface FormField {
  readonly name: string;
  readonly alias?: string;
  readonly type:
    | 'money'
    | 'rate'
    | 'integer'
    | 'decimal'
    | 'date'
    | 'boolean'
    | 'text'
    | 'member'
    | 'set';
  readonly options?: readonly FormOption[];
  readonly low?: JsonValue;
  readonly high?: JsonValue;
  readonly places?: number;
  readonly atMost?: number;
  readonly optional: boolean;
  readonly spells: boolean;
  readonly default?: { readonly value?: JsonValue; readonly formula: LocalText };
  readonly question: LocalText;
  readonly role?: 'settled-on' | 'id';
  readonly used: boolean;
}

export interface FormOption {
  readonly value: string;
  readonly label: LocalText;
}

export interface FormEntity {
  readonly key: string;
  readonly name: string;
  readonly alias?: string;
  readonly fields: readonly FormField[];
}

export interface FormAccumulator {
  readonly name: string;
  readonly type: Exclude<FormField['type'], 'member'>;
  readonly keyed: boolean;
  readonly period: LocalText;
}

export interface CalculatorForm {
  readonly document: string;
  readonly title: string;
  readonly on: string;
  readonly jurisdiction?: string;
  readonly subjects: readonly FormEntity[];
  readonly claim: FormEntity;
  readonly parts: readonly FormEntity[];
  readonly accumulators: readonly FormAccumulator[];
  readonly places: readonly { readonly place: string; readonly level: string }[];
  readonly versions: readonly DocumentVersion[];
}

export interface DocumentVersion {
  readonly ref: string;
  readonly from: string;
  readonly to?: string;
  readonly path: string;
}
