// A thread of `comparison-jobs.ts`: it is told two programs, once, and answers how far it is and then what came of it.
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import type { ComparisonReport, ComparisonTask } from './comparison-jobs.ts';

nodeModule.enableCompileCache(
  fileURLToPath(new URL('../../../../node_modules/.cache/tiaoli/', import.meta.url)),
);
const { compareBehaviour } = await import('@tiaoli/diff');

parentPort?.once('message', ({ before, after }: ComparisonTask) => {
  const run = compareBehaviour(before, after);
  for (;;) {
    const step = run.next();
    if (step.done) return report({ kind: 'done', behaviour: step.value });
    report({ kind: 'progress', ...step.value });
  }
});

function report(told: ComparisonReport): void {
  parentPort?.postMessage(told);
}
