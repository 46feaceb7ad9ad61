import { notFound } from '../proposals/read-proposed.ts';
import { stateOfPolicies } from '../publication/stored-policies.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore, Records } from '../records/policy-store.ts';
import type { Acceptance, Approval, Proposal } from '../records/proposals.ts';
import { inForce } from '../versions/in-force.ts';
import type { CheckedProposal } from './check-proposal.ts';
import { reportOf } from './check-proposal.ts';
import { stateOfProposed } from './examine-proposed.ts';
import type { GateBlock } from './gate-report.ts';
import { approvalBlocks, publicationBlocks } from './gate-report.ts';

/** Where a proposal stands at the gate. */
export interface ProposalGate {
  /** The newest check of the newest round; absent where there is none that this program can read. */
  readonly checked?: CheckedProposal;
  /** Whether it is of what is in force now. */
  readonly isCurrent: boolean;
  /** What keeps the round from being approved; empty without a check, which then is what is missing. */
  readonly approvalBlocks: readonly GateBlock[];
  readonly publicationBlocks: readonly GateBlock[];
  readonly acceptances: readonly Acceptance[];
  /** Of all rounds, oldest first. */
  readonly approvals: readonly Approval[];
}

/** What was found about a proposal and answered for, and what still keeps it from going on. */
export function readGate(
  store: PolicyStore,
  actorId: string,
  proposalId: string,
): Promise<Outcome<ProposalGate>> {
  return store.transaction(actorId, 'serializable', (records) => gateOf(records, proposalId));
}

async function gateOf(records: Records, proposalId: string): Promise<Outcome<ProposalGate>> {
  const proposal = await records.proposals.find(proposalId);
  if (!proposal) return notFound({ zh: '提案', en: 'proposal' }, proposalId);
  const acceptances = await records.gate.acceptances(proposalId);
  const approvals = await records.proposals.approvals(proposalId);
  const check = await records.gate.newest(proposalId);
  const report = check && reportOf(check);
  if (!check || !report) {
    const nothing = { isCurrent: false, approvalBlocks: [], publicationBlocks: [] };
    return { kind: 'done', value: { ...nothing, acceptances, approvals } };
  }
  const threads = await records.reviews.threads(proposalId);
  const open = threads.filter(({ resolvedAt }) => resolvedAt === undefined).length;
  return {
    kind: 'done',
    value: {
      ...{ checked: { check, report }, acceptances, approvals },
      isCurrent: report.comparedWith === (await stateNow(records, proposal)),
      approvalBlocks: approvalBlocks(report, acceptances, open),
      publicationBlocks: publicationBlocks(report, acceptances, records.isDemo),
    },
  };
}

/** What its newest round is held against now; undefined for one that is gone. */
async function stateNow(
  records: Records,
  { id, round: number, documentId }: Proposal,
): Promise<string | undefined> {
  const round = await records.proposals.round(id, number);
  if (!round) return undefined;
  const { effectiveFrom } = round;
  const state = await stateOfPolicies(records, effectiveFrom, documentId);
  const version = inForce(await records.versions.history(documentId), effectiveFrom);
  return stateOfProposed({ others: { state }, ...(version && { base: { version } }) });
}
