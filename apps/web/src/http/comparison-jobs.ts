import type { ComparisonDesk } from '../jobs/comparison-desk.ts';
import type { ComparisonJobs } from '../jobs/comparison-jobs.ts';

/** What compares in threads. */
export interface Comparing {
  readonly jobs: ComparisonJobs;
  readonly desk: ComparisonDesk;
}

const key = Symbol.for('tiaoli.comparing');

/**
 * Hands the comparisons of this process to its routes. They are made by whoever starts the server, from source: a thread
 * begun by a bundle would be a bundle too.
 */
export function shareComparing(comparing: Comparing): void {
  Reflect.set(globalThis, key, comparing);
}

/** The comparisons of this process. Throws where the server was not started by `startWorkbench`. */
export function comparisonJobs(): ComparisonJobs {
  return comparing().jobs;
}

/** What is asked of comparisons that are done. Throws where the server was not started by `startWorkbench`. */
export function comparisonDesk(): ComparisonDesk {
  return comparing().desk;
}

function comparing(): Comparing {
  const known: Comparing | undefined = Reflect.get(globalThis, key);
  if (!known) throw new Error('the server was started without comparisons');
  return known;
}
