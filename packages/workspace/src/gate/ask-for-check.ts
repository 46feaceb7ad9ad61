import { notFound } from '../proposals/read-proposed.ts';
import type { Job } from '../records/job-records.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore } from '../records/policy-store.ts';

/** Asks for the checks gate on the newest round of a proposal, or joins whoever of the office did. */
export function askForCheck(
  store: PolicyStore,
  actorId: string,
  proposalId: string,
): Promise<Outcome<Job>> {
  return store.transaction<Job>(actorId, 'serializable', async ({ proposals, jobs }) => {
    const proposal = await proposals.find(proposalId);
    if (!proposal) return notFound({ zh: '提案', en: 'proposal' }, proposalId);
    const input = JSON.stringify({ round: proposal.round });
    return { kind: 'done', value: await jobs.ask({ kind: 'gate', subject: proposalId, input }) };
  });
}
