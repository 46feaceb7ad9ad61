import type { RoundingMode, Validity } from '@tiaoli/base';
import type { ValueType } from './type.ts';

/**
 * An expression of the lowered graph: plain, read-only, acyclic data.
 *
 * Arithmetic is exact. `parameter` and `dated` occur in a Module only: `bind` replaces them, so that a Program holds
 * literals and lookups instead. Whoever adds a kind follows the type errors from `childrenOf` and `mapExpr`.
 */
export type Expr =
  | Literal
  | InputRef
  | DefinitionRef
  | AccumulatorRef
  | ElementRef
  | ParameterRef
  | Dated
  | Lookup
  | Arithmetic
  | Extremum
  | Brackets
  | Round
  | FloorDivide
  | Quotient
  | Compare
  | Logic
  | Not
  | Cases
  | Combine
  | NotApplicable
  | Undetermined
  | OrElse
  | Present
  | Member
  | Intersects
  | SetAggregate
  | ChildAggregate
  | OnlyRecord
  | CatalogueCell
  | DatePart
  | DateShift
  | WorkingDayShift;

export interface Literal {
  readonly kind: 'literal';
  readonly type: ValueType;
  /**
   * Numbers as `printRational` writes them (money in fen, rates per one); dates `YYYY-MM-DD`; enumerations by member
   * name; sets as a list of member names in ascending code-unit order.
   */
  readonly value: string | boolean | readonly string[];
}

/** A fact about the case, `entity` and `name` as declared. */
export interface InputRef {
  readonly kind: 'input';
  /** `InputDeclaration.id` */
  readonly input: string;
  /** For 按日 inputs: read the spell at this date (`DateRef`). */
  readonly at?: DateRef;
}

/** The value of another definition. */
export interface DefinitionRef {
  readonly kind: 'definition';
  readonly definition: string;
}

/** The value of an accumulator before the claim (`x⁻`); what it is afterwards is a definition. */
export interface AccumulatorRef {
  readonly kind: 'accumulator';
  readonly accumulator: string;
  /** In place of `Accumulator.by`, one for each: the value that another person, or another case of it, has. */
  readonly keys?: readonly Expr[];
}

/** The member at hand inside a `set-aggregate`. */
export interface ElementRef {
  readonly kind: 'element';
}

/**
 * The id of a date input; `on`, the day for which the program is bound; or, inside what a parameter is made of (cells,
 * fills, derogations, bounds), `reader`: the date of the reference that reads it.
 */
export type DateRef = string;

/** See `DateRef`. Stands in a Module only: `bind` puts the reader's date in its place. */
export const readerDate: DateRef = 'reader';

export interface ParameterRef {
  readonly kind: 'parameter';
  readonly parameter: string;
  /** The value column, where a table has several. */
  readonly column?: string;
  /** One per declared dimension, in declared order. */
  readonly keys: readonly Expr[];
  /** For dimensions by which a lower level may split the value (可按): the key to look up, should it have done so. */
  readonly splits: readonly { readonly dimension: string; readonly key: Expr }[];
  /** Which date chooses the version. */
  readonly on: DateRef;
  /** Which date tells the insured year to what the parameter is made of; `on` without it. */
  readonly yearBy?: DateRef;
  /** For statistics: the year measured, relative to the insured year of `by` (本年 0, 上年 −1). */
  readonly year?: { readonly offset: number; readonly by: DateRef };
}

/** A choice of versions by a governing date; validities do not overlap. Before or after all of them: undetermined. */
export interface Dated {
  readonly kind: 'dated';
  readonly on: DateRef;
  readonly versions: readonly { readonly validity: Validity; readonly value: Expr }[];
  readonly otherwise?: Expr;
}

/**
 * A table after binding. Among the rows that match, the first in `rowsInOrder` gives the value; none is a gap.
 *
 * Rows are disjoint but for `otherwise`, which yields to a row that names the key, from the leftmost column on.
 */
