import type { LocalText } from '@tiaoli/base';
import type { LadderView } from '@tiaoli/workspace';
import { showYuan } from '../../shell/show-amount.ts';

/** A step of a settlement on both sides; absent on a side that has no such step. */
export interface PairedStep {
  /** Unique among the steps of a case. */
  readonly key: string;
  /** The layer that it belongs to; empty before and behind the layers. */
  readonly layer: string;
  readonly label: LocalText;
  readonly old?: StepAmount;
  readonly new?: StepAmount;
  readonly differs: boolean;
}

export interface StepAmount {
  readonly amount: string;
  readonly formula?: LocalText;
}

interface Step extends StepAmount {
  readonly layer: string;
  readonly label: LocalText;
  readonly key: string;
}

/** The steps of two ladders side by side, in an order that both have. */
export function pairSteps(old: LadderView, now: LadderView): readonly PairedStep[] {
  const [left, right] = [stepsOf(old), stepsOf(now)];
  const pairs: PairedStep[] = [];
  let at = 0;
  for (const step of right) {
    const found = left.findIndex(({ key }, index) => index >= at && key === step.key);
    if (found < 0) {
      pairs.push(pairOf(undefined, step));
      continue;
    }
    for (const skipped of left.slice(at, found)) pairs.push(pairOf(skipped, undefined));
    pairs.push(pairOf(left[found], step));
    at = found + 1;
  }
  return [...pairs, ...left.slice(at).map((step) => pairOf(step, undefined))];
}

function pairOf(old: Step | undefined, now: Step | undefined): PairedStep {
  const shown = now ?? old;
  return {
    key: shown?.key ?? '',
    layer: shown?.layer ?? '',
    label: shown?.label ?? { zh: '', en: '' },
    ...(old && { old: amountOf(old) }),
    ...(now && { new: amountOf(now) }),
    differs: old?.amount !== now?.amount,
  };
}

function amountOf({ amount, formula }: Step): StepAmount {
  return { amount, ...(formula && { formula }) };
}

function stepsOf({ cost, layers, payers }: LadderView): readonly Step[] {
  const steps: readonly Omit<Step, 'key'>[] = [
    ...cost.map((line) => stepOf('', line)),
    ...layers.flatMap(({ name, absent, lines }) => [
      ...(absent ? [{ layer: name, label: absent, amount: '—' }] : []),
      ...lines.map((line) => stepOf(name, line)),
    ]),
    ...payers.map(({ name, amount }) => ({ layer: '', label: name, amount: showYuan(amount) })),
  ];
  const seen = new Map<string, number>();
  return steps.map((step) => {
    const name = `${step.layer} ${step.label.zh}`;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return { ...step, key: `${name} ${nth}` };
  });
}

function stepOf(
  layer: string,
  { label, amount, formula }: LadderView['cost'][number],
): Omit<Step, 'key'> {
  return { layer, label, amount, ...(formula && { formula }) };
}
