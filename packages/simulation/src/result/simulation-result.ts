/**
 * What a run says: the one record that `run.json`, tables, reports and pages print from. It is plain JSON.
 *
 * Amounts are exact decimals as texts (`"12345.67"`): the sums behind them are integers. Only standard errors and shares
 * are floating-point numbers, since they are estimates themselves.
 */

import type { LocalText } from '@tiaoli/base';
import type { Sensitivity, Solution, Sweep } from './whatif-result.ts';

/** An exact decimal number. */
export type Decimal = string;

/** A figure of the population that the sample stands for. */
export interface Estimate {
  readonly value: Decimal;
  /** Standard error by replicate weights, in the unit of the value; absent where the sample is everybody. */
  readonly error?: number;
}

/** The same figure under both versions, and its change; the error of the change is that of pairs. */
export interface Change {
  readonly baseline: Estimate;
  readonly reform: Estimate;
  readonly change: Estimate;
}

/** Rules that were run. */
export interface ScenarioIdentity {
  /** `baseline`, `reform-1`, `reform-2` … */
  readonly key: string;
  readonly document: string;
  /** As `diff` and `calc` take it: `taiyuan.employee-outpatient@2024-07-01`. */
  readonly version: string;
  readonly title: string;
  /** The day whose rules are run. */
  readonly on: string;
  readonly meaningHash: string;
  /** Values that no source gives: their names. */
  readonly illustrative: readonly string[];
}

export interface PopulationIdentity {
  readonly root: string;
  readonly year: number;
  readonly persons: number;
  readonly claims: number;
  /** People that the sample stands for. */
  readonly weighted: Decimal;
  readonly isSynthetic: boolean;
  /** Of a synthetic one. */
  readonly preset?: string;
  readonly province?: string;
  readonly seed?: number;
}

export interface RunIdentity {
  /** SHA-256 of everything that decides the result: the name of the run, and the key of the cache. */
  readonly id: string;
  readonly resultVersion: number;
  /** SHA-256 of what settles and adds up. */
  readonly engine: string;
  readonly options: RunOptions;
}

export interface RunOptions {
  /** Groups of fewer people in the sample are not shown. */
  readonly leastPersons: number;
  /** What is between minus this and this, in yuan a year, counts as unchanged. */
  readonly sameWithin: Decimal;
  readonly replicates: number;
  /** Whose claims are run: of one scheme, of one city, or `all`. */
  readonly scheme: 'employee' | 'resident' | 'all';
  readonly city: string;
  /** What was asked beyond the versions, where anything was. */
  readonly whatIf?: readonly string[];
}

/** A run as it is kept. */
export interface SimulationResult {
  readonly format: 'tiaoli-simulation';
  readonly identity: RunIdentity;
  readonly population: PopulationIdentity;
  readonly baseline: ScenarioIdentity;
  /** What is taken for granted without a source (ILLUSTRATIVE), a sentence each. */
  readonly assumptions: readonly LocalText[];
  /** What the rules did not settle, by scenario: nothing is left out silently. */
  readonly notSettled: readonly NotSettled[];
  /** Weighted sums of every amount that the rules give, in yuan, by scenario and name. */
  readonly totals: Readonly<Record<string, Readonly<Record<string, Decimal>>>>;
  readonly reforms: readonly ReformResult[];
  /** How the province balances its cities, where accounts were given: shares of 1. */
  readonly adjustment?: {
    /** What each city pays in of its base. */
    readonly paid: Decimal;
    /** What each city gets of its gap. */
    readonly covered: Decimal;
    /** Nobody gave them. */
    readonly isIllustrative: boolean;
  };
}

export interface NotSettled {
  readonly scenario: string;
  /**
   * `outside`: of people whom the run does not cover (another scheme, another city); `not-covered`: the rules know no such
   * claim, and the reason says which fact and word; `refused`: a fact beyond its bounds, or one that is missing.
   */
  readonly kind: 'outside' | 'not-covered' | 'refused';
  readonly reason: string;
  readonly claims: number;
}

/** What one reform does, against the baseline. */
export interface ReformResult {
  readonly scenario: ScenarioIdentity;
  readonly verdict: Verdict;
  readonly byLayer: readonly LayerChange[];
  /** Absent where there is one change only, or where the versions are different documents. */
  readonly byChange?: ChangeWaterfall;
  /** By category, income, age, scheme, hospital level, urban and rural; groups as they are under the baseline. */
  readonly groups: readonly GroupTable[];
  readonly burden: Burden;
  readonly cities: readonly CityChange[];
  readonly watchlists: readonly WatchlistChange[];
  /** Where it was asked for. */
  readonly sensitivity?: Sensitivity;
  readonly sweeps?: readonly Sweep[];
  readonly solutions?: readonly Solution[];
  readonly cases: readonly CaseChange[];
  /** Where no amount of anybody changes: why. */
  readonly nothingChanged?: NothingChanged;
}

export interface Verdict {
  /** Yuan that all funds pay. */
  readonly fund: Change;
  /** Yuan that people bear. */
  readonly person: Change;
  readonly ratios: readonly RatioChange[];
  readonly better: Sided;
  readonly worse: Sided;
  /** People. */
  readonly same: Estimate;
  readonly flags: readonly Flag[];
}

/** People on one side of a change, and what they gain or lose together, in yuan. */
export interface Sided {
  readonly people: Estimate;
  readonly amount: Estimate;
}

/** What a reader must not overlook: a group that loses much, a city below zero. */
export interface Flag {
  readonly kind: 'group-loses' | 'city-deficit' | 'person-loses-most';
  readonly name: string;
  readonly amount: Decimal;
}

