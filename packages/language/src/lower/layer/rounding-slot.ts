import type { Rounding } from '@tiaoli/base';
import type { Expr, LayerSlot } from '@tiaoli/ir';
import { roundTo } from '@tiaoli/ir';
import type { LayerSource } from './layer-source.ts';
import { slotsOf } from './layer-source.ts';
import { byVersion } from './versions.ts';

/** What rounding needs to know of a layer, lowered or declared. */
export type RoundedLayer = Pick<LayerSource, 'governedBy' | 'rounding'>;

/** `amount` rounded as the variant says (its own 取整), else as the layer or the document does (`source.rounding`). */
export function rounded(source: RoundedLayer, slots: readonly LayerSlot[], amount: Expr): Expr {
  return byRounding(source, slots, (rounding) => roundTo(amount, rounding));
}

/** What `exprOf` makes of the rounding in force; the second argument tells whether each band is rounded (逐段). */
export function byRounding(
  source: RoundedLayer,
  slots: readonly LayerSlot[],
  exprOf: (rounding: Rounding, perBand: boolean) => Expr,
): Expr {
  return byVersion(
    slotsOf(slots, 'rounding'),
    source.governedBy,
    (slot) => exprOf(slot.rounding, slot.perBand),
    exprOf(source.rounding, false),
  );
}
