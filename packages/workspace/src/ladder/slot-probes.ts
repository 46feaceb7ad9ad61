import type { Definition, Expr, LayerDeclaration, LayerSlot, Module, ValueType } from '@tiaoli/ir';
import { indexModule, typeOfExpr } from '@tiaoli/ir';
import { ofKind } from '../case/vocabulary.ts';

/**
 * Definitions for what the slots of the layers say, so that a ladder can show their values.
 *
 * Binding and evaluation then give each number as they give every other; lowering itself keeps no trace of a slot's own
 * amount once it is folded into a step.
 */
export function withSlotProbes(module: Module): Module {
  const index = indexModule(module);
  const probes = ofKind(module.declarations, 'layer').flatMap((layer) =>
    slotsWithPlaces(layer).flatMap(({ slot, place }) =>
      probedParts(slot).flatMap(([part, expr]): readonly Definition[] => {
        const typed = typeOfExpr(expr, index);
        return typed ? [probeOf(layer, probeId(layer, place, part), expr, typed)] : [];
      }),
    ),
  );
  return { ...module, definitions: [...module.definitions, ...probes] };
}

const MARK = ':slot:';

/** True for definitions that only explain; they are no results. */
export function isProbe(id: string): boolean {
  return id.includes(MARK);
}

export function probeId({ id }: LayerDeclaration, place: string, part: string): string {
  return `${id}${MARK}${place}:${part}`;
}

/** Every slot of a layer with a text that tells it from the others: its own, then those of each case. */
export function slotsWithPlaces(
  layer: LayerDeclaration,
): readonly { readonly slot: LayerSlot; readonly place: string; readonly caseAt?: number }[] {
  return [
    ...layer.slots.map((slot, at) => ({ slot, place: `${at}` })),
    ...layer.cases.flatMap(({ slots }, caseAt) =>
      slots.map((slot, at) => ({ slot, place: `${caseAt}.${at}`, caseAt })),
    ),
  ];
}

/** The expressions of a slot that a reader wants to see, by a name within the slot. */
export function probedParts(slot: LayerSlot): readonly (readonly [string, Expr])[] {
  switch (slot.kind) {
    case 'base':
      return [
        ...slot.terms.map((term, at) => [`term${at}`, term] as const),
        ...slot.less.map((term, at) => [`less${at}`, term] as const),
      ];
    case 'admit':
    case 'cap':
      return [['limit', slot.limit]];
    case 'deductible':
      return [['amount', slot.amount]];
    case 'rate':
      return [['rate', slot.rate]];
    case 'brackets':
      return slot.bands.flatMap(({ upTo, rate }, at) => [
        ...(upTo ? [[`upTo${at}`, upTo] as const] : []),
        [`rate${at}`, rate] as const,
      ]);
    case 'adjustment':
      return slot.when ? [['when', slot.when]] : [];
    default:
      return [];
  }
}

function probeOf(
  layer: LayerDeclaration,
  id: string,
  body: Expr,
  { type, optional }: { readonly type: ValueType; readonly optional: boolean },
): Definition {
  return {
    id,
    name: id,
    entity: layer.entity,
    type,
    optional,
    body,
    origin: { declaration: layer.id, span: layer.span },
    visibility: 'result',
  };
}
