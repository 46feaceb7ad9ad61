import type { AstNode } from 'langium';
import type { Dimension, Expression, Member } from '../generated/ast.ts';
import type { Declared, DeclaredOf } from './declared.ts';
import type {
  FunctionName,
  LayerResultName,
  LayerStateName,
  MetricResultName,
  ServiceResultName,
  StatePeriodName,
  TypeName,
  WatchResultName,
  WaterfallName,
} from './predefined.ts';

/** What a name, with the members and indexes written behind it, stands for. */
export type Resolution =
  | ParameterResolution
  | InputResolution
  | DeclaredResolution<'definition'>
  | DeclaredResolution<'share-part'>
  | AccumulatorResolution
  | LayerResultResolution
  | LayerStateResolution
  | DeclaredResolution<'pool'>
  | DeclaredResolution<'catalogue'>
  | CatalogueCellResolution
  | DeclaredResolution<'group'>
  | DeclaredResolution<'enumeration'>
  | DeclaredResolution<'entity'>
  | DeclaredResolution<'waterfall'>
  | DeclaredResolution<'service'>
  | DeclaredResolution<'metric'>
  | DeclaredResolution<'watchlist'>
  | ServiceResultResolution
  | MetricResultResolution
  | WatchResultResolution
  | OutputResolution
  | MemberResolution
  | ElementResolution
  | { readonly kind: 'record-name'; readonly name: string }
  | { readonly kind: 'waterfall-name'; readonly name: WaterfallName }
  | { readonly kind: 'year-index'; readonly offset: number }
  | { readonly kind: 'function'; readonly name: FunctionName }
  | { readonly kind: 'type'; readonly name: TypeName }
  | LabelResolution
  | UnresolvedResolution;

/** A fact; with an owner (`出资人.险种`) not of the claim's own person but of the one whom that field names. */
export interface InputResolution {
  readonly kind: 'input';
  readonly declared: DeclaredOf<'input'>;
  readonly owner?: Expression;
}

export interface DeclaredResolution<
  Kind extends
    | 'definition'
    | 'share-part'
    | 'pool'
    | 'catalogue'
    | 'group'
    | 'enumeration'
    | 'entity'
    | 'waterfall'
    | 'service'
    | 'metric'
    | 'watchlist',
> {
  readonly kind: Kind;
  readonly declared: DeclaredOf<Kind>;
}

/** A parameter or a cell of a table. */
export interface ParameterResolution {
  readonly kind: 'parameter';
  readonly declared: DeclaredOf<'parameter'>;
  /** The value column, where the table has several. */
  readonly column?: string;
  /** `p[上年]`: the year measured, relative to the insured year. */
  readonly yearOffset?: number;
  /** One per dimension of the table, in declared order; empty for a scalar. */
  readonly keys: readonly KeySource[];
}

/** Where the key of one dimension comes from. */
export type KeySource =
  | { readonly kind: 'index'; readonly dimension: Dimension; readonly value: Expression }
  /** The equally named field of the claim, of the person … (a table named without an index). */
  | { readonly kind: 'field'; readonly dimension: Dimension; readonly field: Resolution }
  /** The member at hand of `最大(病种限额 于 慢特病种)`. */
  | { readonly kind: 'element'; readonly dimension: Dimension }
  /** 分段: the table is used as brackets, not looked up. */
  | { readonly kind: 'brackets'; readonly dimension: Dimension }
  | { readonly kind: 'missing'; readonly dimension: Dimension };

/** `药品目录[编码].限价`, or `编码.限价` of an input whose type is the catalogue; without a column the row itself. */
export interface CatalogueCellResolution {
  readonly kind: 'catalogue-cell';
  readonly declared: DeclaredOf<'catalogue'>;
  readonly column?: string;
  /** What is written between the brackets, or the input that names the row. */
  readonly keys: readonly Expression[] | DeclaredOf<'input'>;
}

/** `before` is what `x` and `x.之前` mean; `after` (`x.之后`) is for expectations. */
export interface AccumulatorResolution {
  readonly kind: 'accumulator';
  readonly declared: DeclaredOf<'accumulator'>;
  readonly moment: 'before' | 'after';
  /** Keys that are written out (`出资人.个人账户余额`, `限额已用[糖尿病]`), by their place among those declared. */
  readonly keys?: ReadonlyMap<number, Expression>;
}

