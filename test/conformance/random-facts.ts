import { rational } from '@tiaoli/base';
import type { Facts, Value } from '@tiaoli/interpreter';
import { day, item, testId } from '@tiaoli/ir/testing';
import type { RandomSource } from './random-source.ts';
import { breakpoints, groups, levels } from './random-vocabulary.ts';

/** Facts for the programs of `random-program.ts`; with `gaps`, some are not given. */
export function randomFacts(random: RandomSource, gaps: boolean): Facts {
  const inputs = new Map<string, Value | null>();
  const give = (name: string, value: Value | null, percent = 90): void => {
    if (!gaps || random.chance(percent)) inputs.set(testId(name), value);
  };
  give('费用', rational(amount(random)));
  if (random.chance(60))
    inputs.set(testId('自付'), rational(Math.min(amount(random), 100_000_000) - 1000));
  give('补助', random.chance(50) ? null : rational(Math.min(amount(random), 5_000_000)));
  give('系数', rational(random.below(10_001), 10_000n));
  give('天数', rational(1 + random.below(400)));
  give('急诊', random.chance(50));
  give('级别', random.pick(levels));
  give('类别', new Set(groups.filter(() => random.chance(40))));
  const settled = day('2023-12-25') + random.below(120);
  give('结算日期', rational(settled), 97);
  if (random.chance(50)) inputs.set(testId('入院日期'), rational(settled - random.below(3)));
  give('就诊号', `v${random.below(3)}`, 97);
  const spells = new Map<string, readonly { validity: object; value: Value }[]>();
  const isGiven = !gaps || random.chance(90);
  if (isGiven) {
    spells.set(testId('待遇'), [
      { validity: { to: day('2024-01-15') }, value: random.pick(groups) },
      { validity: { from: day(gaps ? '2024-02-01' : '2024-01-16') }, value: random.pick(groups) },
    ]);
  }
  const items = Array.from({ length: random.below(4) }, () => randomItem(random, gaps));
  const hasItems = !gaps || random.chance(90);
  return { inputs, spells, children: new Map(hasItems ? [[item, items]] : []) };
}

function randomItem(random: RandomSource, gaps: boolean): Facts {
  const inputs = new Map<string, Value | null>();
  if (!gaps || random.chance(95)) {
    inputs.set(testId('金额'), rational(Math.min(amount(random), 100_000_000)));
  }
  if (!gaps || random.chance(95)) inputs.set(testId('甲类'), random.chance(50));
  return { inputs, children: new Map() };
}

function amount(random: RandomSource): number {
  if (random.chance(60)) {
    return Math.max(0, random.pick(breakpoints) + random.pick([0, 1, -1]));
  }
  return random.below(random.pick([10_000, 1_000_000, 1_000_000_000]));
}
