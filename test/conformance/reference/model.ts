import type { Fraction, RoundingRule } from './fraction.ts';

/**
 * What a generated document says, apart from how it is written: the input of the reference settlement.
 *
 * The generator writes the source text and this description together; the reference reads only this, never the AST nor
 * the IR.
 */

/** A day number; money in fen; members by name; null: expressly none; unit prices and quantities as fractions. */
export type FactValue = bigint | string | boolean | ReadonlySet<string> | Fraction | null;

export type Facts = ReadonlyMap<string, FactValue>;

export interface ClaimFacts {
  readonly facts: Facts;
  readonly items: readonly Facts[];
  /** Of the list that 逐个 goes through. */
  readonly records: readonly Facts[];
}

/** What an expression may read while one claim is settled. */
export interface Reading {
  readonly facts: Facts;
  readonly items: readonly Facts[];
  /** The day that chooses versions, and the insured year that indexes statistics, where the expression stands. */
  readonly day: number;
  readonly year: number;
  /** An accumulator before the claim, declared or of a layer (`层甲.支付.本年`); undefined where a 最近 has seen no claim. Under its own keys, or those written out. */
  readonly accumulated: (name: string, keys?: string) => Fraction | undefined;
  /** A result of a layer that was settled before; undefined where it is 不适用. */
  readonly result: (layer: string, name: ResultName) => Fraction | undefined;
  /** What is left of the whole, or of what is in the policy, when the layer's turn comes or behind a named one. */
  readonly remainder: (of: 'total' | 'policy', behind?: string) => Fraction;
}

/** An expression as written, and what it means. `read` throws `undetermined` where no value can be given. */
export interface Written<Value> {
  readonly text: string;
  readonly read: (at: Reading) => Value;
}

/** Thrown where the sources do not say, a fact is missing or two cases contradict each other: no more is compared. */
export const undetermined: Error = new Error('no value can be given');

/** Days of both ends included; a version without `to` ends the day before the next one begins. */
export interface Version<Value> {
  readonly from?: number;
  readonly to?: number;
  readonly value: Value;
}

export type Slot<Value> = readonly Version<Value>[];

export type PeriodName = 'visit' | 'stay' | 'day' | 'month' | 'year';
export type SlotPeriod = 'claim' | PeriodName;

/** What goes into a stock or out of it, at most once in its period. */
export interface StockFlowModel {
  readonly kind: 'in' | 'out';
  readonly amount: Written<Fraction>;
  readonly period: 'claim' | 'day' | 'month' | 'year';
  readonly when?: Written<boolean>;
}

/** 存量: never ends; layers that name it pay no more than it holds. */
export interface StockModel {
  readonly name: string;
  /** Names of facts: a stock of its own for each combination. */
  readonly by: readonly string[];
  readonly flows: readonly StockFlowModel[];
  /** 清零 */
  readonly cleared?: Written<boolean>;
}

/** 逐个: pays from the stock of 出资人 of one record after another, by 次序. */
export interface ForEachModel {
  readonly list: string;
  readonly stock: string;
  /** From 1 to this. */
  readonly ranks: number;
  /** 限额 每次 单限 */
  readonly capped: boolean;
  /** 当 允许 */
  readonly allowed: boolean;
}

export interface BaseModel {
  readonly terms: readonly Written<Fraction>[];
  readonly less: readonly Written<Fraction>[];
}

export interface AdmitModel {
  readonly period: SlotPeriod;
  readonly limit: Written<Fraction>;
}

export interface DeductibleModel {
  readonly period: SlotPeriod;
  readonly amount: Written<Fraction>;
  readonly nth?: { readonly counter: string; readonly shares: readonly Written<Fraction>[] };
  readonly stepDown?: {
    readonly counter: string;
    readonly by: Written<Fraction>;
    readonly atLeast?: Written<Fraction>;
  };
  readonly atLeast?: Written<Fraction>;
  readonly atMost?: Written<Fraction>;
  readonly renew?: { readonly days: string; readonly every: bigint };
  readonly yearAtMost?: Written<Fraction>;
  readonly waivedAt?: Written<Fraction>;
  readonly highestInYear: boolean;
  /** Names of facts: a count of its own for each combination. */
  readonly by: readonly string[];
}

export interface BandModel {
  readonly upTo?: Written<Fraction>;
  readonly rate: Written<Fraction>;
}

export type RateModel =
  | { readonly kind: 'flat'; readonly rate: Written<Fraction>; readonly cumulative: boolean }
  | {
      readonly kind: 'brackets';
      readonly basis: 'absolute' | 'excess';
      readonly cumulative: boolean;
      /** In ascending order; the last has no end. */
      readonly bands: readonly BandModel[];
      /** Name of the table that gives the bands, where they are not written in the layer. */
      readonly table?: string;
    };

