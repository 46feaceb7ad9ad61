import type { DayNumber, Period, Rounding, Span, Validity, YearStart } from '@tiaoli/base';
import type { CatalogueChangeDeclaration, CatalogueDeclaration } from './catalogue-declaration.ts';
import type { DeclarationBase } from './declaration-base.ts';
import type { ClauseRef } from './definition.ts';
import type { DateRef, Expr, KeyMatch } from './expr.ts';
import type {
  MetricDeclaration,
  ServiceDeclaration,
  ServiceDelegationDeclaration,
} from './handling-declaration.ts';
import type { LayerCase, LayerSlot, OverlapRule, SlotPeriod } from './layer.ts';
import type { Provenance } from './provenance.ts';
import type { InvariantDeclaration, MonotonyDeclaration } from './stated-declaration.ts';
import type { ValueType } from './type.ts';
import type { WatchlistDeclaration } from './watchlist-declaration.ts';

/** Every construct of the language as typed, resolved, plain data: what the structural views are made from. */
export type Declaration =
  | DocumentDeclaration
  | ClauseDeclaration
  | EnumerationDeclaration
  | GroupDeclaration
  | EntityDeclaration
  | InputDeclaration
  | InvariantDeclaration
  | MonotonyDeclaration
  | ParameterDeclaration
  | DelegationDeclaration
  | FillDeclaration
  | DerogationDeclaration
  | CatalogueDeclaration
  | CatalogueChangeDeclaration
  | RuleDeclaration
  | ShareDeclaration
  | AccumulatorDeclaration
  | LayerDeclaration
  | PoolDeclaration
  | WaterfallDeclaration
  | ServiceDeclaration
  | ServiceDelegationDeclaration
  | MetricDeclaration
  | WatchlistDeclaration
  | OutputDeclaration
  | ExampleDeclaration;

export type JurisdictionLevel = 'nation' | 'province' | 'city' | 'county';

export interface DocumentDeclaration extends DeclarationBase {
  readonly kind: 'document';
  readonly title: string;
  /** 文号, normalised: `鲁政办发〔2022〕12号`. */
  readonly number?: string;
  readonly level: JurisdictionLevel;
  /** Absent for the nation. */
  readonly place?: string;
  /** The place above, where the header names it (属). */
  readonly parent?: string;
  readonly effective: Validity;
  readonly issuers: readonly string[];
  /** Ids of the documents it rests on directly. */
  readonly basis: readonly string[];
  readonly rounding?: Rounding;
  readonly yearStart: YearStart;
  readonly keywords: 'zh' | 'en';
}

export interface ClauseDeclaration extends DeclarationBase {
  readonly kind: 'clause';
  readonly path: readonly string[];
  /** Quoted legal text, a paragraph each. */
  readonly text: readonly string[];
  /** `rules` when it holds rules; else why not. */
  readonly status: 'rules' | 'note' | 'uncoded' | 'inexpressible';
  readonly reason?: string;
}

export interface EnumerationDeclaration extends DeclarationBase {
  readonly kind: 'enumeration';
  readonly ordered: boolean;
  readonly extensible: boolean;
  readonly members: readonly EnumerationMember[];
}

export interface EnumerationMember {
  readonly name: string;
  readonly alias?: string;
  /** For 支付方: the national field. */
  readonly label?: string;
  /** `基金` on a payer that is a fund. */
  readonly marks: readonly string[];
}

export interface GroupDeclaration extends DeclarationBase {
  readonly kind: 'group';
  readonly enumeration: string;
  readonly versions: readonly {
    readonly validity: Validity;
    readonly members: readonly string[];
  }[];
}

export interface EntityDeclaration extends DeclarationBase {
  readonly kind: 'entity';
  /** 明细 < 结算 < 参保人 …: the entity above. */
  readonly parent?: string;
  /** Input ids by which the records of an event entity are ordered (序); events are settled one after another. */
  readonly order: readonly string[];
  readonly period?: string;
  /** 至多: its records stand as a list in a record of `parent`, at most so many. */
  readonly atMost?: number;
}

export interface InputDeclaration extends DeclarationBase {
  readonly kind: 'input';
  readonly entity: string;
  readonly type: ValueType;
  /** Of a text: id of the entity whose records it names (出资人：参保人). */
  readonly record?: string;
  /** Declared domain: `printRational` texts in the type's unit (dates: day numbers); both ends included. */
  readonly low?: string;
  readonly high?: string;
  /** Decimals allowed in a rate or decimal; money has 2 (yuan). */
  readonly places?: number;
  /** Sets: the most members at once. */
  readonly atMost?: number;
  /** 或 无: may be absent, then 不适用. */
  readonly optional: boolean;
  /** 按日: a list of dated spells. */
  readonly spells: boolean;
  readonly default?: Expr;
  /** What a form asks. */
  readonly question?: string;
}

