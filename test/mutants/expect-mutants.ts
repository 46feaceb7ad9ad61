import { realPolicies } from '@tiaoli/workspace/testing';
import { expect } from 'vitest';
import { drawMutants } from './draw-mutants.ts';
import type { Mutant } from './edit-text.ts';
import { breachesOf, tallyText } from './tally-trials.ts';
import type { Trial } from './try-mutants.ts';
import { allMutants, isLong, tryMutants } from './try-mutants.ts';

const seed = 20_260_701;
const many = 75;
const persons = 2000;

const kinds: readonly Mutant['kind'][] = [
  'number',
  'boundary',
  'rounding',
  'combination',
  'counting',
  'counted',
  'direction',
];

/** One half of the mutants that every run of the tests takes: no word about any of them is broken by a claim. */
export async function expectMutants(half: 0 | 1): Promise<void> {
  const policies = await realPolicies();
  const all = allMutants(policies);
  const paths = [...new Set(all.map(({ path }) => path))];
  const own = all.filter(({ path }) => paths.indexOf(path) % 2 === half);
  const long = own.filter(isLong);
  const short = own.filter((each) => !isLong(each));
  const { drawn, refused, same } = await drawMutants(policies, short, { seed, many });
  const trials: Trial[] = [];
  for await (const trial of tryMutants(policies, drawn, { seed, persons })) trials.push(trial);
  const left = Map.groupBy(long, ({ path }) => path);
  process.stdout.write(
    [
      `seed ${seed}, ${persons} persons each: ${tallyText(trials)}`,
      `  drawn of ${short.length}; ${refused} more were refused, ${same} more were the same program\n`,
      ...[...left].map(([path, { length }]) => `  left to test:long: ${length} of ${path}\n`),
    ].join(''),
  );
  expect(breachesOf(trials)).toEqual([]);
  expect(trials.flatMap(({ bare }) => bare)).toEqual([]);
  expect(trials.length).toBe(many);
  const present = new Set(trials.map(({ mutant }) => mutant.kind));
  expect(kinds.filter((kind) => !present.has(kind))).toEqual([]);
  expect(trials.filter(({ claims }) => claims >= persons).length).toBeGreaterThan(many / 2);
  expect(trials.filter(({ changed }) => changed > 0).length).toBeGreaterThan(many / 3);
}
