import type { LayerCase } from '@tiaoli/ir';
import { both, either, not } from '@tiaoli/ir';
import type { CaseSlot, ExceptionSlot, Layer } from '../generated/ast.ts';
import { lowerCondition } from './expressions/lower-condition.ts';
import { effectiveSlots } from './layer/variants.ts';
import { inForce } from './layer/versions.ts';
import type { Place } from './lower-context.ts';
import { lowerSlots } from './lower-layer-slots.ts';
import { whereOf } from './statement.ts';
import { lowerValidity } from './validity.ts';

/**
 * The cases of a layer, and the exceptions to them as cases of their own: an exception prevails over the case that it
 * names wherever its own condition holds, and gives what it does not replace as that case does (language decision 6).
 */
export function lowerCases({ slots }: Layer, place: Place): readonly LayerCase[] {
  const exceptions = slots.filter((slot) => slot.$type === 'ExceptionSlot');
  const withExceptions = (
    node: CaseSlot | ExceptionSlot,
    base: LayerCase['slots'],
  ): readonly LayerCase[] => {
    const own = lowerCase(node, base, place);
    const over = exceptions.filter((each) => labelOf(each) === node.name);
    const above = over.map((each) => lowerCase(each, own.slots, place));
    const prevail = above.map(({ validity, when }) =>
      both(inForce(validity, place.governedBy), when),
    );
    return [
      ...over.flatMap((each) => withExceptions(each, own.slots)),
      { ...own, when: both(own.when, not(either(...prevail))) },
    ];
  };
  return slots
    .filter((slot) => slot.$type === 'CaseSlot')
    .flatMap((slot) => withExceptions(slot, []));
}

/** The label of the case to which an exception, or an exception to it, belongs; a case belongs to itself. */
export function rootLabel(label: string | undefined, { slots }: Layer): string | undefined {
  const exceptions = slots.filter((slot) => slot.$type === 'ExceptionSlot');
  const seen = new Set<string>();
  let root = label;
  while (root !== undefined && !seen.has(root)) {
    seen.add(root);
    const base = exceptions.find(({ name }) => name === root);
    if (!base) return root;
    root = labelOf(base);
  }
  return root;
}

/** The label of the case that an exception names. */
function labelOf({ base }: ExceptionSlot): string {
  return base.$refText.replace(/^「|」$/g, '');
}

function lowerCase(
  slot: CaseSlot | ExceptionSlot,
  base: LayerCase['slots'],
  place: Place,
): LayerCase {
  return {
    ...(slot.name !== undefined && { label: slot.name }),
    validity: lowerValidity(slot.validity),
    when: lowerCondition(slot.condition, place),
    slots: effectiveSlots(base, lowerSlots(slot.slots, place)),
    ...whereOf(slot, place),
  };
}