/** 参数 and 表: a finite map with validity. */
export interface ParameterDeclaration extends DeclarationBase {
  readonly kind: 'parameter';
  readonly type: ValueType;
  readonly dimensions: readonly Dimension[];
  /** Empty for a single value column. */
  readonly columns: readonly { readonly name: string; readonly type: ValueType }[];
  /** Which way is better for the person (向优): written, or inferred from the slots that use it. */
  readonly better?: 'high' | 'low';
  readonly rounding?: Rounding;
  readonly versions: readonly ParameterVersion[];
}

export interface Dimension {
  readonly name: string;
  readonly type: ValueType;
  /** Bands of an amount (分段) rather than a field. */
  readonly bands?: 'absolute' | 'excess';
}

export interface ParameterVersion {
  readonly validity: Validity;
  /** Statistics: the year they measure, instead of a validity. */
  readonly year?: number;
  readonly cells: readonly Cell[];
  readonly span: Span;
  readonly clause?: ClauseRef;
  readonly provenance?: Provenance;
}

export interface Cell {
  readonly match: readonly KeyMatch[];
  readonly column?: string;
  /** Static: made of literals and parameters only. 未见 is `undetermined`. */
  readonly value: Expr;
  readonly span: Span;
  readonly provenance?: Provenance;
}

/** 授权: what a lower level may set. */
export interface DelegationDeclaration extends DeclarationBase {
  readonly kind: 'delegation';
  /** Id of a parameter, or of an input whose 缺省 may be set. */
  readonly parameter: string;
  readonly levels: readonly JurisdictionLevel[];
  readonly bounds: readonly Bound[];
  /** Dimensions by which the lower level may split the value (可按). */
  readonly splits: readonly Dimension[];
  /** Last day on which it may be set (至 d 前). */
  readonly until?: DayNumber;
}

export type Bound =
  | { readonly kind: 'at-least' | 'at-most'; readonly value: Expr }
  | { readonly kind: 'between'; readonly low: Expr; readonly high: Expr }
  | { readonly kind: 'step'; readonly value: Expr }
  | { readonly kind: 'no-worse' }
  | {
      readonly kind: 'monotone';
      readonly direction: 'rising' | 'falling';
      readonly dimension: string;
    };

/** 确定: a lower document's value for a delegated parameter, in its own jurisdiction. */
export interface FillDeclaration extends DeclarationBase {
  readonly kind: 'fill';
  readonly parameter: string;
  readonly validity: Validity;
  /** Dimensions of the cells: the parameter's own, then splits. */
  readonly dimensions: readonly Dimension[];
  readonly cells: readonly Cell[];
}

/** 特别规定: a value that prevails in a jurisdiction, for a time, under a condition. */
export interface DerogationDeclaration extends DeclarationBase {
  readonly kind: 'derogation';
  readonly parameter: string;
  readonly validity: Validity;
  readonly when?: Expr;
  readonly value: Expr;
  /** 就高: only where it is better for the person. */
  readonly ifBetter: boolean;
}

/** 定义. */
export interface RuleDeclaration extends DeclarationBase {
  readonly kind: 'rule';
  readonly entity: string;
  readonly type: ValueType;
  readonly cases: readonly {
    readonly label?: string;
    readonly exceptionTo?: string;
    readonly when?: Expr;
    readonly value: Expr;
    readonly clause?: ClauseRef;
    readonly span: Span;
  }[];
  readonly overlap?: OverlapRule;
  readonly rounding?: Rounding;
  /** `Definition.id` */
  readonly definition: string;
}

/** 分担: parts that add up to the whole. */
export interface ShareDeclaration extends DeclarationBase {
  readonly kind: 'share';
  readonly entity: string;
  readonly whole: Expr;
  readonly parts: readonly {
    readonly name: string;
    readonly definition: string;
    readonly span: Span;
  }[];
}

/** 累计. */
export interface AccumulatorDeclaration extends DeclarationBase {
  readonly kind: 'accumulator';
  /** 存量 is a `stock`: its flows, and the layers that it caps, change it. */
  readonly operator: 'sum' | 'count' | 'max' | 'latest' | 'stock';
  readonly period: Period;
  readonly by: readonly Expr[];
  readonly value?: Expr;
  readonly when?: Expr;
  readonly flows?: readonly StockFlow[];
}

