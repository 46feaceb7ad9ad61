import type { Expr, LayerSlot } from '@tiaoli/ir';
import { maximum, minimum, minus, noMoney, plus, positivePart, times } from '@tiaoli/ir';
import { before } from './accumulators.ts';
import type { LayerSource } from './layer-source.ts';
import { bracketsOf, rateAdjuster, rateSlots } from './rate.ts';
import { rounded } from './rounding-slot.ts';
import { byVersion } from './versions.ts';

/**
 * 年内 补差: the year so far under today's slots, less what was paid: (R(F(C⁻ + B)) − P⁻)+.
 *
 * The cap of the year is applied in step 8 against P⁻, which gives the same as ((R(F) ⊓ cap) − P⁻)+. F has a deductible
 * and bands per year only (checked).
 */
export function trueUpDue(
  source: LayerSource,
  slots: readonly LayerSlot[],
  { base, called }: { readonly base: Expr; readonly called: Expr },
  without?: string,
): Expr {
  const cost = plus(before(source, { quantity: '基数', period: 'year' }), base);
  const whole = rounded(source, slots, yearDue(source, slots, cost, called, without));
  return positivePart(minus(whole, before(source, { quantity: '支付', period: 'year' })));
}

/** F(t), exact: what a year's cost of `cost` is worth above a yearly deductible. */
function yearDue(
  source: LayerSource,
  slots: readonly LayerSlot[],
  cost: Expr,
  deductible: Expr,
  without?: string,
): Expr {
  const adjust = rateAdjuster(source, slots, without);
  const above = maximum(noMoney, minus(cost, deductible));
  return byVersion(rateSlots(slots), source.governedBy, (slot) => {
    if (slot.kind === 'rate') return times(adjust(slot.rate), above);
    const stretch =
      slot.basis === 'excess'
        ? { from: noMoney, to: above }
        : { from: minimum(deductible, cost), to: cost };
    return bracketsOf(source, slots, slot, adjust, stretch);
  });
}
