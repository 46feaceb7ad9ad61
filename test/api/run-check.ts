import { setTimeout as wait } from 'node:timers/promises';
import { openJobRunner } from '@tiaoli/jobs';
import type { ApiWorld } from './api-world.ts';
import { done } from './api-world.ts';

/** Has the gate run as a job, in a process of its own, and answers with what it found, as the gate shows it. */
export async function runCheck(api: ApiWorld, who: string, proposalId: string) {
  const problems: string[] = [];
  const onProblem = (problem: string) => void problems.push(problem);
  const runner = openJobRunner({ store: api.store, onProblem, paceMillis: 30 });
  try {
    const { id } = await done(api, who, 'POST', `/proposals/${proposalId}/check-jobs`);
    for (;;) {
      const job = await done(api, who, 'GET', `/jobs/${id}`);
      if (job.state === 'done') break;
      if (job.endedAt) throw new Error(`${job.state}: ${job.problem}`);
      await wait(50);
    }
  } finally {
    await runner.close();
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return (await done(api, who, 'GET', `/proposals/${proposalId}/gate`)).check;
}