/** 入, 出: at most once in a period (每次: with every claim); 清零: what is left is forfeited after the claim. */
export type StockFlow =
  | {
      readonly kind: 'inflow' | 'outflow';
      readonly value: Expr;
      readonly period: SlotPeriod;
      readonly when?: Expr;
      readonly span: Span;
    }
  | { readonly kind: 'cleared'; readonly when: Expr; readonly span: Span };

export interface LayerDeclaration extends DeclarationBase {
  readonly kind: 'layer';
  readonly entity: string;
  /** Member of 支付方. */
  readonly payer: string;
  readonly governedBy: DateRef;
  readonly yearBy: DateRef;
  readonly slots: readonly LayerSlot[];
  readonly cases: readonly LayerCase[];
  /** What holds when no case does. */
  readonly otherwise: 'own-slots' | 'not-applicable' | 'case';
  /** The slots of 其余 { … }; empty without it. */
  readonly otherwiseSlots: readonly LayerSlot[];
  readonly overlap?: OverlapRule;
  readonly inYear: 'incremental' | 'true-up';
  readonly rounding: Rounding;
  /** Definition ids of its results, by name: `支付`, `起付` … */
  readonly results: Readonly<Record<string, string>>;
  /** Accumulator ids. */
  readonly accumulators: readonly string[];
}

/** 限额池: layers that share one cap. */
export interface PoolDeclaration extends DeclarationBase {
  readonly kind: 'pool';
  readonly period: Period;
  readonly limit: Expr;
  readonly layers: readonly string[];
  readonly accumulator: string;
}

/** 层序: in which order the layers pay. */
export interface WaterfallDeclaration extends DeclarationBase {
  readonly kind: 'waterfall';
  readonly entity: string;
  readonly total: Expr;
  readonly inPolicy: readonly Expr[];
  readonly steps: readonly WaterfallStep[];
  /** Definition ids: `个人负担`, `现金`. */
  readonly results: Readonly<Record<string, string>>;
}

/** `layers` has several members for 择一. */
export interface WaterfallStep {
  readonly layers: readonly string[];
  /** Definition ids of what is left behind this step. */
  readonly remaining: string;
  readonly inPolicyRemaining: string;
}

export interface OutputDeclaration extends DeclarationBase {
  readonly kind: 'output';
  readonly definition: string;
}

/** 算例: a case with published or computed results. Amounts are as written: exact texts, by declared name. */
export interface ExampleDeclaration extends DeclarationBase {
  readonly kind: 'example';
  /** Ids of published cases (案例). */
  readonly cases: readonly string[];
  /** Numbers of rule shapes (形状). */
  readonly shapes: readonly number[];
  readonly place?: string;
  readonly on?: DayNumber;
  /** Rows that stand in the place of a catalogue's own and of every change. */
  readonly catalogues?: readonly ExampleCatalogue[];
  readonly before: readonly ExampleFact[];
  /** Facts of entities above the event: 参保人, 家庭 … */
  readonly subjects: readonly ExampleRecord[];
  readonly events: readonly {
    readonly record: ExampleRecord;
    readonly expected: readonly Expectation[];
  }[];
  /** Summed over the events. */
  readonly total: readonly Expectation[];
  /** Accumulators after the last event. */
  readonly after: readonly ExampleFact[];
  /** Expectations without an event: values at `on`. */
  readonly expected: readonly Expectation[];
}

/** In declared order of keys (both ends of a stretch) and columns; null where a cell says 不限 or 无. */
export interface ExampleCatalogue {
  readonly catalogue: string;
  readonly rows: readonly (readonly (string | boolean | null)[])[];
  readonly span: Span;
}

export interface ExampleRecord {
  readonly entity: string;
  /** 作废: a claim that was settled once and does not count any more; the others are settled as if it had never been. */
  readonly voided?: true;
  readonly fields: readonly ExampleFact[];
  readonly children: readonly ExampleRecord[];
  readonly span: Span;
}

/** `value` in the form of `Literal.value`. */
export interface ExampleFact {
  /** Input id, or accumulator name. */
  readonly target: string;
  readonly value: string | boolean | readonly string[];
  /** For 按日 inputs: the spells. */
  readonly spells?: readonly {
    readonly validity: Validity;
    readonly value: string | boolean | readonly string[];
  }[];
  readonly marks: readonly ('inferred' | 'approximate')[];
  readonly span: Span;
}

export interface Expectation {
  /** Definition id, accumulator name or output field. */
  readonly target: string;
  readonly kind: 'definition' | 'accumulator' | 'output' | 'parameter';
  readonly status: 'value' | 'not-applicable' | 'missing';
  /** In the form of `Literal.value`, when `status` is `value`. */
  readonly value?: string | boolean | readonly string[];
  readonly span: Span;
}
