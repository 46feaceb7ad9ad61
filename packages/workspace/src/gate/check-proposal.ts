import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore } from '../records/policy-store.ts';
import type { GateCheck } from '../records/proposals.ts';
import { examineProposed } from './examine-proposed.ts';
import type { GateReport } from './gate-report.ts';
import type { ReadProposal } from './read-proposal.ts';
import { readProposal } from './read-proposal.ts';

/** What the gate found, with the report as it was kept. */
export interface CheckedProposal {
  readonly check: GateCheck;
  readonly report: GateReport;
}

/**
 * Runs the checks gate on the newest round of a proposal and keeps what it found, bound to the hashes of the text and of
 * its differences. Takes seconds and more: a page runs it as a job.
 */
export async function checkProposal(
  store: PolicyStore,
  actorId: string,
  proposalId: string,
): Promise<Outcome<CheckedProposal>> {
  const read = await store.transaction(actorId, 'serializable', (records) =>
    readProposal(records, proposalId),
  );
  return read.kind === 'refused' ? read : examineAndKeep(store, actorId, read.value);
}

export async function examineAndKeep(
  store: PolicyStore,
  actorId: string,
  { proposal, proposed }: ReadProposal,
): Promise<Outcome<CheckedProposal>> {
  const { report, differenceHash, certificate } = await examineProposed(proposed);
  const { id: proposalId, round } = proposal;
  const kept = await store.transaction(actorId, 'serializable', async ({ gate }) => ({
    kind: 'done',
    value: await gate.keep({
      ...{ proposalId, round, differenceHash, report: JSON.stringify(report) },
      ...(certificate !== undefined && { certificate }),
    }),
  }));
  return kept.kind === 'refused' ? kept : { kind: 'done', value: { check: kept.value, report } };
}

/** The report of a check; undefined for one of a form that this program does not know. */
export function reportOf({ report }: Pick<GateCheck, 'report'>): GateReport | undefined {
  const read: GateReport = JSON.parse(report);
  return read.form === 1 ? read : undefined;
}
