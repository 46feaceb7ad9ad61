import { isEqual, printYuan, ZERO } from '@tiaoli/base';
import type { LadderLine } from './ladder.ts';
import type { LayerView } from './layer-view.ts';
import { clausesOf, resultOf } from './layer-view.ts';
import { numberOf } from './slot-words.ts';

/** 单列: by how much each adjustment that is to be shown lowered the payment. Parts of the lines above, not further ones. */
export function lossLines(view: LayerView): readonly LadderLine[] {
  return view.slots.flatMap((placed): readonly LadderLine[] => {
    const { slot } = placed;
    if (slot.kind !== 'adjustment' || !slot.tracked) return [];
    const loss = numberOf(resultOf(view, `损失「${slot.label}」`));
    if (!loss || isEqual(loss, ZERO)) return [];
    const label = { zh: `因「${slot.label}」少付`, en: `less by「${slot.label}」` };
    return [{ kind: 'amount', label, amount: printYuan(loss), clauses: clausesOf(view, placed) }];
  });
}
