import type { JsonValue, ValueKind } from './encode-value.ts';

/** One result under its declared name; the JSON form of the command line. */
export interface ResultValue {
  /** Null unless `status` is `value`. */
  readonly value: JsonValue | null;
  readonly kind: ValueKind;
  readonly status: 'value' | 'not-applicable' | 'missing';
  /** Why there is no value. */
  readonly reason?: string;
  /** The clause that the result rests on. */
  readonly clause?: string;
  /** The national field. */
  readonly field?: string;
}

export interface ClaimResult {
  readonly id: string;
  /** Day of settlement, or the one asked for; absent while a governing date is missing. */
  readonly on?: string;
  /** Reference of the version under which the claim was settled. */
  readonly version?: string;
  readonly outputs: Readonly<Record<string, ResultValue>>;
  /** For each entity below the claim, by its JSON name, the results of its records in the order given; absent without any. */
  readonly records?: Readonly<Record<string, readonly Readonly<Record<string, ResultValue>>[]>>;
}

export interface MissingField {
  readonly claim?: string;
  readonly field: string;
  readonly question: string;
}

/** One step of a claim; texts are in the language asked for. */
export interface TraceLine {
  readonly claim: string;
  readonly name: string;
  readonly formula: string;
  readonly operands: readonly { readonly name: string; readonly value: string }[];
  readonly value: string;
  /** What rounding took away (positive) or added (negative), exact, in yuan. */
  readonly remainder?: string;
  readonly clause?: string;
}

/** Claims that do not count any more, and each result of the others that is another now than it was with them. */
export interface VoidedClaims {
  readonly claims: readonly string[];
  readonly changes: readonly {
    readonly claim: string;
    readonly name: string;
    readonly before: ResultValue;
    readonly after: ResultValue;
  }[];
}

/**
 * A settled case.
 *
 * `outputs` are over all claims: money is summed (claims on which a result is 不适用 count nothing; 待补充 on one of them
 * makes the sum 待补充), everything else is what the last claim gives. `claims[].outputs` are those of each claim.
 */
export interface CaseResult {
  readonly document: string;
  readonly version: string | null;
  readonly on: string | null;
  readonly jurisdiction: string;
  readonly outputs: Readonly<Record<string, ResultValue>>;
  readonly claims: readonly ClaimResult[];
  readonly state: Readonly<Record<string, JsonValue>>;
  readonly stateInstances: Readonly<Record<string, string>>;
  readonly missing: readonly MissingField[];
  /** Names of invented values (等级 示例) that were used: the results are nobody's policy. Absent without any. */
  readonly illustrative?: readonly string[];
  /** What voiding changed; absent where no claim is voided. */
  readonly voided?: VoidedClaims;
  readonly trace?: readonly TraceLine[];
}
