import type { Fraction } from './fraction.ts';
import { least, nothing, plus, times } from './fraction.ts';
import type { AdjustmentModel, Reading, Slots } from './model.ts';
import { inForce } from './versions.ts';

/**
 * The adjustments of the targets that apply to this claim, in an order that 先于 allows.
 *
 * Whatever 先于 leaves open commutes, so the written order stands for all of them.
 */
export function adjustmentsFor(
  slots: Slots,
  targets: readonly AdjustmentModel['target'][],
  at: Reading,
  without?: string,
): readonly AdjustmentModel[] {
  const rest = inForce(slots.adjustments, ({ label }) => label, at.day).filter(
    (each) => targets.includes(each.target) && each.label !== without,
  );
  const waiting = [...rest];
  const ordered: AdjustmentModel[] = [];
  while (waiting.length > 0) {
    const free = waiting.findIndex(({ label }) =>
      waiting.every((other) => other.label === label || !other.before.includes(label)),
    );
    ordered.push(...waiting.splice(Math.max(free, 0), 1));
  }
  return ordered.filter(({ when }) => when === undefined || when.read(at));
}

/** 免 wins over every other change. */
export function adjustAmount(
  amount: Fraction,
  adjustments: readonly AdjustmentModel[],
  at: Reading,
): Fraction {
  if (adjustments.some(({ change }) => change.kind === 'waive')) return nothing;
  return adjustments.reduce((value, { change, atMost }) => {
    const changed = changeOf(value, change, at);
    return atMost ? least(changed, atMost.read(at)) : changed;
  }, amount);
}

function changeOf(value: Fraction, change: AdjustmentModel['change'], at: Reading): Fraction {
  if (change.kind === 'plus') return plus(value, change.amount.read(at));
  return change.kind === 'times' ? times(value, change.factor.read(at)) : nothing;
}
