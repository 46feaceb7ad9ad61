import type { Expr, LayerSlot } from '@tiaoli/ir';
import { accumulatorRef, casesOf, choose, either, minus, positivePart } from '@tiaoli/ir';
import type { LayerAccumulator } from './accumulators.ts';
import { before } from './accumulators.ts';
import { adjustAmount, adjustmentsOf, waivers } from './adjustments.ts';
import type { LayerSource, SlotOf } from './layer-source.ts';
import { slotsOf } from './layer-source.ts';
import { rounded } from './rounding-slot.ts';
import { byVersion } from './versions.ts';

type CapSlot = SlotOf<'cap'> | SlotOf<'no-cap'>;

/**
 * What each own cap of the variant still lets through: (k − P⁻)+ by label and period.
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
  const adjustments = adjustmentsOf(slots, 'cap', source.governedBy, without);
  return [...Map.groupBy(caps, capKey).values()]
    .filter((versions) => versions.some((slot) => slot.kind === 'cap'))
    .map((versions) =>
      byVersion(
        withRemovals(versions, caps),
        source.governedBy,
        (slot) => {
          if (slot.kind === 'no-cap') return unlimited;
          const own = adjustments.filter(
            ({ slot: { cap } }) => cap === undefined || cap === slot.label,
          );
          const limit =
            own.length > 0 ? rounded(source, slots, adjustAmount(slot.limit, own)) : slot.limit;
          const left = remainder(source, slot, limit);
          return liftable(left, waivers(own), unlimited);
        },
        unlimited,
      ),
    );
}

/** Caps of one label and one period are versions of each other; 限额 不设 ends every unlabelled cap. */
function capKey(slot: CapSlot): string {
  return slot.kind === 'cap' ? `${slot.label ?? ''} ${slot.period}` : `${slot.label ?? ''} none`;
}

function withRemovals(versions: readonly CapSlot[], all: readonly CapSlot[]): readonly CapSlot[] {
  const label = versions[0]?.label;
  return [...versions, ...all.filter((slot) => slot.kind === 'no-cap' && slot.label === label)];
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

/** 保底: the largest guarantee that applies, rounded; undefined without a 保底 slot. */
export function guaranteed(source: LayerSource, slots: readonly LayerSlot[]): readonly Expr[] {
  const nothing: Expr = { kind: 'literal', type: { kind: 'money' }, value: '0' };
  return slotsOf(slots, 'guarantee').map((slot) => {
    const share: Expr = { kind: 'arithmetic', operator: '*', left: slot.rate, right: slot.of };
    const amount = byVersion(
      [slot],
      source.governedBy,
      () => rounded(source, slots, share),
      nothing,
    );
    return slot.when ? casesOf('first', [{ when: slot.when, value: amount }], nothing) : amount;
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

/** What every 限额池 that lists the layer still lets through. */
export function poolTerms(source: LayerSource): readonly Expr[] {
  return source.pools.map(({ accumulator, limit }) =>
    positivePart(minus(limit, accumulatorRef(accumulator))),
  );
}
