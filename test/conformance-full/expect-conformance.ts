import { expect, test } from 'vitest';
import { requiredFeatures } from '../conformance/required-features.ts';
import { printTally, runSeeds, seedsFrom } from '../conformance/run-seeds.ts';

/** Of the 10,000 documents; two files, so that two cores share the work. */
const programs = 5_000;
/** So that both halves together have 200 of everything. */
const least = 100;

/** Compares the reference, the interpreter and the calculators on every other seed from `firstSeed`. */
export function expectConformance(name: string, firstSeed: number): void {
  test(`reference = interpreter = calculators on ${programs} documents, ${name} (seeds from ${firstSeed})`, {
    timeout: 15 * 60_000,
  }, async () => {
    const run = await runSeeds(seedsFrom(firstSeed, programs, 2));
    process.stdout.write(`${printTally(run)}\n`);
    expect(run.failures).toEqual([]);
    expect(run.refused).toEqual([]);
    const rare = requiredFeatures.filter((each) => (run.tally.counts.get(each) ?? 0) < least);
    expect(rare).toEqual([]);
    expect(run.tally.nearShare()).toBeGreaterThan(0.3);
  });
}
