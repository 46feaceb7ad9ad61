import type { Expr, LayerSlot } from '@tiaoli/ir';
import { casesOf, either, yes } from '@tiaoli/ir';
import type { LayerSource } from './layer-source.ts';

/** One way in which a layer can apply: a case with the slots that then hold. */
export interface Variant {
  readonly label?: string;
  /** Holds when this variant is the one; at most one does, or the earlier one wins (`overlap` of `VariantSet`). */
  readonly guard: Expr;
  readonly slots: readonly LayerSlot[];
}

/**
 * Variants of which exactly one is evaluated.
 *
 * INVARIANT: where the layer applies, a guard holds or the last variant is what remains.
 */
export interface VariantSet {
  readonly overlap: 'disjoint' | 'first';
  readonly variants: readonly Variant[];
}

/** The slots that hold in a case: those given replace the layer's own, the others are the layer's (reference 1.2). */
export function effectiveSlots(
  own: readonly LayerSlot[],
  given: readonly LayerSlot[],
): readonly LayerSlot[] {
  const replaced = new Set(given.map(slotKey));
  return [...own.filter((slot) => !replaced.has(slotKey(slot))), ...given];
}

/** Slots of one key replace each other; adjustments are told apart by label and target, caps by label. */
export function slotKey(slot: LayerSlot): string {
  switch (slot.kind) {
    case 'rate':
    case 'brackets':
      return 'rate';
    case 'cap':
    case 'no-cap':
      return `cap ${slot.label ?? ''}`;
    case 'adjustment':
      return `adjustment ${slot.label} ${slot.target} ${slot.cap ?? ''}`;
    case 'admit':
      return `admit ${slot.moment}`;
    default:
      return slot.kind;
  }
}

/** The variants whose guards are known to exclude each other: the cases as written, then what holds otherwise. */
export function exclusiveVariants(
  source: LayerSource,
  guards: readonly Expr[],
  overlap: VariantSet['overlap'],
): VariantSet {
  const cases = source.cases.map((layerCase, index) => ({
    ...(layerCase.label !== undefined && { label: layerCase.label }),
    guard: guards[index] ?? yes,
    slots: effectiveSlots(source.slots, layerCase.slots),
  }));
  const rest = otherwiseVariant(source);
  return { overlap, variants: rest ? [...cases, rest] : cases };
}

/** What holds when no case does; none for 其余 不适用. */
export function otherwiseVariant(source: LayerSource): Variant | undefined {
  if (source.otherwise === 'not-applicable') return undefined;
  return { guard: yes, slots: effectiveSlots(source.slots, source.otherwiseSlots) };
}

/** `exprOf` the variant that holds; variants that agree share one branch. */
export function select(set: VariantSet, exprOf: (variant: Variant) => Expr): Expr {
  const found = set.variants.map((variant) => ({ variant, expr: exprOf(variant) }));
  const last = found.at(-1);
  if (!last) throw new Error('a layer without variants was lowered');
  const rest = found.slice(0, -1);
  if (rest.every(({ expr }) => sameForm(expr, last.expr))) return last.expr;
  if (set.overlap === 'first') {
    const branches = rest.map(({ variant, expr }) => branch(variant.guard, expr, variant.label));
    return casesOf('first', branches, last.expr);
  }
  return casesOf('disjoint', mergedBranches(rest, last.expr), last.expr);
}

function mergedBranches(
  found: readonly { readonly variant: Variant; readonly expr: Expr }[],
  otherwise: Expr,
) {
  const groups = Map.groupBy(
    found.filter(({ expr }) => !sameForm(expr, otherwise)),
    ({ expr }) => JSON.stringify(expr),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const label = group.length === 1 ? first.variant.label : undefined;
    return [branch(either(...group.map(({ variant }) => variant.guard)), first.expr, label)];
  });
}

function branch(when: Expr, value: Expr, label: string | undefined) {
  return { when, value, ...(label !== undefined && { label }) };
}

function sameForm(left: Expr, right: Expr): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
