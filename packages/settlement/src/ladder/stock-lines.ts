import type { LocalText, Rational } from '@tiaoli/base';
import { add, greatest, isEqual, printYuan, subtract, ZERO } from '@tiaoli/base';
import type { ForEach, LayerDeclaration, LayerSlot } from '@tiaoli/ir';
import { recordResult } from '@tiaoli/language';
import { ofKind } from '../case/vocabulary.ts';
import type { LadderLine, Limit } from './ladder.ts';
import type { LayerView } from './layer-view.ts';
import { clausesOf, partOf, payRank, resultOf } from './layer-view.ts';
import { casesWithRest, rankPart } from './slot-probes.ts';
import { amountText, joinTexts, numberOf } from './slot-words.ts';
import type { PlacedSlot } from './slots-in-force.ts';

type StockSlot = Extract<LayerSlot, { kind: 'stock' }>;

/** 限额 余额: what the stock held when the layer was paid from it, and what it holds behind that. */
export function stockLimits(view: LayerView): readonly Limit[] {
  return view.slots.flatMap((placed) => {
    const { slot } = placed;
    return slot.kind === 'stock' ? [stockLimit(view, placed, slot)] : [];
  });
}

function stockLimit(view: LayerView, placed: PlacedSlot, { stock }: StockSlot): Limit {
  const id = stock.kind === 'accumulator' ? stock.accumulator : '';
  const name = view.claim.program.accumulators.find((each) => each.id === id)?.name ?? '';
  const held = numberOf(partOf(view, placed, 'stock'));
  const before = held && greatest(ZERO, subtract(held, drawnEarlier(view, id)));
  return {
    left: before,
    line: {
      label: { zh: `超过${name}`, en: `over ${name}` },
      ...(before && { formula: balanceWords(before, paidBy(view, view.layer)) }),
      clauses: clausesOf(view, placed),
    },
  };
}

/** What the layers that pay before this one took from the stock in the same claim. */
function drawnEarlier(view: LayerView, stock: string): Rational {
  const { claim, layer } = view;
  const { program } = claim;
  const earlier = ofKind(program.declarations, 'layer').filter(
    (each) => payRank(program, each.id) < payRank(program, layer.id) && drawsOn(each, stock),
  );
  return earlier.map((each) => paidBy(view, each)).reduce(add, ZERO);
}

function drawsOn(layer: LayerDeclaration, stock: string): boolean {
  return [...layer.slots, ...casesWithRest(layer).flat()].some(
    (slot) =>
      slot.kind === 'stock' &&
      slot.stock.kind === 'accumulator' &&
      slot.stock.accumulator === stock,
  );
}

function paidBy({ claim }: LayerView, { results }: LayerDeclaration): Rational {
  return [results.支付, results.追补]
    .map((id) => numberOf(claim.outcomes.get(id ?? '')) ?? ZERO)
    .reduce(add, ZERO);
}

function balanceWords(before: Rational, paid: Rational): LocalText {
  const [held, left] = [printYuan(before), printYuan(subtract(before, paid))];
  return { zh: `余额 ${held}，付后 ${left}`, en: `balance ${held}, ${left} after` };
}

/** 逐个: a line for each person listed, in the order in which they pay, with the account before and after. */
export function recordLines(view: LayerView): readonly LadderLine[] {
  return view.slots.flatMap((placed) => {
    const { slot } = placed;
    return slot.kind === 'for-each'
      ? slot.ranks.flatMap((rank) => recordLine(view, placed, slot, rank))
      : [];
  });
}

function recordLine(
  view: LayerView,
  placed: PlacedSlot,
  { ranks }: ForEach,
  rank: number,
): readonly LadderLine[] {
  const listed = partOf(view, placed, rankPart(rank, 'listed'));
  if (listed?.status !== 'value') return [];
  const counted = partOf(view, placed, rankPart(rank, 'counted'));
  const isLeftOut = counted?.status === 'not-applicable';
  const drawn = view.claim.outcomes.get(recordResult(view.layer.id, rank));
  const name = String(listed.value);
  const turn = ranks.indexOf(rank) + 1;
  return [
    {
      kind: 'amount',
      label: { zh: `第${turn}位 ${name}`, en: `${turn}. ${name}` },
      amount: isLeftOut ? printYuan(ZERO) : amountText(drawn),
      formula: isLeftOut ? leftOut : recordWords(view, placed, rank, numberOf(drawn)),
      clauses: clausesOf(view, placed),
    },
  ];
}

const leftOut = { zh: '不符合条件，没有用', en: 'the condition does not hold, not used' };

function recordWords(
  view: LayerView,
  placed: PlacedSlot,
  rank: number,
  drawn: Rational | undefined,
): LocalText {
  const before = numberOf(partOf(view, placed, rankPart(rank, 'before')));
  const limit = numberOf(partOf(view, placed, rankPart(rank, 'limit')));
  const most = limit && { zh: `每次最多 ${printYuan(limit)}`, en: `at most ${printYuan(limit)}` };
  const words = [
    ...(before && drawn ? [balanceWords(before, drawn)] : []),
    ...(most ? [most] : []),
  ];
  return joinTexts(words, { zh: '，', en: ', ' });
}

/** What nobody listed could pay, where 逐个 says who pays. */
export function recordLimits(view: LayerView): readonly Limit[] {
  const placed = view.slots.find(({ slot }) => slot.kind === 'for-each');
  if (!placed) return [];
  const cut = numberOf(resultOf(view, '超封顶'));
  const isNothing = cut === undefined || isEqual(cut, ZERO);
  if (isNothing) return [];
  const label = { zh: '各位都付不了的', en: 'that none of them can pay' };
  return [{ left: undefined, line: { label, clauses: clausesOf(view, placed) } }];
}
