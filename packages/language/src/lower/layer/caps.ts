import type { Expr, LayerSlot } from '@tiaoli/ir';
import { accumulatorRef, casesOf, choose, either, minus, positivePart } from '@tiaoli/ir';
import type { LayerAccumulator } from './accumulators.ts';
import { before } from './accumulators.ts';
import type { ActiveAdjustment } from './adjustments.ts';
import { adjustAmount, adjustmentsOf, waivers } from './adjustments.ts';
import type { LayerSource, SlotOf } from './layer-source.ts';
import { slotsOf } from './layer-source.ts';
import type { RoundedLayer } from './rounding-slot.ts';
import { rounded } from './rounding-slot.ts';
import { byVersion } from './versions.ts';

type CapSlot = SlotOf<'cap'> | SlotOf<'no-cap'>;

/**
 * What each own cap of the variant still lets through: (k − P⁻)+ by label.
 *
 * Where a cap is lifted or not in force its term is `unlimited` (an amount that the payment cannot exceed anyway).
 */
export function capTerms(
  source: LayerSource,
  slots: readonly LayerSlot[],
  unlimited: Expr,
  without?: string,
): readonly Expr[] {
  const caps = slots.filter(
    (slot): slot is CapSlot => slot.kind === 'cap' || slot.kind === 'no-cap',
  );
  // Caps of one label are versions of each other, whatever their periods; 限额 不设 ends the one before it.
  return [...Map.groupBy(caps, ({ label }) => label).values()]
    .filter((versions) => versions.some((slot) => slot.kind === 'cap'))
    .map((versions) =>
      byVersion(
        versions,
        source.governedBy,
        (slot) => {
          if (slot.kind === 'no-cap') return unlimited;
          const left = remainder(source, slot, adjustedCap(source, slots, slot, without));
          const lifted = waivers(capAdjustments(source, slots, slot, without));
          return liftable(left, lifted, unlimited);
        },
        unlimited,
      ),
    );
}

/** A cap as written, or rounded where an adjustment changes it: only then may it be no whole fen. */
export function adjustedCap(
  layer: RoundedLayer,
  slots: readonly LayerSlot[],
  cap: SlotOf<'cap'>,
  without?: string,
): Expr {
  const changing = capAdjustments(layer, slots, cap, without).filter(
    ({ slot }) => slot.change.kind !== 'waive',
  );
  if (changing.length === 0) return cap.limit;
  const some = either(...changing.map(({ when }) => when));
  return choose(some, rounded(layer, slots, adjustAmount(cap.limit, changing)), cap.limit);
}

function capAdjustments(
  { governedBy }: RoundedLayer,
  slots: readonly LayerSlot[],
  { label }: SlotOf<'cap'>,
  without: string | undefined,
): readonly ActiveAdjustment[] {
  return adjustmentsOf(slots, ['cap'], governedBy, without).filter(
    ({ slot: { cap } }) => cap === undefined || cap === label,
  );
}

function remainder(source: LayerSource, slot: SlotOf<'cap'>, limit: Expr): Expr {
  const paid = paidIn(slot);
  return paid ? positivePart(minus(limit, before(source, paid))) : limit;
}

/** The accumulator of payments that a cap looks at; none for 每次. */
export function paidIn(slot: SlotOf<'cap'>): LayerAccumulator | undefined {
  return slot.period === 'claim' ? undefined : { quantity: '支付', period: slot.period };
}

function liftable(left: Expr, lifted: readonly Expr[], unlimited: Expr): Expr {
  return lifted.length === 0 ? left : choose(either(...lifted), unlimited, left);
}

/** 保底: what each guarantee gives, rounded, 0 where it does not apply; those with one condition are versions. */
export function guaranteed(source: LayerSource, slots: readonly LayerSlot[]): readonly Expr[] {
  const nothing: Expr = { kind: 'literal', type: { kind: 'money' }, value: '0' };
  const byCondition = Map.groupBy(slotsOf(slots, 'guarantee'), ({ when }) => JSON.stringify(when));
  return [...byCondition.values()].map((versions) => {
    const amount = byVersion(
      versions,
      source.governedBy,
      ({ rate, of }) =>
        rounded(source, slots, { kind: 'arithmetic', operator: '*', left: rate, right: of }),
      nothing,
    );
    const when = versions[0]?.when;
    return when ? casesOf('first', [{ when, value: amount }], nothing) : amount;
  });
}

/** What 费用限额 before or after the deductible still admits in each period: (k − A⁻)+. */
export function admitTerms(
  source: LayerSource,
  slots: readonly LayerSlot[],
  moment: SlotOf<'admit'>['moment'],
  unlimited: Expr,
): readonly Expr[] {
  const admits = slotsOf(slots, 'admit').filter((slot) => slot.moment === moment);
  return [...Map.groupBy(admits, (slot) => slot.period).values()].map((versions) =>
    byVersion(
      versions,
      source.governedBy,
      (slot) => {
        const admitted = admittedIn(slot);
        return admitted ? positivePart(minus(slot.limit, before(source, admitted))) : slot.limit;
      },
      unlimited,
    ),
  );
}

/** The accumulator of admitted cost that a 费用限额 looks at; none for 每次. */
export function admittedIn(slot: SlotOf<'admit'>): LayerAccumulator | undefined {
  if (slot.period === 'claim') return undefined;
  const quantity = slot.moment === 'before-deductible' ? '费用限额' : '费用限额后';
  return { quantity, period: slot.period };
}

/** What every 限额池 that lists the layer still lets through, after the layers that pay before it in this claim. */
export function poolTerms(source: LayerSource): readonly Expr[] {
  return source.pools.map(({ accumulator, limit, earlier }) =>
    positivePart(earlier.reduce(minus, minus(limit, accumulatorRef(accumulator)))),
  );
}

/** What every stock that caps the layer still holds, after the layers that take from it earlier in this claim. */
export function stockTerms(
  { drawnBefore }: Pick<LayerSource, 'drawnBefore'>,
  slots: readonly LayerSlot[],
): readonly Expr[] {
  return slotsOf(slots, 'stock').map(({ stock }) => {
    const earlier = stock.kind === 'accumulator' ? drawnBefore.get(stock.accumulator) : undefined;
    return positivePart((earlier ?? []).reduce(minus, stock));
  });
}
