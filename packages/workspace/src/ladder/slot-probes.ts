import type { Adjustment, Definition, Expr, LayerDeclaration, LayerSlot, Module } from '@tiaoli/ir';
import { definitionRef, indexModule, typeOfExpr } from '@tiaoli/ir';
import { ofKind } from '../case/vocabulary.ts';

/** Divides the id of what is explained from the part of it; no declared name holds it. */
const MARK = ':explained:';

/**
 * The module with definitions for what the slots of its layers say, and that keep the steps of the layers.
 *
 * Binding and evaluation then give each of these numbers as they give every other. Without them a slot's own amount is
 * folded into a step, and a step that nothing else reads is dropped.
 */
export function withSlotProbes(module: Module): Module {
  const index = indexModule(module);
  const made = (id: string, body: Expr, like: Pick<Definition, 'entity' | 'origin'>) => {
    const typed = typeOfExpr(body, index);
    return typed ? [probeOf(id, body, like, typed)] : [];
  };
  const layers = ofKind(module.declarations, 'layer');
  const slots = layers.flatMap((layer) => {
    const like = { entity: layer.entity, origin: { declaration: layer.id, span: layer.span } };
    return slotsWithPlaces(layer).flatMap(({ slot, place }) =>
      probedParts(slot).flatMap(([part, expr]) =>
        made(slotProbeId(layer.id, place, part), expr, like),
      ),
    );
  });
  const steps = module.definitions
    .filter(({ origin }) => origin.step !== undefined)
    .flatMap((step) => made(stepProbeId(step.id), definitionRef(step.id), step));
  const totals = ofKind(module.declarations, 'waterfall').flatMap(({ id, total, entity, span }) =>
    made(totalProbeId(id), total, { entity, origin: { declaration: id, span } }),
  );
  return { ...module, definitions: [...module.definitions, ...slots, ...steps, ...totals] };
}

/** The id of the step that a probe keeps. */
export function probedStep(probe: string): string {
  return probe.slice(0, probe.indexOf(MARK));
}

/** True for definitions that only explain; they are no results. */
export function isProbe(id: string): boolean {
  return id.includes(MARK);
}

export function slotProbeId(layer: string, place: string, part: string): string {
  return `${layer}${MARK}${place}:${part}`;
}

export function stepProbeId(step: string): string {
  return `${step}${MARK}step`;
}

export function totalProbeId(waterfall: string): string {
  return `${waterfall}${MARK}total`;
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
      return [...(slot.when ? [['when', slot.when] as const] : []), ...changeOf(slot)];
    default:
      return [];
  }
}

function changeOf({ change }: Adjustment): readonly (readonly [string, Expr])[] {
  if (change.kind === 'add') return [['change', change.amount]];
  return change.kind === 'times' ? [['change', change.factor]] : [];
}

function probeOf(
  id: string,
  body: Expr,
  { entity, origin }: Pick<Definition, 'entity' | 'origin'>,
  { type, optional }: NonNullable<ReturnType<typeof typeOfExpr>>,
): Definition {
  return {
    id,
    name: id,
    entity,
    type,
    optional,
    body,
    origin,
    visibility: 'result',
  };
}
