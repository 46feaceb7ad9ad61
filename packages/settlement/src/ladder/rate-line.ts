import type { LocalText } from '@tiaoli/base';
import { printRate } from '@tiaoli/base';
import { activeAdjustments, adjustmentWords } from './adjustments.ts';
import type { LadderLine } from './ladder.ts';
import type { LayerView } from './layer-view.ts';
import { clausesOf, partOf, resultOf, slotOf, stepOf } from './layer-view.ts';
import { amountText, joinTexts, numberOf, rateText, sameText } from './slot-words.ts';
import type { PlacedSlot } from './slots-in-force.ts';

/** The rate that applied, or the bands; with the adjustments that changed it. */
export function rateLine(view: LayerView): readonly LadderLine[] {
  const placed = slotOf(view, 'rate') ?? slotOf(view, 'brackets');
  if (!placed) return [];
  const adjustments = activeAdjustments(view, ['rate', 'person-share']);
  const floor = slotOf(view, 'person-share');
  const applied = stepOf(view, '比例') ?? resultOf(view, '适用比例');
  const formula =
    placed.slot.kind === 'brackets'
      ? bandsText(view, placed)
      : adjustmentText(view, placed, [...adjustments, ...(floor ? [floor] : [])]);
  return [
    {
      kind: 'rate',
      label: { zh: '比例', en: 'rate' },
      amount: placed.slot.kind === 'brackets' ? '' : rateText(applied),
      ...(formula && { formula }),
      clauses: clausesOf(view, placed, ...adjustments, floor),
    },
  ];
}

/** Behind an amount: ` × 60%`, or that it is taken band by band; and whether the year so far counts. */
export function ratesInWords(view: LayerView): LocalText {
  const placed = slotOf(view, 'rate') ?? slotOf(view, 'brackets');
  const rate = numberOf(stepOf(view, '比例'));
  const words = rate
    ? { zh: ` × ${printRate(rate)}`, en: ` × ${printRate(rate)}` }
    : placed?.slot.kind === 'brackets'
      ? { zh: ' 分段计算', en: ' by brackets' }
      : { zh: '', en: '' };
  return isCumulative(placed) && view.layer.inYear !== 'true-up'
    ? { zh: `${words.zh}，接年内以前的`, en: `${words.en}, on top of the year so far` }
    : words;
}

function isCumulative(placed: PlacedSlot | undefined): boolean {
  const slot = placed?.slot;
  return (slot?.kind === 'rate' || slot?.kind === 'brackets') && slot.cumulative;
}

function bandsText(view: LayerView, placed: PlacedSlot): LocalText | undefined {
  const { slot } = placed;
  if (slot.kind !== 'brackets') return undefined;
  const texts = slot.bands.map(({ upTo }, at): LocalText => {
    const rate = rateText(partOf(view, placed, `rate${at}`));
    if (!upTo) return { zh: `再往上 ${rate}`, en: `above ${rate}` };
    const limit = amountText(partOf(view, placed, `upTo${at}`));
    return { zh: `至 ${limit} ${rate}`, en: `up to ${limit} ${rate}` };
  });
  const bands = joinTexts(texts, { zh: '、', en: ', ' });
  const words = [
    ...adjustmentWords(view, activeAdjustments(view, ['rate', 'person-share'])),
    ...floorWords(view),
  ];
  const absolute = slot.basis === 'absolute';
  const heading = {
    zh: `按${absolute ? '绝对额' : '超额'}分段：${bands.zh}`,
    en: `brackets of the ${absolute ? 'whole cost' : 'excess'}: ${bands.en}`,
  };
  return joinTexts([heading, ...words], { zh: '；', en: '; ' });
}

/** The rate as written, and what the adjustments and the least share of the person did to it. */
function adjustmentText(
  view: LayerView,
  placed: PlacedSlot,
  changing: readonly PlacedSlot[],
): LocalText | undefined {
  if (changing.length === 0) return undefined;
  const written = rateText(partOf(view, placed, 'rate'));
  const words = [...adjustmentWords(view, changing), ...floorWords(view)];
  return joinTexts([sameText(written), ...words], { zh: '，', en: ', ' });
}

/** 个人比例 不低于. */
function floorWords(view: LayerView): readonly LocalText[] {
  const floor = slotOf(view, 'person-share');
  if (!floor) return [];
  const share = rateText(partOf(view, floor, 'atLeast'));
  return [{ zh: `个人比例不低于 ${share}`, en: `the person bears at least ${share}` }];
}
