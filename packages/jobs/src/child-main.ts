// A process of `start-child.ts`: it is told one task, tells how far it is and then what came of it, and ends. Where nobody
// listens any more it ends at once: it has nothing of its own to lose.
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import type { ChildMessage, JobTask } from './child-messages.ts';

nodeModule.enableCompileCache(
  fileURLToPath(new URL('../../../node_modules/.cache/tiaoli/', import.meta.url)),
);
const { doTask } = await import('./do-task.ts');

process.on('disconnect', () => process.exit(1));
process.once('message', (task: JobTask) => {
  void doTask(task, (progress) => tell({ kind: 'progress', ...progress })).then(
    (end) => tell({ kind: 'ended', end }, () => process.exit(0)),
    // A mistake of ours: it goes to the log of the server, and the job is taken to have crashed.
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
      process.exit(1);
    },
  );
});

function tell(message: ChildMessage, told: () => void = () => undefined): void {
  if (process.connected) process.send?.(message, undefined, undefined, told);
}
