// A thread of `comparison-jobs.ts`: it is told two programs, once, and answers how far it is and then what came of it.
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import type { ComparisonReport, ComparisonTask } from './comparison-jobs.ts';

nodeModule.enableCompileCache(
  fileURLToPath(new URL('../../../../node_modules/.cache/tiaoli/', import.meta.url)),
);
const { compareOpened, judgeIntent } = await import('@tiaoli/diff');
const { openCompared, readIntent } = await import('@tiaoli/workspace');

parentPort?.once('message', (task: ComparisonTask) => {
  const run = compared(task);
  for (;;) {
    const step = run.next();
    if (step.done) return report(step.value);
    report({ kind: 'progress', ...step.value });
  }
});

function* compared({ before, after, intent: written }: ComparisonTask) {
  const opened = openCompared(before, after);
  const { intent, diagnostics } = readIntent(written, opened);
  if (diagnostics.length > 0) return { kind: 'refused', diagnostics } as const;
  const behaviour = yield* compareOpened(opened);
  const verdict = intent && (yield* judgeIntent(opened, behaviour, intent));
  return { kind: 'done', behaviour, ...(verdict && { verdict }) } as const;
}

function report(told: ComparisonReport): void {
  parentPort?.postMessage(told);
}