export const ratioKinds = [
  /** What all funds pay, of the total costs. */
  'actual',
  /** What all funds pay, of the costs in scope. */
  'in-policy',
  /** What the first layer pays for inpatients, of their costs in scope. */
  'inpatient-basic',
] as const;
export type RatioKind = (typeof ratioKinds)[number];

export interface RatioChange {
  readonly kind: RatioKind;
  /** Shares of 1; `error` in the same unit. */
  readonly baseline: number;
  readonly reform: number;
  readonly change: { readonly value: number; readonly error?: number };
}

export interface LayerChange {
  readonly layer: string;
  readonly payer: string;
  readonly amount: Change;
}

/** The change of the fund, change by change: each bar is a run of that change alone. */
export interface ChangeWaterfall {
  readonly bars: readonly ChangeBar[];
  /** What the changes do together beyond the sum of what each does alone, in yuan of the fund. */
  readonly interaction: Estimate;
  /** All of them: the change of the fund in the verdict. */
  readonly total: Estimate;
}

export interface ChangeBar {
  /** The sentence of the structural difference, in Chinese and English. */
  readonly name: { readonly zh: string; readonly en: string };
  readonly clause?: string;
  readonly fund: Estimate;
  readonly person: Estimate;
}

export const groupings = [
  'scheme',
  'category',
  'income',
  'age',
  'urban-rural',
  'hospital-level',
] as const;
export type Grouping = (typeof groupings)[number];

export interface GroupTable {
  readonly by: Grouping;
  readonly rows: readonly GroupRow[];
}

/** One group; where it is too small only its name is told. */
export type GroupRow =
  | { readonly kind: 'suppressed'; readonly name: string }
  | {
      readonly kind: 'shown';
      readonly name: string;
      readonly persons: Estimate;
      readonly fund: Change;
      readonly person: Change;
      readonly better: Estimate;
      readonly worse: Estimate;
      readonly same: Estimate;
      /** People by what changes for them in yuan a year: see `CHANGE_CLASSES`. */
      readonly classes: readonly Decimal[];
    };

/** Bounds between the classes of what somebody gains (above 0) or loses in a year, in yuan. */
export const CHANGE_CLASSES = [-1000, -100, -1, 1, 100, 1000] as const;

export interface Burden {
  /** What a person bears in the year, in yuan, at P50, P90, P99 and P99.9 of everybody. */
  readonly quantiles: readonly BurdenQuantile[];
  readonly catastrophic: readonly CatastrophicChange[];
}

export interface BurdenQuantile {
  /** Of 1. */
  readonly share: number;
  readonly baseline: Decimal;
  readonly reform: Decimal;
}

/** Households whose costs of care are beyond a share of what they have. */
export interface CatastrophicChange {
  readonly of: 'income' | 'capacity-to-pay';
  readonly share: number;
  /** People who live in them. */
  readonly people: Change;
}

export interface CityChange {
  readonly city: string;
  readonly isSuppressed: boolean;
  readonly persons: Estimate;
  readonly fund: Change;
  readonly person: Change;
  /** Where the accounts of the funds were given. */
  readonly balance?: FundBalance;
}

/** Accounts of the funds of one city and year, in yuan. */
export interface FundBalance {
  readonly income: Decimal;
  readonly before: Change;
  /** What the city pays into (below 0) or gets from the provincial adjustment fund. */
  readonly adjustment: Change;
  /** Months of spending that the reserve covers. */
  readonly reserveMonths: { readonly baseline: number; readonly reform: number };
}

/** An early-warning list, run after each month of everybody's year; or why it cannot be counted. */
export type WatchlistChange = WatchlistIdentity &
  (
    | {
        readonly kind: 'counted';
        /** Numbers of the list that somebody took for granted: ILLUSTRATIVE. */
        readonly assumed: readonly { readonly name: string; readonly value: string }[];
        /** Everybody (`all`) first, then the categories. */
        readonly rows: readonly WatchlistRow[];
        /** People of the sample of whom it cannot be told whether they are listed; they are in no row. */
        readonly undecided?: number;
      }
    | { readonly kind: 'not-counted'; readonly reason: LocalText }
  );

export interface WatchlistIdentity {
  readonly name: string;
  readonly document: string;
  readonly title: string;
}

/** One group of people; where one of its numbers is of too few people only its name is told. */
export type WatchlistRow =
  | { readonly kind: 'suppressed'; readonly name: string }
  | {
      readonly kind: 'shown';
      readonly name: string;
      /** People whom some check of the year lists. */
      readonly baseline: Estimate;
      readonly reform: Estimate;
      /** People whom the reform alone lists, and those whom the baseline alone does. */
      readonly newly: Estimate;
      readonly cleared: Estimate;
    };

/** Somebody of the sample, to be opened settlement by settlement. */
export interface CaseChange {
  readonly kind: 'typical' | 'gain' | 'loss';
  readonly name: string;
  /** Where the person stands: bucket and row. Never in an export of real data. */
  readonly bucket?: number;
  readonly row?: number;
  /** What the person bears in the year, in yuan. */
  readonly baseline: Decimal;
  readonly reform: Decimal;
  /** What each layer pays for them in the year, in yuan, of those that pay something. */
  readonly layers: readonly CaseLayer[];
  /** The case as `calc` takes it, claims in order. */
  readonly case: unknown;
}

export interface CaseLayer {
  readonly layer: string;
  readonly baseline: Decimal;
  readonly reform: Decimal;
}

export interface NothingChanged {
  /** Whether the two versions are proved the same. */
  readonly isProved: boolean;
  /** Claims of the population (by weight) to which a layer applies that reads what was changed, by change. */
  readonly reach: readonly { readonly name: string; readonly claims: number }[];
}
