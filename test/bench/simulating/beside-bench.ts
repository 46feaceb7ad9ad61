import assert from 'node:assert/strict';
import type { Scenario } from '@tiaoli/simulation';
import { poolFor, simulate } from '@tiaoli/simulation';
import { ownPolicies, scenarioOf } from '../../simulation/run-fixture.ts';
import { median } from '../measure.ts';
import type { Row } from '../row.ts';
import { usageOf } from './usage.ts';

const ROUNDS = 5;
const BESIDE = 8;

/** What one more program costs in the scan of two versions, of which only the verdict is asked. */
export async function besideRow(population: string): Promise<Row> {
  const policies = await ownPolicies();
  const of = (on: string): Scenario => scenarioOf(policies, `taiyuan.employee-outpatient@${on}`);
  const [baseline, reform] = [of('2023-01-01'), of('2024-07-01')];
  const pool = poolFor(1);
  const run = async (beside: number): Promise<void> => {
    const asides = Array.from({ length: beside }, () => reform);
    const request = { population, baseline, reforms: [reform], asides };
    const done = await simulate(request, { workers: 1, pool });
    if (done.kind !== 'done') throw new Error(done.kind);
    for (const verdict of done.asides ?? []) {
      assert.deepEqual(verdict, { ...done.result.reforms[0]?.verdict, flags: [] });
    }
    assert.equal(done.asides?.length, beside);
  };
  try {
    // The process that settles is the same in all rounds, and compiled by now.
    for (const beside of [BESIDE, 0]) await run(beside);
    const rounds: { readonly scan: number; readonly share: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const alone = await usageOf(() => run(0));
      const more = await usageOf(() => run(BESIDE));
      const share = (more.cpu - alone.cpu) / BESIDE / alone.cpu;
      rounds.push({ scan: alone.cpu, share });
    }
    const share = median(rounds.map((round) => round.share));
    return {
      id: 'simulate-beside',
      what: 'one more program in the scan of 100 thousand people × 2 versions',
      amount: share * median(rounds.map(({ scan }) => scan)),
      ratio: { value: share, meaning: '× the scan' },
      floor: { of: 'ratio', bound: 'at-most', limit: 0.2, aim: 0.1 },
    };
  } finally {
    pool.close();
  }
}