export interface Lookup {
  readonly kind: 'lookup';
  readonly keys: readonly Expr[];
  readonly rows: readonly { readonly match: readonly KeyMatch[]; readonly value: Expr }[];
  /**
   * With a set as a key, each member is looked up and the best value is taken; a member without a row is a gap.
   * The empty set is looked up as a key that only `any` and `otherwise` match.
   */
  readonly best?: 'highest' | 'lowest';
}

export type KeyMatch =
  | { readonly kind: 'any' }
  | { readonly kind: 'members'; readonly members: readonly string[] }
  | { readonly kind: 'otherwise' }
  | NumberRange;

/** A stretch of numbers; absent ends are open. Bounds are `printRational` texts in the key's unit (dates: day numbers). */
export interface NumberRange {
  readonly kind: 'range';
  readonly low?: { readonly value: string; readonly included: boolean };
  readonly high?: { readonly value: string; readonly included: boolean };
}

export interface Arithmetic {
  readonly kind: 'arithmetic';
  readonly operator: '+' | '-' | '*';
  readonly left: Expr;
  readonly right: Expr;
}

/** The least or greatest of one or more amounts, all applicable. */
export interface Extremum {
  readonly kind: 'extremum';
  readonly operator: 'min' | 'max';
  readonly operands: readonly Expr[];
}

/** Σ rate × |[from, to] ∩ band|: what brackets give for a stretch of cost. Bands ascend from 0; the last is open. */
export interface Brackets {
  readonly kind: 'brackets';
  readonly from: Expr;
  readonly to: Expr;
  readonly bands: readonly { readonly upTo?: Expr; readonly rate: Expr }[];
  /** 逐段: each band's amount is rounded before the sum. */
  readonly perBand?: { readonly mode: RoundingMode; readonly unit: string };
}

export interface Round {
  readonly kind: 'round';
  readonly operand: Expr;
  readonly mode: RoundingMode;
  /** A positive `printRational` text in the operand's unit (money: fen). */
  readonly unit: string;
}

/** ⌊left ÷ right⌋ with `right` > 0: 每满, 续计. */
export interface FloorDivide {
  readonly kind: 'floor-divide';
  readonly left: Expr;
  readonly right: Expr;
}

/** 商(a, b), rounded at once; undetermined when b is 0. Never read by a person's layer. */
export interface Quotient {
  readonly kind: 'quotient';
  readonly left: Expr;
  readonly right: Expr;
  readonly mode: RoundingMode;
  readonly unit: string;
}

/** Both sides numeric, or both of one ordered enumeration; `=` and `!=` also for booleans, texts and enumerations. */
export interface Compare {
  readonly kind: 'compare';
  readonly operator: '=' | '!=' | '<' | '<=' | '>' | '>=';
  readonly left: Expr;
  readonly right: Expr;
  /** The members in ascending order when an ordered enumeration is compared. */
  readonly order?: readonly string[];
}

export interface Logic {
  readonly kind: 'logic';
  readonly operator: 'and' | 'or';
  readonly operands: readonly Expr[];
}

export interface Not {
  readonly kind: 'not';
  readonly operand: Expr;
}

/**
 * A case split.
 *
 * `disjoint`: proved at lowering, at most one guard holds. `first`: the first guard that holds wins (an order the author
 * wrote, or one the lowering made). `checked`: two guards that hold with different values are undetermined, with both
 * labels named. Without `otherwise` a gap is undetermined.
 */
export interface Cases {
  readonly kind: 'cases';
  readonly overlap: 'disjoint' | 'first' | 'checked';
  readonly branches: readonly CaseBranch[];
  readonly otherwise?: Expr;
}

export interface CaseBranch {
  readonly when: Expr;
  readonly value: Expr;
  readonly label?: string;
}

/** 就高, 就低, 累加 over values that may be 不适用: those are skipped; 不适用 when all are. */
export interface Combine {
  readonly kind: 'combine';
  readonly operator: 'highest' | 'lowest' | 'sum';
  readonly operands: readonly Expr[];
}

