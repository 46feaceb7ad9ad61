import type { Expr, LayerDeclaration, LayerSlot, Program } from '@tiaoli/ir';
import { referencesOf } from '@tiaoli/ir';

/**
 * True when a layer that accumulates over the year needs no accumulator of its exact due: what is due for a claim is
 * F(C⁺) − F(C⁻) for one function F of the year's cost (language reference 3.1).
 *
 * It needs bands or a rate over the year, on the absolute amount, and a deductible and rates that no claim can change.
 * It is not when a deductible is taken per claim or by turns, when a pool is shared, or behind a limit after the
 * deductible.
 */
export function isSeparable(layer: LayerDeclaration, { declarations }: Program): boolean {
  const slots = [...layer.slots, ...layer.cases.flatMap((each) => each.slots)];
  const isPooled = declarations.some(
    (each) => each.kind === 'pool' && each.layers.includes(layer.id),
  );
  return (
    !isPooled &&
    layer.cases.length === 0 &&
    slots.some(accumulatesOverYear) &&
    slots.every(isConstantInYear)
  );
}

function accumulatesOverYear(slot: LayerSlot): boolean {
  if (slot.kind === 'rate') return slot.cumulative;
  return slot.kind === 'brackets' && slot.cumulative && slot.basis === 'absolute';
}

function isConstantInYear(slot: LayerSlot): boolean {
  switch (slot.kind) {
    case 'deductible':
      return (
        slot.period === 'year' &&
        isConstant(slot.amount) &&
        !slot.nth &&
        !slot.stepDown &&
        !slot.renew &&
        !slot.highestInYear &&
        slot.by.length === 0
      );
    case 'admit':
      return slot.moment === 'before-deductible' && slot.period === 'year';
    case 'rate':
      return isConstant(slot.rate);
    case 'brackets':
      return slot.bands.every(({ rate, upTo }) => isConstant(rate) && (!upTo || isConstant(upTo)));
    case 'adjustment':
      return slot.when === undefined;
    case 'guarantee':
      return false;
    case 'applies':
    case 'base':
    case 'person-share':
    case 'cap':
    case 'no-cap':
    case 'stock':
    case 'for-each':
    case 'rounding':
      return true;
  }
}

/** Reads no fact of the claim and no other definition, whatever version of a parameter it takes. */
function isConstant(expr: Expr): boolean {
  const { inputs, definitions, accumulators, entities } = referencesOf(expr);
  return inputs.size + definitions.size + accumulators.size + entities.size === 0;
}
