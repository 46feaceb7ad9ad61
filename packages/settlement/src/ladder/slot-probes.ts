import type { Adjustment, Definition, Expr, LayerDeclaration, LayerSlot, Module } from '@tiaoli/ir';
import { definitionRef, indexModule, typeOfExpr } from '@tiaoli/ir';
import type { RecordParts } from '@tiaoli/language';
import { adjustedCap, effectiveSlots, recordParts } from '@tiaoli/language';
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
    const written = slotsWithPlaces(layer).flatMap(({ slot, place }) =>
      probedParts(slot, layer.id).map(([part, expr]) => [place, part, expr] as const),
    );
    return [...written, ...adjustedCaps(layer)].flatMap(([place, part, expr]) =>
      made(slotProbeId(layer.id, place, part), expr, like),
    );
  });
  const pools = ofKind(module.declarations, 'pool').flatMap(
    ({ id, limit, layers: listed, span }) => {
      const entity = layers.find((layer) => listed.includes(layer.id))?.entity;
      const origin = { declaration: id, span };
      return entity === undefined ? [] : made(poolProbeId(id), limit, { entity, origin });
    },
  );
  const steps = module.definitions
    .filter(({ origin }) => origin.step !== undefined)
    .flatMap((step) => made(stepProbeId(step.id), definitionRef(step.id), step));
  const totals = ofKind(module.declarations, 'waterfall').flatMap(({ id, total, entity, span }) =>
    made(totalProbeId(id), total, { entity, origin: { declaration: id, span } }),
  );
  const probes = [...slots, ...pools, ...steps, ...totals];
  return { ...module, definitions: [...module.definitions, ...probes] };
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

function stepProbeId(step: string): string {
  return `${step}${MARK}step`;
}

export function poolProbeId(pool: string): string {
  return `${pool}${MARK}limit`;
}

/** The part of a cap that is its number behind the adjustments, when the case at `caseAt` holds (none: no case does). */
export function adjustedPart(caseAt: number | undefined): string {
  return `adjusted ${caseAt ?? ''}`;
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
    ...casesWithRest(layer).flatMap((slots, caseAt) =>
      slots.map((slot, at) => ({ slot, place: `${caseAt}.${at}`, caseAt })),
    ),
  ];
}

/** The slots of each case, and behind them those of 其余, which hold where no case does. */
export function casesWithRest({
  cases,
  otherwise,
  otherwiseSlots,
}: LayerDeclaration): readonly (readonly LayerSlot[])[] {
  const written = cases.map(({ slots }) => slots);
  return otherwise === 'case' ? [...written, otherwiseSlots] : written;
}

/** The expressions of a slot of `layer` that a reader wants to see, by a name within the slot. */
export function probedParts(slot: LayerSlot, layer: string): readonly (readonly [string, Expr])[] {
  switch (slot.kind) {
    case 'base':
      return [
        ...slot.terms.map((term, at) => [`term${at}`, term] as const),
        ...slot.less.map((term, at) => [`less${at}`, term] as const),
      ];
    case 'admit':
    case 'cap':
      return [['limit', slot.limit]];
    case 'stock':
      return [['stock', slot.stock]];
    case 'for-each':
      return slot.ranks.flatMap((rank) => rankParts(layer, slot, rank));
    case 'deductible':
      return deductibleParts(slot);
    case 'person-share':
      return [['atLeast', slot.atLeast]];
    case 'guarantee':
      return [...named('when', slot.when), ['rate', slot.rate], ['of', slot.of]];
    case 'rate':
      return [['rate', slot.rate]];
    case 'brackets':
      return slot.bands.flatMap(({ upTo, rate }, at) => [
        ...named(`upTo${at}`, upTo),
        [`rate${at}`, rate] as const,
      ]);
    case 'adjustment':
      return [
        ...named('when', slot.when),
        ...changeOf(slot),
        ...named('atLeast', slot.atLeast),
        ...named('atMost', slot.atMost),
      ];
    default:
      return [];
  }
}

function named(part: string, expr: Expr | undefined): readonly (readonly [string, Expr])[] {
  return expr ? [[part, expr]] : [];
}

/** The part of 逐个 that tells something of the record of a rank. */
export function rankPart(rank: number, part: keyof RecordParts): string {
  return `${part} ${rank}`;
}

function rankParts(
  layer: string,
  slot: Extract<LayerSlot, { kind: 'for-each' }>,
  rank: number,
): readonly (readonly [string, Expr])[] {
  const { listed, counted, before, limit } = recordParts(layer, slot, rank);
  return [
    [rankPart(rank, 'listed'), listed],
    [rankPart(rank, 'counted'), counted],
    [rankPart(rank, 'before'), before],
    ...named(rankPart(rank, 'limit'), limit),
  ];
}

function deductibleParts(
  slot: Extract<LayerSlot, { kind: 'deductible' }>,
): readonly (readonly [string, Expr])[] {
  return [
    ['amount', slot.amount],
    ...named('atLeast', slot.atLeast),
    ...named('atMost', slot.atMost),
    ...named('days', slot.renew?.days),
    ...named('every', slot.renew?.every),
    ...named('inYearAtMost', slot.inYearAtMost),
    ...named('waivedOnce', slot.waivedOnce),
  ];
}

/** Each cap that an adjustment may change, in each case with the slots that then hold. */
function adjustedCaps(layer: LayerDeclaration): readonly (readonly [string, string, Expr])[] {
  const variants = [
    { slots: layer.slots },
    ...casesWithRest(layer).map((slots, caseAt) => ({
      slots: effectiveSlots(layer.slots, slots),
      caseAt,
    })),
  ];
  const places = new Map(slotsWithPlaces(layer).map(({ slot, place }) => [slot, place]));
  return variants.flatMap(({ slots, ...rest }) => {
    const part = adjustedPart('caseAt' in rest ? rest.caseAt : undefined);
    return slots.flatMap((slot) => {
      const place = places.get(slot);
      if (slot.kind !== 'cap' || place === undefined) return [];
      const adjusted = adjustedCap(layer, slots, slot);
      return adjusted === slot.limit ? [] : [[place, part, adjusted] as const];
    });
  });
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