/** 不适用. */
export interface NotApplicable {
  readonly kind: 'not-applicable';
  readonly type: ValueType;
  readonly reason: string;
}

/** No value can be given though the case is complete: the sources do not say (未见), a gap, a conflict of cases. */
export interface Undetermined {
  readonly kind: 'undetermined';
  readonly type: ValueType;
  readonly cause: 'not-seen' | 'gap' | 'conflict' | 'no-version';
  readonly reason: string;
}

/** `operand`, or `fallback` where it is 不适用 (视为0). */
export interface OrElse {
  readonly kind: 'or-else';
  readonly operand: Expr;
  readonly fallback: Expr;
}

/** True where `operand` is not 不适用 (有). */
export interface Present {
  readonly kind: 'present';
  readonly operand: Expr;
}

/** `operand` (an enumeration or a text) is one of `members` (属于). */
export interface Member {
  readonly kind: 'member';
  readonly operand: Expr;
  readonly members: readonly string[];
}

/** The set `operand` holds at least one of `members` (含). */
export interface Intersects {
  readonly kind: 'intersects';
  readonly operand: Expr;
  readonly members: readonly string[];
}

/** 合计, 计数, 最大, 第二大 over the members of a set; `value` reads the member as `element`. Empty: 0. */
export interface SetAggregate {
  readonly kind: 'set-aggregate';
  readonly operator: 'sum' | 'count' | 'max' | 'second-max';
  readonly set: Expr;
  readonly value: Expr;
  readonly when?: Expr;
}

/** An aggregate over the records of a child entity (明细 of a 结算); `value` and `when` are read on the child. Empty: 0. */
export interface ChildAggregate {
  readonly kind: 'child-aggregate';
  readonly operator: 'sum' | 'count' | 'max';
  readonly entity: string;
  readonly value: Expr;
  readonly when?: Expr;
}

/** The value of the one record of a child entity that counts: 不适用 of none, undetermined (a conflict) of several. */
export interface OnlyRecord {
  readonly kind: 'child-aggregate';
  readonly operator: 'only';
  readonly entity: string;
  readonly value: Expr;
  readonly when?: Expr;
}

/**
 * A cell of the row of a catalogue that the keys name on a day (`药品目录[编码].限价`); without a column, whether there is
 * such a row. Undetermined where the row, or the whole catalogue, is not there: never a zero.
 */
export interface CatalogueCell {
  readonly kind: 'catalogue-cell';
  /** `CatalogueDeclaration.id` */
  readonly catalogue: string;
  readonly column?: string;
  /** One for each key column, in declared order. */
  readonly keys: readonly Expr[];
  readonly on: DateRef;
}

/** 年(d): calendar year; `insured-year` by the document's 年度; `month`, `day` of the calendar. */
export interface DatePart {
  readonly kind: 'date-part';
  readonly part: 'year' | 'insured-year' | 'month' | 'day';
  readonly operand: Expr;
}

/** A date made of another: + months (last valid day), 次月首日, or the first day of the calendar year `operand` (年初). */
export interface DateShift {
  readonly kind: 'date-shift';
  readonly shift: 'months' | 'first-of-next-month' | 'year-start';
  readonly operand: Expr;
  /** For `months`: an integer, negative allowed. */
  readonly by?: Expr;
}

/**
 * The `by`-th working day behind a date, the date itself not counted; before it for a negative `by`; the date for 0.
 * Undetermined where the count meets a day of which `ReferenceData.workingDays` knows nothing.
 */
export interface WorkingDayShift {
  readonly kind: 'working-day-shift';
  readonly operand: Expr;
  /** An integer. */
  readonly by: Expr;
}

/** Why `only` gives no value: in Chinese, as every reason of an undetermined value. */
export const severalRecords = '有几条记录同时符合，只应有一条';
