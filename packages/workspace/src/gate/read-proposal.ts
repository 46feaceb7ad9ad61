import type { Proposed } from '../proposals/read-proposed.ts';
import { notFound, readProposed } from '../proposals/read-proposed.ts';
import type { Outcome } from '../records/outcome.ts';
import type { Records } from '../records/policy-store.ts';
import type { Proposal, ProposalRound } from '../records/proposals.ts';

/** A proposal with its newest round and all that its text meets. */
export interface ReadProposal {
  readonly proposal: Proposal;
  readonly round: ProposalRound;
  readonly proposed: Proposed;
}

export async function readProposal(records: Records, id: string): Promise<Outcome<ReadProposal>> {
  const proposal = await records.proposals.find(id);
  const round = proposal && (await records.proposals.round(id, proposal.round));
  if (!proposal || !round) return notFound({ zh: '提案', en: 'proposal' }, id);
  const { path, text, effectiveFrom } = round;
  const { documentId } = proposal;
  const read = await readProposed(records, { documentId, path, text, effectiveFrom });
  if (read.kind === 'refused') return read;
  return { kind: 'done', value: { proposal, round, proposed: read.value } };
}
