// A server's part in the jobs of a store until it is killed: `node job-server.ts PLACE`. It says which process works on what.
import { openJobRunner } from '@tiaoli/jobs';
import type { DatabasePlace } from '@tiaoli/store';
import { openStore } from '@tiaoli/store';

if (import.meta.main) await serve(JSON.parse(process.argv[2] ?? ''));

async function serve(place: DatabasePlace): Promise<void> {
  const opened = await openStore(place);
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.diagnostics));
  openJobRunner({
    ...{ store: opened.value, paceMillis: 50, leaseSeconds: 15 },
    onProblem: (problem) => process.stderr.write(`${problem}\n`),
    onStep: (job, pid, step) => {
      if (step === undefined) process.stdout.write(`begun ${job.id} ${job.attempts} ${pid}\n`);
    },
  });
}
