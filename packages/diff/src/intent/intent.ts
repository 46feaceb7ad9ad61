import type { ValueType } from '@tiaoli/ir';
import type { Region, ResultDifference } from '../behaviour/behaviour.ts';

/** What a draft is meant to change: nothing outside of it may differ. */
export interface Intent {
  /** As it was written, from 只影响 on. */
  readonly text: string;
  /** Whom it is about: all of these hold; everybody where there are none. */
  readonly facts: readonly IntentFact[];
  /** `ResultDifference.key` of what may change; everything where absent. */
  readonly results?: ReadonlySet<string>;
  /** 尾差除外: rounding outside of it is no breach. */
  readonly exceptRounding: boolean;
}

export type IntentFact = IntentValues | IntentRanges;

/** A fact that has one of the values; of a set, that holds one of them. */
export interface IntentValues {
  /** `InputDeclaration.id` */
  readonly id: string;
  readonly kind: 'one' | 'set';
  readonly values: readonly (string | boolean)[];
}

/** A number or a date that lies in one of the ranges. */
export interface IntentRanges {
  /** `InputDeclaration.id` */
  readonly id: string;
  readonly kind: 'range';
  readonly type: ValueType;
  readonly ranges: readonly IntentRange[];
}

/** Between two ends, or on one side of one. */
export interface IntentRange {
  readonly low?: IntentEnd;
  readonly high?: IntentEnd;
}

export interface IntentEnd {
  /** As in a literal of the type. */
  readonly value: string;
  readonly isIncluded: boolean;
}

/** Whether nothing but the intent changed, as far as it was decided. */
export interface IntentVerdict {
  readonly intent: Intent;
  readonly holds: 'yes' | 'no' | 'unknown';
  /** What changes outside, each with a settled case. */
  readonly breaches: readonly PlacedRegion[];
  /** About what nobody can say that it is unchanged outside. */
  readonly unconfirmed: readonly PlacedRegion[];
  /** Rounding outside that the intent allows. */
  readonly rounding: readonly PlacedRegion[];
  /** Whether anything changes within the intent. */
  readonly inside: 'changed' | 'unchanged' | 'unknown';
}

/** A part of the domain in which a result is another. */
export interface PlacedRegion {
  readonly result: Pick<ResultDifference, 'key' | 'name' | 'kind' | 'type'>;
  readonly region: Region;
}
