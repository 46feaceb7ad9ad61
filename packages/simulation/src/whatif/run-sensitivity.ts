import { fenOfYuan } from '@tiaoli/base';
import type { ReformResult, SimulationResult, Verdict } from '../result/simulation-result.ts';
import type { SensitivityBar } from '../result/whatif-result.ts';
import type { Simulated } from '../run/simulate.ts';
import { simulate } from '../run/simulate.ts';
import type { ClaimTransform } from './claim-transform.ts';
import { sensitivityCases } from './claim-transform.ts';
import type { Further } from './study.ts';

/** Runs everything again under each other assumption of the claims: two scans for each bar. */
export async function runSensitivity(
  result: SimulationResult,
  { core, settings }: Further,
): Promise<Simulated> {
  const bars: SensitivityBar[][] = result.reforms.map(() => []);
  for (const { kind, name, less, more } of sensitivityCases) {
    const ends: (readonly Verdict[])[] = [];
    for (const transform of [less, more] satisfies readonly ClaimTransform[]) {
      const done = await simulate({ ...core, transform }, settings);
      if (done.kind !== 'done') return done;
      ends.push(done.result.reforms.map(({ verdict }) => verdict));
    }
    const [low = [], high = []] = ends;
    for (const [at, own] of bars.entries()) {
      const [fewer, further] = [low[at], high[at]];
      if (!fewer || !further) continue;
      own.push({ kind, name, less: fewer.fund.change, more: further.fund.change });
    }
  }
  const reforms = result.reforms.map(
    (reform, at): ReformResult => ({
      ...reform,
      sensitivity: { bars: (bars[at] ?? []).toSorted(byWidth) },
    }),
  );
  return { kind: 'done', result: { ...result, reforms } };
}

function byWidth(left: SensitivityBar, right: SensitivityBar): number {
  const [wide, wider] = [widthOf(left), widthOf(right)];
  if (wide === wider) return 0;
  return wide > wider ? -1 : 1;
}

function widthOf({ less, more }: SensitivityBar): bigint {
  const [low, high] = [less, more].map(({ value }) => fenOfYuan(value)?.numerator ?? 0n);
  const width = (high ?? 0n) - (low ?? 0n);
  return width < 0n ? -width : width;
}
