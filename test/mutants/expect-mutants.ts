import { realPolicies } from '@tiaoli/workspace/testing';
import { expect } from 'vitest';
import { pickMutants } from './pick-mutants.ts';
import { breachesOf, tallyText } from './tally-trials.ts';
import type { Trial } from './try-mutants.ts';
import { allMutants, isLong, tryMutants } from './try-mutants.ts';

const seed = 20_260_701;
/** Of which about three in four are another program. */
const drawn = 240;
const persons = 2000;

/** One half of the mutants that every run of the tests takes: no word about any of them is broken by a claim. */
export async function expectMutants(half: 0 | 1): Promise<void> {
  const policies = await realPolicies();
  const mutants = pickMutants(
    allMutants(policies).filter((each) => !isLong(each)),
    seed,
    drawn,
  );
  const own = half === 0 ? mutants.slice(0, drawn / 2) : mutants.slice(drawn / 2);
  const trials: Trial[] = [];
  for await (const trial of tryMutants(policies, own, { seed, persons })) trials.push(trial);
  process.stdout.write(`seed ${seed}, ${persons} persons each: ${tallyText(trials)}`);
  expect(breachesOf(trials)).toEqual([]);
  expect(trials.flatMap(({ bare }) => bare)).toEqual([]);
  const compared = trials.filter(({ claims }) => claims > 0);
  expect(compared.length).toBeGreaterThanOrEqual(75);
  expect(compared.filter(({ changed }) => changed > 0).length).toBeGreaterThan(40);
}
