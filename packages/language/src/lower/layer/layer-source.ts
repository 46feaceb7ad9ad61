import type { Rounding, Validity } from '@tiaoli/base';
import type {
  DateRef,
  Expr,
  LayerCase,
  LayerDeclaration,
  LayerSlot,
  OverlapRule,
} from '@tiaoli/ir';
import type { GraphOwner } from '../graph.ts';

/** A layer as declared, ready to be lowered: slots hold expressions of the IR. */
export interface LayerSource {
  readonly name: string;
  /** Its declaration is `DOCUMENT/LAYER`; results get ids behind it. */
  readonly owner: GraphOwner;
  readonly governedBy: DateRef;
  readonly yearBy: DateRef;
  /** The days on which the layer stands; none where it always does. */
  readonly days: readonly Validity[];
  readonly slots: readonly LayerSlot[];
  readonly cases: readonly LayerCase[];
  readonly otherwise: LayerDeclaration['otherwise'];
  /** The slots of 其余 { … }. */
  readonly otherwiseSlots: readonly LayerSlot[];
  readonly overlap?: OverlapRule;
  readonly inYear: LayerDeclaration['inYear'];
  readonly rounding: Rounding;
  readonly pools: readonly PoolTerm[];
  /** By accumulator id: what the layers before it in the 层序 take from the stock in the same claim. */
  readonly drawnBefore: ReadonlyMap<string, readonly Expr[]>;
  /** True of claims, false of checks of a 名单. */
  readonly isClaim: Expr;
  /** What tells one visit (就诊号) and one stay (住院号) from the next. */
  readonly visit: Expr;
  readonly stay: Expr;
}

/** A 限额池 that lists the layer. */
export interface PoolTerm {
  readonly accumulator: string;
  readonly limit: Expr;
  /** What the listed layers before it in the 层序 pay in the same claim. */
  readonly earlier: readonly Expr[];
}

export type SlotOf<Kind extends LayerSlot['kind']> = Extract<LayerSlot, { kind: Kind }>;

export function slotsOf<Kind extends LayerSlot['kind']>(
  slots: readonly LayerSlot[],
  kind: Kind,
): readonly SlotOf<Kind>[] {
  return slots.filter((slot): slot is SlotOf<Kind> => slot.kind === kind);
}
