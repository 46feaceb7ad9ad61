import { expect, test } from 'vitest';
import { printTally, runSeeds, seedsFrom } from './run-seeds.ts';

const firstSeed = 1_000_000;
const programs = 250;

test(`reference = interpreter = calculators on ${programs} documents (seeds from ${firstSeed})`, {
  timeout: 180_000,
}, async () => {
  const run = await runSeeds(seedsFrom(firstSeed, programs));
  process.stdout.write(`${printTally(run).split('\n')[0]}\n`);
  expect(run.failures).toEqual([]);
  expect(run.refused).toEqual([]);
  expect(run.programs).toBe(programs);
  expect(run.tally.nearShare()).toBeGreaterThan(0.3);
});
