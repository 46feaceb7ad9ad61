import type { LocalText } from '@tiaoli/base';
import { multiply, printRational, printYuan, rational } from '@tiaoli/base';
import type { Adjustment, LayerSlot } from '@tiaoli/ir';
import type { LayerView } from './layer-view.ts';
import { partOf } from './layer-view.ts';
import { amountText, numberOf, rateText, sameText } from './slot-words.ts';
import type { PlacedSlot } from './slots-in-force.ts';

type AdjustmentSlot = Extract<LayerSlot, { kind: 'adjustment' }>;

/** The adjustments of these targets that hold for the claim; of caps, those of one label where it has one. */
export function activeAdjustments(
  view: LayerView,
  targets: readonly Adjustment['target'][],
  cap?: string,
): readonly PlacedSlot[] {
  return view.slots.filter((placed) => {
    const { slot } = placed;
    if (slot.kind !== 'adjustment' || !targets.includes(slot.target)) return false;
    if (slot.target === 'cap' && slot.cap !== undefined && slot.cap !== cap) return false;
    if (!slot.when) return true;
    const holds = partOf(view, placed, 'when');
    return holds?.status === 'value' && holds.value === true;
  });
}

/** Each adjustment by its label with what it does: `退休 +5个百分点`, `倾斜起付 × 50%`, `未备案 免`. */
export function adjustmentWords(
  view: LayerView,
  adjustments: readonly PlacedSlot[],
): readonly LocalText[] {
  return adjustments.flatMap((placed) => {
    const { slot } = placed;
    if (slot.kind !== 'adjustment') return [];
    const change = changeWords(view, placed, slot);
    const bounds = boundWords(view, placed, slot);
    return [
      {
        zh: `${slot.label} ${change.zh}${bounds.map(({ zh }) => `（${zh}）`).join('')}`,
        en: `${slot.label} ${change.en}${bounds.map(({ en }) => ` (${en})`).join('')}`,
      },
    ];
  });
}

/** 不低于 and 不超过 of the adjustment itself. */
function boundWords(
  view: LayerView,
  placed: PlacedSlot,
  { atLeast, atMost, target }: AdjustmentSlot,
): readonly LocalText[] {
  const textOf = target === 'deductible' || target === 'cap' ? amountText : rateText;
  const words = (part: string, zh: string, en: string): LocalText => {
    const bound = textOf(partOf(view, placed, part));
    return { zh: `${zh} ${bound}`, en: `${en} ${bound}` };
  };
  return [
    ...(atLeast ? [words('atLeast', '不低于', 'at least')] : []),
    ...(atMost ? [words('atMost', '不超过', 'at most')] : []),
  ];
}

function changeWords(view: LayerView, placed: PlacedSlot, slot: AdjustmentSlot): LocalText {
  switch (slot.change.kind) {
    case 'waive':
      return slot.target === 'cap' ? { zh: '取消', en: 'lifted' } : { zh: '免', en: 'waived' };
    case 'times': {
      const factor = rateText(partOf(view, placed, 'change'));
      return sameText(`× ${factor}`);
    }
    case 'add':
      return addedWords(view, placed, slot);
  }
}

function addedWords(view: LayerView, placed: PlacedSlot, { target }: AdjustmentSlot): LocalText {
  const amount = numberOf(partOf(view, placed, 'change'));
  if (!amount) return sameText('—');
  const sign = amount.numerator < 0n ? '−' : '+';
  const size = {
    ...amount,
    numerator: amount.numerator < 0n ? -amount.numerator : amount.numerator,
  };
  if (target === 'deductible' || target === 'cap') {
    return sameText(`${sign}${printYuan(size)}`);
  }
  const points = printRational(multiply(size, rational(100)));
  return { zh: `${sign}${points}个百分点`, en: `${sign}${points} points` };
}
