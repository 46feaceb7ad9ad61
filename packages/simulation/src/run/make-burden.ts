import type { Burden, BurdenQuantile } from '../result/simulation-result.ts';
import { decimalText } from './decimal.ts';
import { changeOf, people, splitSumAt } from './estimates.ts';
import { sumAt } from './exact-sums.ts';
import { BURDEN_BINS, catastrophicShares, wholeFigures } from './ledger.ts';
import type { Counted } from './make-result.ts';

const quantiles = [
  { share: 0.5, perMille: 500n },
  { share: 0.9, perMille: 900n },
  { share: 0.99, perMille: 990n },
  { share: 0.999, perMille: 999n },
] as const;

/** What people bear in the year, and how many live where that is catastrophic. */
export function makeBurden({ ledger, scenarios }: Counted, r: number): Burden {
  const whole = wholeFigures(scenarios.map(({ layers }) => layers.length));
  const of = (s: number, at: number) => splitSumAt(ledger.whole, whole.catastrophic(s, at));
  const [before, after] = [quantilesOf(ledger.burdens[0]), quantilesOf(ledger.burdens[r])];
  return {
    quantiles: quantiles.map(
      ({ share }, at): BurdenQuantile => ({
        share,
        baseline: before[at] ?? '0.00',
        reform: after[at] ?? '0.00',
      }),
    ),
    catastrophic: catastrophicShares.map(({ of: means, percent }, at) => ({
      of: means,
      share: percent / 100,
      people: changeOf(of(0, at), of(r, at), people),
    })),
  };
}

/**
 * Amounts that a share of the people do not exceed: the mean of those in the class in which it falls. A class is no wider
 * than a 512th part of what is in it.
 */
function quantilesOf(burdens: Counted['ledger']['burdens'][number] | undefined): readonly string[] {
  if (!burdens) return [];
  const weights = Array.from({ length: BURDEN_BINS }, (_, bin) => sumAt(burdens.people, bin));
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  return quantiles.map(({ perMille }) => {
    let below = 0n;
    const bin = weights.findIndex((weight) => {
      below += weight;
      return weight > 0n && below * 1000n >= all * perMille;
    });
    const weight = weights[bin];
    if (weight === undefined) return '0.00';
    return decimalText(sumAt(burdens.amounts, bin), weight * 100n, 2);
  });
}
