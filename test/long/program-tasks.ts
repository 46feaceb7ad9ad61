import { runSeeds, seedsFrom } from '../conformance/run-seeds.ts';
import type { LongTask } from './long-task.ts';

/** Beyond the seeds that every run of the tests takes. */
const firstSeed = 10_000_000;
const programs = 2_000_000;
const piece = 2_000;

/** Random documents with claims one after the other: the reference, the interpreter and the calculators agree. */
export function programTasks(): readonly LongTask[] {
  return Array.from({ length: programs / piece }, (_, at) => {
    const first = firstSeed + at * piece;
    return {
      name: `programs/${first}`,
      run: async (tell) => {
        const run = await runSeeds(seedsFrom(first, piece));
        const broken = [...run.failures, ...run.refused];
        tell(`seeds from ${first}: ${run.programs} programs, ${broken.length} broken`);
        return { counts: { programs: run.programs, claims: run.tally.claims() }, broken };
      },
    };
  });
}
