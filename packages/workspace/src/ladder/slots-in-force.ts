import type { DayNumber } from '@tiaoli/base';
import { isInForce } from '@tiaoli/base';
import type { LayerDeclaration, LayerSlot } from '@tiaoli/ir';
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
  const placed = slotsWithPlaces(layer).filter(({ slot }) => isInForce(slot.validity, day));
  const given = placed.filter(({ caseAt }) => caseAt !== undefined && caseAts.includes(caseAt));
  const replaced = new Set(given.map(({ slot }) => replacementKey(slot)));
  const own = placed.filter(
    ({ slot, caseAt }) => caseAt === undefined && !replaced.has(replacementKey(slot)),
  );
  const newest = new Map<string, PlacedSlot>();
  for (const each of [...own, ...given]) {
    const key = versionKey(each.slot);
    const known = newest.get(key);
    if (!known || startOf(known.slot) <= startOf(each.slot)) newest.set(key, each);
  }
  return [...newest.values()];
}

function startOf({ validity }: LayerSlot): number {
  return validity.from ?? Number.NEGATIVE_INFINITY;
}

/** Slots of one key stand in for each other: in a case for the layer's own. */
function replacementKey(slot: LayerSlot): string {
  switch (slot.kind) {
    case 'rate':
    case 'brackets':
      return 'rate';
    case 'cap':
    case 'no-cap':
      return `cap ${slot.label ?? ''}`;
    case 'adjustment':
      return `adjustment ${slot.label}`;
    case 'admit':
      return `admit ${slot.moment}`;
    default:
      return slot.kind;
  }
}

/** Slots of one key are versions of each other; caps of several periods hold side by side. */
function versionKey(slot: LayerSlot): string {
  const period = slot.kind === 'cap' || slot.kind === 'admit' ? ` ${slot.period}` : '';
  return `${replacementKey(slot)}${period}`;
}
