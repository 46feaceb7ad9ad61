import type { ComparisonJobs } from '../jobs/comparison-jobs.ts';

const key = Symbol.for('tiaoli.comparison-jobs');

/**
 * Hands the comparisons of this process to its routes. They are made by whoever starts the server, from source: a thread
 * begun by a bundle would be a bundle too.
 */
export function shareComparisonJobs(jobs: ComparisonJobs): void {
  Reflect.set(globalThis, key, jobs);
}

/** The comparisons of this process. Throws where the server was not started by `startWorkbench`. */
export function comparisonJobs(): ComparisonJobs {
  const known: ComparisonJobs | undefined = Reflect.get(globalThis, key);
  if (!known) throw new Error('the server was started without comparisons');
  return known;
}
