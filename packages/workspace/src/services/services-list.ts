import type { DayNumber } from '@tiaoli/base';
import type { ServiceFiling, ServiceLevel, UnseenField } from '@tiaoli/ir';
import type { CitedText } from '../unify/unification-matrix.ts';

export interface ServicesRequest {
  /** A place as documents write it; every place without it. */
  readonly place?: string;
  /** Days to compare; without them the day before a document is in force, and its first day. */
  readonly before?: DayNumber;
  readonly after?: DayNumber;
}

/** A value, and how far the version that says it can be trusted where that differs from its clause. */
export interface SaidValue<T> {
  readonly value: T;
  readonly source?: string;
  /** 推定, 约, 转述 */
  readonly marks?: readonly string[];
}

/** What a document says of a service: a value, that the sources do not say, or nothing. */
export type ServiceValue<T> = SaidValue<T> | UnseenField | undefined;

/** A service on one day. */
export interface ServiceState {
  /** Working days; 0 for 即时. */
  readonly workingDays: ServiceValue<number>;
  readonly materials: ServiceValue<number>;
  /** Names of the materials in their order; empty where there is the number alone. */
  readonly materialItems: readonly string[];
  readonly channels: ServiceValue<readonly string[]>;
  readonly steps: ServiceValue<readonly string[]>;
  readonly handler: ServiceValue<string>;
  /** Kinds of disease, at least. */
  readonly diseases: ServiceValue<number>;
  readonly filing: ServiceValue<ServiceFiling>;
}

export type ServiceFieldName = keyof Omit<ServiceState, 'materialItems'>;

/** `unknown`: one of the days is 未见 or without a word, so that nobody can say whether it changed. */
export type FieldChange = 'same' | 'changed' | 'unknown' | 'unsaid';

export interface ComparedService {
  readonly name: string;
  readonly code?: string;
  /** Why the code is not known. */
  readonly codeUnseen?: string;
  /** Code of the main item. */
  readonly within?: string;
  /** 大项 */
  readonly category?: string;
  readonly levels: readonly ServiceLevel[];
  /** Legal basis, as written. */
  readonly basis: readonly string[];
  readonly clause: CitedText;
  readonly before: ServiceState;
  readonly after: ServiceState;
  readonly changes: Readonly<Record<ServiceFieldName, FieldChange>>;
}

/** A sum over the services of a document, or which services do not say what it needs. */
export type ServiceTotal =
  | {
      readonly kind: 'figures';
      readonly before: number;
      readonly after: number;
      /** (before − after) ÷ before, exact, as `printRational` writes it; absent where there was nothing before. */
      readonly fall?: string;
    }
  | UnknownFigures;

/** Nothing can be worked out: these services do not say what it needs. */
export interface UnknownFigures {
  readonly kind: 'unknown';
  readonly services: readonly string[];
}

/** How many services can be handled online or by phone application (网上、掌上), of all. */
export type OnlineShare =
  | { readonly kind: 'figures'; readonly online: number; readonly of: number }
  | UnknownFigures;

/** One claim of a 指标 with what it comes to. */
export interface MetricResult {
  readonly name: string;
  readonly measure: 'materials' | 'working-days' | 'channels';
  /** Of a share of channels. */
  readonly channels: readonly string[];
  /** What the claim promises, per one. */
  readonly least: string;
  /** The two days of a fall, the one day of a share. */
  readonly days: readonly string[];
  readonly clause: CitedText;
  readonly outcome:
    | {
        readonly kind: 'figures';
        /** Before, or services that have the channel. */
        readonly first: number;
        /** After, or all services. */
        readonly second: number;
        /** Per one, exact. */
        readonly reached: string;
        readonly holds: boolean;
      }
    | UnknownFigures;
}

export interface DocumentServices {
  readonly document: string;
  readonly title: string;
  readonly file: string;
  readonly place?: string;
  readonly before: string;
  readonly after: string;
  readonly services: readonly ComparedService[];
  readonly workingDays: ServiceTotal;
  readonly materials: ServiceTotal;
  readonly online: { readonly before: OnlineShare; readonly after: OnlineShare };
  /** By the days that each claim names, whatever days are compared. */
  readonly metrics: readonly MetricResult[];
}

export interface ServicesList {
  readonly documents: readonly DocumentServices[];
  /** Files with errors: their services are not in the list. */
  readonly leftOut: readonly string[];
}
