import type { Expr, LayerSlot } from '@tiaoli/ir';
import { noMoney, plus, times } from '@tiaoli/ir';
import { before } from './accumulators.ts';
import { adjustmentsOf, adjustRate } from './adjustments.ts';
import type { LayerSource, SlotOf } from './layer-source.ts';
import { slotsOf } from './layer-source.ts';
import { byRounding } from './rounding-slot.ts';
import { byVersion } from './versions.ts';

type RateSlot = SlotOf<'rate'> | SlotOf<'brackets'>;

/** The rate family of a variant: flat rates and brackets, each with its validity. */
export function rateSlots(slots: readonly LayerSlot[]): readonly RateSlot[] {
  return slots.filter((slot): slot is RateSlot => slot.kind === 'rate' || slot.kind === 'brackets');
}

/** Adjusts the rates of one variant: points and factors, the person's share, its floor. */
export type RateAdjuster = (rate: Expr) => Expr;

export function rateAdjuster(
  source: LayerSource,
  slots: readonly LayerSlot[],
  without?: string,
): RateAdjuster {
  const on = source.governedBy;
  const adjustments = adjustmentsOf(slots, ['rate', 'person-share'], on, without);
  const floors = slotsOf(slots, 'person-share');
  const noShare: Expr = { kind: 'literal', type: { kind: 'rate' }, value: '0' };
  const floor =
    floors.length > 0 ? byVersion(floors, on, (slot) => slot.atLeast, noShare) : undefined;
  return (rate) => adjustRate(rate, adjustments, floor);
}

/** What the stretch of cost above the deductible is worth, exact: G(M + X) − G(M) of reference 3.1 step 5. */
export function exactDue(
  source: LayerSource,
  slots: readonly LayerSlot[],
  amounts: { readonly deductible: Expr; readonly counted: Expr },
  without?: string,
): Expr {
  const adjust = rateAdjuster(source, slots, without);
  return byVersion(rateSlots(slots), source.governedBy, (slot) => {
    if (slot.kind === 'rate') return times(adjust(slot.rate), amounts.counted);
    const from = stretchStart(source, slot, amounts.deductible);
    return bracketsOf(source, slots, slot, adjust, { from, to: plus(from, amounts.counted) });
  });
}

/** M: where in the bands the paid stretch begins. */
function stretchStart(source: LayerSource, slot: SlotOf<'brackets'>, deductible: Expr): Expr {
  if (slot.basis === 'excess') {
    return slot.cumulative ? before(source, { quantity: '计入', period: 'year' }) : noMoney;
  }
  if (!slot.cumulative) return deductible;
  return plus(before(source, { quantity: '基数', period: 'year' }), deductible);
}

/** G over a stretch, with adjusted rates. */
export function bracketsOf(
  source: LayerSource,
  slots: readonly LayerSlot[],
  slot: SlotOf<'brackets'>,
  adjust: RateAdjuster,
  stretch: { readonly from: Expr; readonly to: Expr },
): Expr {
  const bands = slot.bands.map(({ upTo, rate }) => ({ ...(upTo && { upTo }), rate: adjust(rate) }));
  return byRounding(source, slots, (rounding, perBand) => ({
    kind: 'brackets',
    ...stretch,
    bands,
    ...(perBand && { perBand: rounding }),
  }));
}

/** True where a version of the variant's rate runs over the year (年内累计). */
export function isCumulative(slots: readonly LayerSlot[]): boolean {
  return rateSlots(slots).some((slot) => slot.cumulative);
}

/** The flat rate that applies, after adjustments; undefined where a version has brackets. */
export function flatRate(
  source: LayerSource,
  slots: readonly LayerSlot[],
  without?: string,
): Expr | undefined {
  const versions = rateSlots(slots);
  const flat = versions.filter((slot) => slot.kind === 'rate');
  if (flat.length < versions.length) return undefined;
  const adjust = rateAdjuster(source, slots, without);
  return byVersion(flat, source.governedBy, (slot) => adjust(slot.rate));
}
