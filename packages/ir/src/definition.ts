import type { Period, Span } from '@tiaoli/base';
import type { DateRef, Expr } from './expr.ts';
import type { ValueType } from './type.ts';

/** Where in a legal text something stands: 条/款/项 from outer to inner, as numbered there. */
export interface ClauseRef {
  /** `DocumentDeclaration.id` */
  readonly document: string;
  /** `['五', '二']`; empty for what stands outside any clause. */
  readonly path: readonly string[];
}

/** One node of the lowered graph. */
export interface Definition {
  /** Unique in the module: `DOCUMENT/NAME`, for results of a layer `DOCUMENT/LAYER.RESULT`. Never shown. */
  readonly id: string;
  /** What people call it: `等待月数`, `医疗救助` (its 支付), `医疗救助.起付`. */
  readonly name: string;
  /** Entity on which it is evaluated (`EntityDeclaration.id`). */
  readonly entity: string;
  readonly type: ValueType;
  /** True when its value may be 不适用. */
  readonly optional: boolean;
  readonly body: Expr;
  readonly origin: Origin;
  /** Internal steps are part of a trace, not of the results. */
  readonly visibility: 'result' | 'step';
}

/** What a definition was lowered from. */
export interface Origin {
  /** `Declaration.id` */
  readonly declaration: string;
  /** For layers: which step gave it (reference section 3). */
  readonly step?: LayerStep;
  /** For layers: the label of the case it belongs to. */
  readonly case?: string;
  /** Exact place of the rule, finer than the declaration's own. */
  readonly clause?: ClauseRef;
  readonly span: Span;
}

/** The steps of a layer, in order of evaluation, by the names that their results have in the language. */
export type LayerStep =
  | '适用'
  | '基数'
  | '限额内'
  | '限外前'
  | '应扣起付'
  | '起付'
  | '限外后'
  | '限外'
  | '计入'
  | '比例'
  | '精确应付'
  | '应付0'
  | '应付'
  | '保底补足'
  | '支付'
  | '追补'
  | '比例自付'
  | '起付自担'
  | '超封顶'
  | '封顶外费用'
  | '损失'
  | '选定';

/** A value carried from claim to claim. */
export interface Accumulator {
  /** `DOCUMENT/NAME` */
  readonly id: string;
  /** Key of the state in JSON and of 之前 and 之后: `住院统筹.起付.本年`, `限额池「门诊」`, `住院次数`. */
  readonly name: string;
  readonly type: ValueType;
  /**
   * Set by `bind`: a number by which its value is an integer in every program of the module, so that calculators of
   * different versions keep the state alike.
   */
  readonly denominator?: string;
  readonly period: Period;
  /** Date that tells the instance of a calendar period; for `visit` and `stay` the key is `instance`. */
  readonly on: DateRef;
  /** For `visit` and `stay`: what tells one from the next (a text). */
  readonly instance?: Expr;
  /** Further keys (按 …): each combination of values has a value of its own. */
  readonly by: readonly Expr[];
  /** The definition that gives its value after the claim; 不适用 leaves it as it was. */
  readonly next: string;
  /** What the claim writes under other keys than its own (the accounts of other members); no two keys may be equal. */
  readonly writes?: readonly KeyedWrite[];
  /** 最近: its value before any claim of the period is 不适用; that of others is zero (`startsAbsent`). */
  readonly latest?: boolean;
  readonly origin: Origin;
}

/** A value written under keys of its own, one for each of `Accumulator.by`; nothing where `next` is 不适用. */
export interface KeyedWrite {
  readonly keys: readonly Expr[];
  /** The definition that gives the value after the claim. */
  readonly next: string;
}

/** A result under its national (or own) field name. */
export interface Output {
  /** `hifp_pay`, `医疗救助` … */
  readonly field: string;
  readonly definition: string;
}
