import type { Period, Rounding, Span, Validity } from '@tiaoli/base';
import type { ClauseRef } from './definition.ts';
import type { Expr } from './expr.ts';
import type { Provenance } from './provenance.ts';

/** 重叠: what holds when several cases apply. `ranked` is 按序, by labels or members, first wins. */
export type OverlapRule =
  | { readonly kind: 'best' | 'least' | 'sum' | 'exclusive' }
  | { readonly kind: 'ranked'; readonly order: readonly string[] };

export interface LayerCase {
  readonly label?: string;
  readonly validity: Validity;
  readonly when: Expr;
  readonly slots: readonly LayerSlot[];
  readonly clause?: ClauseRef;
  readonly span: Span;
}

/** A slot of a layer as written, with its validity and its clause. */
export type LayerSlot = SlotBase &
  (
    | { readonly kind: 'applies'; readonly condition: Expr }
    | { readonly kind: 'base'; readonly terms: readonly Expr[]; readonly less: readonly Expr[] }
    | {
        readonly kind: 'admit';
        readonly period: SlotPeriod;
        readonly limit: Expr;
        readonly moment: 'before-deductible' | 'after-deductible';
      }
    | ({ readonly kind: 'deductible' } & Deductible)
    | { readonly kind: 'rate'; readonly rate: Expr; readonly cumulative: boolean }
    | {
        readonly kind: 'brackets';
        readonly basis: 'absolute' | 'excess';
        readonly cumulative: boolean;
        readonly bands: readonly { readonly upTo?: Expr; readonly rate: Expr }[];
      }
    | ({ readonly kind: 'adjustment' } & Adjustment)
    | { readonly kind: 'person-share'; readonly atLeast: Expr }
    | { readonly kind: 'guarantee'; readonly rate: Expr; readonly of: Expr; readonly when?: Expr }
    | {
        readonly kind: 'cap';
        readonly label?: string;
        readonly period: SlotPeriod;
        readonly limit: Expr;
      }
    | { readonly kind: 'no-cap'; readonly label?: string }
    /** 限额 余额: pays at most what the stock holds, and takes it. */
    | { readonly kind: 'stock'; readonly label?: string; readonly stock: Expr }
    | ({ readonly kind: 'for-each' } & ForEach)
    | { readonly kind: 'rounding'; readonly rounding: Rounding; readonly perBand: boolean }
  );

export interface SlotBase {
  readonly validity: Validity;
  readonly clause?: ClauseRef;
  readonly span: Span;
  readonly provenance?: Provenance;
}

/** `claim` (每次) keeps no accumulator. */
export type SlotPeriod = 'claim' | Exclude<Period, 'ever'>;

/** 起付, reference section 3.1 step 3. */
export interface Deductible {
  readonly period: SlotPeriod;
  readonly amount: Expr;
  /** 次第: factors for the first, second … claim; the last repeats. */
  readonly nth?: { readonly counter: string; readonly factors: readonly Expr[] };
  /** 递减: less by `by` for each earlier claim, never below `atLeast`. */
  readonly stepDown?: { readonly counter: string; readonly by: Expr; readonly atLeast: Expr };
  readonly atLeast?: Expr;
  readonly atMost?: Expr;
  /** 续计: once more for each further `every` days. */
  readonly renew?: { readonly days: Expr; readonly every: Expr };
  /** 年内合计 不超过. */
  readonly inYearAtMost?: Expr;
  /** 年内合计 达到 … 后免. */
  readonly waivedOnce?: Expr;
  /** 取年内最高. */
  readonly highestInYear: boolean;
  /** 按 …: an accumulator of its own for each value. */
  readonly by: readonly Expr[];
}

/** 调整. `amount` is in the unit of the target (rates: points as rates) for `raise`/`lower` by an amount. */
export interface Adjustment {
  readonly label: string;
  readonly target: 'deductible' | 'rate' | 'person-share' | 'cap';
  /** Which cap, where the layer has several. */
  readonly cap?: string;
  readonly change:
    | { readonly kind: 'add'; readonly amount: Expr }
    | { readonly kind: 'times'; readonly factor: Expr }
    | { readonly kind: 'waive' };
  readonly atLeast?: Expr;
  readonly atMost?: Expr;
  readonly when?: Expr;
  /** Labels that come after it (先于). */
  readonly before: readonly string[];
  /** 单列: the loss that it causes is a result of its own. */
  readonly tracked: boolean;
}

/**
 * 逐个: pays from one record of a list after another, in the order of a field, until nothing is left to pay.
 *
 * `when` and the caps are read on a record. Records of one rank, and two that pay from one stock, are a conflict.
 */
export interface ForEach {
  /** Id of the entity of the records. */
  readonly entity: string;
  /** Id of the input that tells the order. */
  readonly rank: string;
  /** The values that it can have, in order: so many records are tried. */
  readonly ranks: readonly number[];
  readonly when?: Expr;
  /** Of each record: 限额 余额 once, and any number of 限额 每次. */
  readonly caps: readonly LayerSlot[];
  /** Under which key the stock of the claim's own person stands: nobody pays for himself. */
  readonly self: Expr;
}