/** A layer alone is its 支付. */
export interface LayerResultResolution {
  readonly kind: 'layer-result';
  readonly declared: DeclaredOf<'layer'>;
  readonly result: LayerResultName;
  /** 损失「label」. */
  readonly label?: string;
}

/** `L.支付.本年`: what the layer remembers, before the claim. */
export interface LayerStateResolution {
  readonly kind: 'layer-state';
  readonly declared: DeclaredOf<'layer'>;
  readonly state: LayerStateName;
  /** Absent in `L.费用限额` alone, which is no value. */
  readonly period?: StatePeriodName;
}

/** 办结期限 of a 事项, or when what it produces begins and ends. */
export interface ServiceResultResolution {
  readonly kind: 'service-result';
  readonly declared: DeclaredOf<'service'>;
  readonly result: ServiceResultName;
}

/** What a claim of a 指标 comes to. */
export interface MetricResultResolution {
  readonly kind: 'metric-result';
  readonly declared: DeclaredOf<'metric'>;
  readonly result: MetricResultName;
}

/** What a check of a 名单 gives. */
export interface WatchResultResolution {
  readonly kind: 'watch-result';
  readonly declared: DeclaredOf<'watchlist'>;
  readonly result: WatchResultName;
}

/** A field of the national interface, or of a 结果 that the document writes itself. */
export interface OutputResolution {
  readonly kind: 'output-field';
  readonly field: string;
  readonly declared?: DeclaredOf<'output'>;
}

export interface MemberResolution {
  readonly kind: 'member';
  readonly enumeration: DeclaredOf<'enumeration'>;
  readonly member: string;
  readonly node: Member;
}

/** The member at hand inside an aggregate over a set. */
export interface ElementResolution {
  readonly kind: 'element';
  readonly enumeration: DeclaredOf<'enumeration'>;
}

/** A label of a case, an adjustment or a cap, or an article: what 例外 于, 先于 and 按序 name. */
export interface LabelResolution {
  readonly kind: 'label';
  readonly label: string;
  readonly node: AstNode;
}

/** The name means nothing here; a check reports it once. */
export interface UnresolvedResolution {
  readonly kind: 'unresolved';
  readonly name: string;
  readonly reason: UnresolvedReason;
  /** A near name that is visible here. */
  readonly suggestion?: string;
  /** `ambiguous`: what it could mean. */
  readonly candidates?: readonly string[];
  /** The enumeration, table or layer in which it was sought. */
  readonly within?: string;
}

export type UnresolvedReason =
  | 'unknown'
  /** Not a member of the enumeration expected here. */
  | 'member'
  /** No label of the same layer or definition. */
  | 'label'
  /** A member of several enumerations, none expected here. */
  | 'ambiguous'
  /** Not a result of the layer, column of the table, field of the entity. */
  | 'part'
  /** A function without arguments, a type as a value, a call of what is no function. */
  | 'misplaced'
  /** The part before was not resolved (reported there). */
  | 'follow-up';

/** The node to which an editor jumps; undefined for names of the language itself. */
export function targetOf(resolution: Resolution): AstNode | undefined {
  switch (resolution.kind) {
    case 'member':
    case 'label':
      return resolution.node;
    case 'element':
      return resolution.enumeration.nodes[0];
    case 'output-field':
      return resolution.declared?.nodes[0];
    case 'waterfall-name':
    case 'year-index':
    case 'record-name':
    case 'function':
    case 'type':
    case 'unresolved':
      return undefined;
    default:
      return resolution.declared.nodes[0];
  }
}

/** What tells a reading of a name from others, so that 有 about the one says nothing of the others. */
export function readingOf(resolution: Resolution): string | undefined {
  if (resolution.kind === 'input' && resolution.owner) {
    return `${resolution.owner.$cstNode?.text}.${resolution.declared.id}`;
  }
  if (resolution.kind !== 'catalogue-cell') return declaredOf(resolution)?.id;
  const { declared, column, keys } = resolution;
  const row = 'id' in keys ? keys.id : keys.map(({ $cstNode }) => $cstNode?.text).join('、');
  return `${declared.id}[${row}].${column}`;
}

/** The declared thing behind a resolution, if it is one. */
export function declaredOf(resolution: Resolution): Declared | undefined {
  if (resolution.kind === 'member' || resolution.kind === 'element') return resolution.enumeration;
  return 'declared' in resolution ? resolution.declared : undefined;
}
