import type { Diagnostic } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import { report } from '../messages.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore, Records } from '../records/policy-store.ts';
import type { Proposal } from '../records/proposals.ts';
import { reportOf } from './check-proposal.ts';
import { stateOfProposed } from './examine-proposed.ts';
import type { GateBlock } from './gate-report.ts';
import { approvalBlocks } from './gate-report.ts';
import { readProposal } from './read-proposal.ts';

/**
 * Approves the newest round as one check found it. Refused where the check is not the newest, where something was
 * published since that the text meets, and where something is to be mended or answered for.
 */
export function approveProposal(
  store: PolicyStore,
  actorId: string,
  { proposalId, checkId }: { readonly proposalId: string; readonly checkId: string },
): Promise<Outcome<Proposal>> {
  return store.transaction(actorId, 'serializable', async (records) => {
    const problems = await problemsOf(records, proposalId, checkId);
    if (problems.length > 0) return { kind: 'refused', diagnostics: problems };
    return { kind: 'done', value: await records.proposals.approve(proposalId, checkId) };
  });
}

async function problemsOf(
  records: Records,
  proposalId: string,
  checkId: string,
): Promise<readonly Diagnostic[]> {
  const read = await readProposal(records, proposalId);
  if (read.kind === 'refused') return read.diagnostics;
  const { proposal, proposed } = read.value;
  // Who may not approve at all, or in this state, is told that by the step itself.
  if (proposal.state !== 'under-review') return [];
  const check = await records.gate.newest(proposalId);
  const found = check?.id === checkId ? reportOf(check) : undefined;
  if (!found || found.comparedWith !== stateOfProposed(proposed)) {
    return [report('check-outdated', {}, fileSpan(proposalId))];
  }
  const threads = await records.reviews.threads(proposalId);
  const open = threads.filter(({ resolvedAt }) => resolvedAt === undefined).length;
  const acceptances = await records.gate.acceptances(proposalId);
  return blocked(approvalBlocks(found, acceptances, open), proposed.path);
}

export function blocked(blocks: readonly GateBlock[], path: string): readonly Diagnostic[] {
  return blocks.map((block) => report('gate-blocks', block, fileSpan(path)));
}