export interface AdjustmentModel {
  readonly label: string;
  readonly target: 'deductible' | 'rate' | 'person-share' | 'cap';
  /** Label of the cap. */
  readonly cap?: string;
  /** `plus` in the unit of the target: fen, or points as a rate. */
  readonly change:
    | { readonly kind: 'plus'; readonly amount: Written<Fraction>; readonly text: string }
    | { readonly kind: 'times'; readonly factor: Written<Fraction>; readonly text: string }
    | { readonly kind: 'waive'; readonly text: string };
  readonly atMost?: Written<Fraction>;
  readonly when?: Written<boolean>;
  /** Labels before which it comes. */
  readonly before: readonly string[];
  readonly tracked: boolean;
}

export type CapModel =
  | {
      readonly kind: 'cap';
      readonly label?: string;
      readonly period: SlotPeriod;
      readonly limit: Written<Fraction>;
    }
  | { readonly kind: 'none'; readonly label?: string };

export interface GuaranteeModel {
  readonly rate: Written<Fraction>;
  readonly of: Written<Fraction>;
  readonly when?: Written<boolean>;
}

export interface LayerRounding {
  readonly rule: RoundingRule;
  readonly text: string;
  readonly perBand: boolean;
}

/** The slots of a layer or of a case, as given there. An empty list: the slot is not given. */
export interface Slots {
  readonly base: Slot<BaseModel>;
  readonly admitBefore: Slot<AdmitModel>;
  readonly admitAfter: Slot<AdmitModel>;
  readonly deductible: Slot<DeductibleModel>;
  readonly rate: Slot<RateModel>;
  readonly adjustments: Slot<AdjustmentModel>;
  readonly personShare: Slot<Written<Fraction>>;
  readonly guarantees: Slot<GuaranteeModel>;
  readonly caps: Slot<CapModel>;
  readonly rounding: Slot<LayerRounding>;
}

export interface CaseModel {
  readonly label: string;
  readonly from?: number;
  readonly when: Written<boolean>;
  readonly slots: Slots;
  /** 例外: each prevails over the case wherever it holds, and gives what it does not replace as the case does. */
  readonly exceptions: readonly Omit<CaseModel, 'exceptions'>[];
}

export type OverlapModel =
  | { readonly kind: 'best' | 'least' | 'sum' | 'exclusive' }
  | {
      readonly kind: 'ranked';
      readonly by: 'labels' | 'members';
      readonly order: readonly string[];
    };

export interface LayerModel {
  readonly name: string;
  readonly payer: string;
  readonly fund: boolean;
  /** Names of date facts; the claim's 结算日期 where not written. */
  readonly governedBy?: string;
  readonly yearBy?: string;
  readonly applies: Slot<Written<boolean>>;
  readonly slots: Slots;
  /** 限额 余额: name of the stock that it pays from. */
  readonly stock?: string;
  /** Name of the fact that says whose; the claim's own where absent. */
  readonly stockOf?: string;
  readonly forEach?: ForEachModel;
  readonly cases: readonly CaseModel[];
  readonly otherwise: 'own-slots' | 'not-applicable' | Slots;
  readonly overlap?: OverlapModel;
  readonly trueUp: boolean;
}

export interface PoolModel {
  readonly name: string;
  readonly period: PeriodName;
  readonly limit: Slot<Written<Fraction>>;
  readonly layers: readonly string[];
}

export interface AccumulatorModel {
  readonly name: string;
  readonly type: string;
  readonly operator: 'total' | 'count' | 'greatest' | 'latest';
  readonly value?: Written<Fraction>;
  /** `ever` is 存量. */
  readonly period: PeriodName | 'ever';
  readonly by: readonly string[];
  readonly when?: Written<boolean>;
}

/** A definition of the document; undefined is 不适用. */
export interface RuleModel {
  readonly name: string;
  /** The declaration in full. */
  readonly text: string;
  readonly read: (at: Reading) => Fraction | boolean | undefined;
}

export interface WaterfallModel {
  readonly whole: Written<Fraction>;
  /** What is in the policy; the whole where it is not written. */
  readonly policy: readonly Written<Fraction>[];
  /** Steps by the names of layers; several in one step are 择一. */
  readonly steps: readonly (readonly string[])[];
}

export interface PolicyModel {
  readonly id: string;
  readonly title: string;
  readonly headerRounding: { readonly rule: RoundingRule; readonly text: string };
  /** First day of the insured year. */
  readonly yearStart: { readonly month: number; readonly day: number };
  /** Declarations that the model reads only through the expressions that name them: parameters, tables, groups. */
  readonly statements: readonly string[];
  readonly rules: readonly RuleModel[];
  readonly accumulators: readonly AccumulatorModel[];
  readonly stocks: readonly StockModel[];
  readonly layers: readonly LayerModel[];
  readonly pools: readonly PoolModel[];
  readonly waterfall: WaterfallModel;
}

/** Results of a layer that the reference gives, by their names in the language; `支付` is the layer itself. */
export type ResultName =
  | '支付'
  | '基数'
  | '限外前'
  | '限外后'
  | '限外'
  | '应扣起付'
  | '起付'
  | '起付自担'
  | '计入'
  | '应付'
  | '保底补足'
  | '比例自付'
  | '超封顶'
  | '追补'
  | `损失「${string}」`;
