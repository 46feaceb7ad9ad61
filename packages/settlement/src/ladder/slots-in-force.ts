import type { DayNumber } from '@tiaoli/base';
import { isInForce } from '@tiaoli/base';
import type { LayerDeclaration, LayerSlot } from '@tiaoli/ir';
import { slotKey } from '@tiaoli/language';
import { slotsWithPlaces } from './slot-probes.ts';

export interface PlacedSlot {
  readonly slot: LayerSlot;
  /** Tells its probes from those of other slots. */
  readonly place: string;
}

/**
 * The slots that hold on a day when the cases at `caseAts` do: those of a case replace the layer's own, a later version
 * ends an earlier one.
 */
export function slotsInForce(
  layer: LayerDeclaration,
  day: DayNumber,
  caseAts: readonly number[],
): readonly PlacedSlot[] {
  const placed = slotsWithPlaces(layer);
  const given = placed.filter(({ caseAt }) => caseAt !== undefined && caseAts.includes(caseAt));
  const replaced = new Set(given.map(({ slot }) => slotKey(slot)));
  const own = placed.filter(
    ({ slot, caseAt }) => caseAt === undefined && !replaced.has(slotKey(slot)),
  );
  const newest = new Map<string, PlacedSlot>();
  for (const each of [...own, ...given].filter(({ slot }) => startOf(slot) <= day)) {
    const key = versionKey(each.slot);
    const known = newest.get(key);
    if (!known || startOf(known.slot) <= startOf(each.slot)) newest.set(key, each);
  }
  return [...newest.values()].filter(({ slot }) => isInForce(slot.validity, day));
}

function startOf({ validity }: LayerSlot): number {
  return validity.from ?? Number.NEGATIVE_INFINITY;
}

/** Slots of one key are versions of each other; cost limits of several periods and guarantees hold side by side. */
function versionKey(slot: LayerSlot): string {
  if (slot.kind === 'admit') return `${slotKey(slot)} ${slot.period}`;
  return slot.kind === 'guarantee' ? `guarantee ${JSON.stringify(slot.when)}` : slotKey(slot);
}
