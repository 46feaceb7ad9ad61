import type { DayNumber, Span, Validity } from '@tiaoli/base';
import type { Provenance } from './provenance.ts';

/** What a 事项 says, each field with its versions in the order of the text. */
export interface ServiceFields {
  readonly code?: string;
  /** Why the code is not known (未见). */
  readonly codeUnseen?: string;
  /** Code of the main item (属). */
  readonly within?: string;
  /** 大项 */
  readonly category?: string;
  readonly levels: readonly ServiceLevel[];
  readonly channels: readonly ServiceVersion<readonly string[] | UnseenField>[];
  readonly steps: readonly ServiceVersion<readonly string[]>[];
  readonly materials: readonly ServiceVersion<ServiceMaterials | UnseenField>[];
  readonly limits: readonly ServiceVersion<ServiceLimit | UnseenField>[];
  readonly handlers: readonly ServiceVersion<string>[];
  /** 病种 不少于 */
  readonly diseases: readonly ServiceVersion<number>[];
  /** Legal basis, as written. */
  readonly basis: readonly string[];
  readonly filings: readonly ServiceVersion<ServiceFiling>[];
}

export type ServiceLevel = 'nation' | 'province' | 'city' | 'county' | 'township';

/** One version of a field: the last one that began by a day holds on it. */
export interface ServiceVersion<T> {
  readonly validity: Validity;
  readonly value: T;
  readonly span: Span;
  readonly provenance?: Provenance;
}

/** 未见: the sources do not say. */
export interface UnseenField {
  readonly unseen: string;
}

export interface ServiceMaterials {
  readonly count: number;
  /** In the numbered order; empty where the source gives the number alone. */
  readonly items: readonly string[];
}

/** Working days; 0 for 即时. */
export interface ServiceLimit {
  readonly workingDays: number;
}

/** 产生: what stands on record once the service is done. */
export interface ServiceFiling {
  readonly name: string;
  /** Member of an enumeration that policies read. */
  readonly status?: string;
  /** Months from the day on which the service is done. */
  readonly months?: number;
  /** How often it can be used; absent where nothing is said. */
  readonly uses?: number | 'unlimited';
  /** 不限: what it is not tied to (医院). */
  readonly freeOf: readonly string[];
}

export type ServiceTerm = 'no-slower' | 'no-more';

export type MetricClaim = FallClaim | ChannelClaim;

/** 下降: of the number of materials, or of the working days of all services together. */
export interface FallClaim {
  readonly kind: 'fall';
  readonly measure: 'materials' | 'working-days';
  /** `printRational` text, per one. */
  readonly least: string;
  /** The two days compared. */
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** Definition id of the fall, a rate rounded to a tenth of a percent; absent where it cannot be worked out. */
  readonly definition?: string;
  readonly span: Span;
}

/** 事项占比: services that can be handled by one of the channels, among all. */
export interface ChannelClaim {
  readonly kind: 'channels';
  readonly channels: readonly string[];
  readonly least: string;
  readonly on: DayNumber;
  readonly definition?: string;
  readonly span: Span;
}
