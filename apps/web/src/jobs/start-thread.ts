import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ComparisonReport, ComparisonTask } from './comparison-jobs.ts';
import type { JobLimits, JobThread } from './job-table.ts';

/** One processor is left to the pages. */
export const jobLimits: JobLimits = {
  running: Math.max(1, Math.min(2, availableParallelism() - 1)),
  waiting: 20,
  kept: 12,
  patience: 60_000,
};

/** More than this and the comparison fails instead of the server. */
const MOST_MEGABYTES = 3000;

/** Begins a thread over the program beside, which Node runs from source. */
export function startThread(
  task: ComparisonTask,
  report: (told: ComparisonReport) => void,
): JobThread {
  const program = new URL('./comparison-thread.ts', import.meta.url);
  const worker = new Worker(program, {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  let isOver = false;
  worker.on('message', (told: ComparisonReport) => {
    if (!isOver) report(told);
  });
  worker.on('error', (error) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
    if (!isOver) report({ kind: 'failed' });
  });
  worker.postMessage(task);
  return {
    async end() {
      isOver = true;
      await worker.terminate();
    },
  };
}
