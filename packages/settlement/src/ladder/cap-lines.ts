import type { LocalText, Rational } from '@tiaoli/base';
import { add, greatest, isEqual, printYuan, subtract, ZERO } from '@tiaoli/base';
import type { LayerSlot, PoolDeclaration } from '@tiaoli/ir';
import { ofKind } from '../case/vocabulary.ts';
import { activeAdjustments, adjustmentWords } from './adjustments.ts';
import type { LadderLine, Limit } from './ladder.ts';
import type { LayerView } from './layer-view.ts';
import { amountBefore, clausesOf, partOf, payRank, resultOf } from './layer-view.ts';
import { adjustedPart, poolProbeId } from './slot-probes.ts';
import { citedClauses, poolSources } from './slot-sources.ts';
import { amountText, joinTexts, numberOf, periodWord } from './slot-words.ts';
import type { PlacedSlot } from './slots-in-force.ts';
import { recordLimits, stockLimits } from './stock-lines.ts';

/**
 * Each cap and each 限额池 of the layer with what was paid under it before.
 *
 * Together they cut one amount: it stands behind the one that let through the least.
 */
export function capLines(view: LayerView): readonly LadderLine[] {
  const limits = [...ownCaps(view), ...stockLimits(view), ...pools(view), ...recordLimits(view)];
  const cut = resultOf(view, '超封顶');
  const amount = numberOf(cut);
  const isCut = amount !== undefined && !isEqual(amount, ZERO);
  if (limits.length === 0) return isCut ? [unnamedLine(view, amountText(cut))] : [];
  const binding = isCut ? bindingLimit(view, limits) : undefined;
  return limits.map(({ line }, at) => ({
    kind: 'less',
    ...line,
    amount: !isCut || at === binding ? amountText(cut) : '',
  }));
}

function unnamedLine(view: LayerView, amount: string): LadderLine {
  const label = { zh: '超过限额', en: 'over the cap' };
  return { kind: 'less', label, amount, clauses: clausesOf(view) };
}

/** The limit at which the payment stands; the last one where that cannot be told from what is known. */
function bindingLimit(view: LayerView, limits: readonly Limit[]): number {
  const paid = numberOf(resultOf(view, '支付')) ?? ZERO;
  const whole = add(paid, numberOf(resultOf(view, '追补')) ?? ZERO);
  const at = limits.findIndex(({ left }) => left !== undefined && isEqual(left, whole));
  return at < 0 ? limits.length - 1 : at;
}

function ownCaps(view: LayerView): readonly Limit[] {
  return view.slots.flatMap((placed) => {
    const { slot } = placed;
    return slot.kind === 'cap' ? [ownCap(view, placed, slot)] : [];
  });
}

function ownCap(
  view: LayerView,
  placed: PlacedSlot,
  slot: Extract<LayerSlot, { kind: 'cap' }>,
): Limit {
  const adjustments = activeAdjustments(view, ['cap'], slot.label);
  const isLifted = adjustments.some(
    (each) => each.slot.kind === 'adjustment' && each.slot.change.kind === 'waive',
  );
  const written = partOf(view, placed, 'limit');
  const adjusted = adjustedLimit(view, placed, adjustments) ?? written;
  const limit = numberOf(adjusted);
  const before = slot.period === 'claim' ? ZERO : amountBefore(view, '支付', slot.period);
  const word = periodWord(slot.period);
  const texts = [
    { zh: `${word.zh} ${amountText(written)}`, en: `${amountText(written)} ${word.en}` },
    ...adjustmentWords(view, adjustments),
    ...(adjusted !== written && !isLifted
      ? [{ zh: `调整后 ${amountText(adjusted)}`, en: `adjusted ${amountText(adjusted)}` }]
      : []),
    ...(slot.period === 'claim' ? [] : [paidBefore(before)]),
  ];
  const label = slot.label === undefined ? '' : `「${slot.label}」`;
  return {
    left: limit && !isLifted ? greatest(ZERO, subtract(limit, before)) : undefined,
    line: {
      label: { zh: `超过限额${label}`, en: `over the cap${label}` },
      formula: joinTexts(texts, { zh: '，', en: ', ' }),
      clauses: clausesOf(view, placed, ...adjustments),
    },
  };
}

/** The cap behind its adjustments; undefined where none changes its number. */
function adjustedLimit(view: LayerView, placed: PlacedSlot, adjustments: readonly PlacedSlot[]) {
  const [caseAt, ...others] = view.caseAts;
  if (adjustments.length === 0 || others.length > 0) return undefined;
  return partOf(view, placed, adjustedPart(caseAt));
}

function paidBefore(before: Rational): LocalText {
  return { zh: `此前已付 ${printYuan(before)}`, en: `${printYuan(before)} paid before` };
}

function pools(view: LayerView): readonly Limit[] {
  const { claim, layer, day, names } = view;
  const { program } = claim;
  const listing = ofKind(program.declarations, 'pool').filter(({ layers }) =>
    layers.includes(layer.id),
  );
  return listing.map((pool) => {
    const outcome = claim.outcomes.get(poolProbeId(pool.id));
    const limit = numberOf(outcome);
    const before = poolPaidBefore(view, pool);
    const word = periodWord(pool.period);
    const written = {
      zh: `${word.zh} ${amountText(outcome)}`,
      en: `${amountText(outcome)} ${word.en}`,
    };
    return {
      left: limit && greatest(ZERO, subtract(limit, before)),
      line: {
        label: { zh: `超过限额池「${pool.name}」`, en: `over the pool「${pool.name}」` },
        formula: joinTexts([written, paidBefore(before)], { zh: '，', en: ', ' }),
        clauses: citedClauses(poolSources(pool, program, day), program, names),
      },
    };
  });
}

/** What the pool has paid before this layer: on earlier claims, and for the layers before it in this one. */
function poolPaidBefore({ claim, layer }: LayerView, pool: PoolDeclaration): Rational {
  const { program, step, outcomes } = claim;
  const name = program.accumulators.find(({ id }) => id === pool.accumulator)?.name ?? '';
  const value = step.before.get(name);
  const earlier = ofKind(program.declarations, 'layer').filter(
    ({ id }) => pool.layers.includes(id) && payRank(program, id) < payRank(program, layer.id),
  );
  const paid = earlier.flatMap(({ results }) =>
    [results.支付, results.追补].map((id) => numberOf(outcomes.get(id ?? '')) ?? ZERO),
  );
  const stored = value === undefined ? undefined : numberOf({ status: 'value', value });
  return paid.reduce(add, stored ?? ZERO);
}
