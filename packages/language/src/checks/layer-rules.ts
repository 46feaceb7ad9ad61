import type { Diagnostic } from '@tiaoli/base';
import { behind, fixOf } from '@tiaoli/base';
import type { CapSlot, Layer, Slot } from '../generated/ast.ts';
import { finding } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';
import { withFixes } from './fixes.ts';
import { createWholeFen } from './whole-fen.ts';

const MOST_TRACKED = 2;
const MOST_OVERLAPPING = 4;

/** Slots that do not go together, and limits of what a layer may hold. */
export function checkLayerRules(context: CheckContext): readonly Diagnostic[] {
  return [
    ...context
      .nodes('Layer')
      .flatMap((layer) => [
        ...checkMoments(layer),
        ...checkCapLabels(layer),
        ...checkCounts(layer),
        ...checkTrueUp(layer),
        ...checkPerBand(layer),
      ]),
    ...checkCaps(context),
    ...checkPeriods(context),
    ...context
      .nodes('Overlap')
      .filter(({ rule, order }) => rule === 'ranked' && order.length === 0)
      .map((node) => finding('ranked-without-order', spanOf(node), {})),
  ];
}

/** The slots of a layer with those of its cases. */
function allSlots(layer: Layer): readonly Slot[] {
  const inner = (slot: Slot): readonly Slot[] =>
    slot.$type === 'CaseSlot' || slot.$type === 'ExceptionSlot' || slot.$type === 'OtherwiseSlot'
      ? [slot, ...slot.slots.flatMap(inner)]
      : [slot];
  return layer.slots.flatMap(inner);
}

function slotsOfType<Type extends Slot['$type']>(
  slots: readonly Slot[],
  type: Type,
): readonly Extract<Slot, { $type: Type }>[] {
  return slots.filter((slot) => slot.$type === type) as Extract<Slot, { $type: Type }>[];
}

function checkMoments(layer: Layer): readonly Diagnostic[] {
  const slots = allSlots(layer);
  if (slotsOfType(slots, 'DeductibleSlot').length === 0) return [];
  return slotsOfType(slots, 'CostLimitSlot')
    .filter(({ moment }) => moment === undefined)
    .map((slot) => {
      const moments = ['起付前', '起付后'].map((word) =>
        fixOf(behind(` ${word}`), spanOf(slot.value)),
      );
      return withFixes(finding('missing-limit-moment', spanOf(slot), {}), moments);
    });
}

/** With several caps each has a label, and an adjustment says which one it changes. */
function checkCapLabels(layer: Layer): readonly Diagnostic[] {
  const caps = slotsOfType(layer.slots, 'CapSlot');
  const labels = new Set(caps.map(({ name }) => name));
  if (labels.size < 2) return [];
  const unlabelled = caps.filter(({ name }) => name === undefined);
  const vague = slotsOfType(allSlots(layer), 'AdjustSlot').filter(
    ({ target, cap }) => target === 'cap' && cap === undefined,
  );
  const found: readonly (CapSlot | (typeof vague)[number])[] = [...unlabelled, ...vague];
  return found.map((slot) => finding('unlabelled-caps', spanOf(slot), {}));
}

function checkCounts(layer: Layer): readonly Diagnostic[] {
  const tracked = slotsOfType(allSlots(layer), 'AdjustSlot').filter((slot) => slot.tracked);
  const [firstExtra] = tracked.slice(MOST_TRACKED);
  const cases = slotsOfType(layer.slots, 'CaseSlot');
  const [overlap] = slotsOfType(layer.slots, 'Overlap');
  const mayOverlap = overlap && overlap.rule !== 'exclusive' && overlap.rule !== 'ranked';
  const [tooMany] = mayOverlap ? cases.slice(MOST_OVERLAPPING) : [];
  return [
    ...(firstExtra
      ? [finding('too-many-tracked', spanOf(firstExtra), { most: MOST_TRACKED })]
      : []),
    ...(tooMany ? [finding('too-many-cases', spanOf(tooMany), { most: MOST_OVERLAPPING })] : []),
  ];
}

/** 补差 recomputes the year, so that nothing in the layer may be per claim, visit or day. */
function checkTrueUp(layer: Layer): readonly Diagnostic[] {
  const slots = allSlots(layer);
  if (!slotsOfType(slots, 'InYearSlot').some(({ mode }) => mode === 'true_up')) return [];
  const perClaim = slots.filter((slot) => {
    if (slot.$type === 'DeductibleSlot') {
      return slot.period !== 'per_year' || slot.clauses.some(({ $type }) => $type !== 'Limit');
    }
    // The year under today's rule follows from deductible, rates and caps of the year alone (reference 3.1).
    if (slot.$type === 'CostLimitSlot' || slot.$type === 'GuaranteeSlot') return true;
    if (slot.$type === 'CapSlot')
      return slot.cap?.$type === 'PeriodCap' && slot.cap.period !== 'per_year';
    return false;
  });
  return perClaim.map((slot) => finding('true-up-per-claim', spanOf(slot), {}));
}

function checkPerBand(layer: Layer): readonly Diagnostic[] {
  const slots = allSlots(layer);
  const cumulative = slotsOfType(slots, 'RateSlot').some(({ rate }) => rate?.cumulative);
  if (!cumulative) return [];
  return slotsOfType(slots, 'RoundingSlot')
    .filter(({ banded }) => banded)
    .map((slot) => finding('per-band-cumulative', spanOf(slot), {}));
}

/** Caps are in whole fen, so that it does not matter whether one rounds or caps first. */
function checkCaps({ nodes, scope }: CheckContext): readonly Diagnostic[] {
  const whole = createWholeFen(scope);
  const caps = nodes('PeriodCap').filter(({ rounding }) => rounding === undefined);
  return [...caps, ...nodes('CapPool')]
    .filter(({ value }) => value !== undefined && !whole.value(value))
    .map(({ value }) => finding('cap-not-whole-fen', spanOf(value), {}));
}

/** What is carried from claim to claim lasts longer than one. */
function checkPeriods({ nodes }: CheckContext): readonly Diagnostic[] {
  return [...nodes('Accumulator'), ...nodes('CapPool')]
    .filter(({ period }) => period === 'per_claim')
    .map((node) => {
      const slot = node.$type === 'CapPool' ? '限额池' : '累计';
      return finding('wrong-period', spanOf(node), { period: '每次', slot });
    });
}
