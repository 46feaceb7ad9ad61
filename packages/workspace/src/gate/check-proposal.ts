import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore, Records } from '../records/policy-store.ts';
import type { GateCheck, Proposal } from '../records/proposals.ts';
import type { Examined } from './examine-proposed.ts';
import { examineProposed } from './examine-proposed.ts';
import type { GateReport } from './gate-report.ts';
import { readProposal } from './read-proposal.ts';

/** What the gate found, with the report as it was kept. */
export interface CheckedProposal {
  readonly check: GateCheck;
  readonly report: GateReport;
}

/**
 * Runs the checks gate on the newest round of a proposal and keeps what it found, bound to the hashes of the text and of
 * its differences. Takes seconds and more: pages and programs ask for a job (`askForCheck`), this one is for a process that
 * has nothing else to do.
 */
export async function checkProposal(
  store: PolicyStore,
  actorId: string,
  proposalId: string,
): Promise<Outcome<CheckedProposal>> {
  const read = await store.transaction(actorId, 'serializable', (records) =>
    readProposal(records, proposalId),
  );
  if (read.kind === 'refused') return read;
  const { proposal, proposed } = read.value;
  const examined = await examineProposed(proposed);
  const kept = await store.transaction(actorId, 'serializable', async (records) => ({
    kind: 'done',
    value: await keepExamined(records, proposal, examined),
  }));
  if (kept.kind === 'refused') return kept;
  return { kind: 'done', value: { check: kept.value, report: examined.report } };
}

/** Keeps what was found about a round; refused where it is not the newest one any more. */
export function keepExamined(
  { gate }: Records,
  { id: proposalId, round }: Pick<Proposal, 'id' | 'round'>,
  { report, differenceHash, certificate }: Examined,
): Promise<GateCheck> {
  return gate.keep({
    ...{ proposalId, round, differenceHash, report: JSON.stringify(report) },
    ...(certificate !== undefined && { certificate }),
  });
}

/** The report of a check; undefined for one of a form that this program does not know. */
export function reportOf({ report }: Pick<GateCheck, 'report'>): GateReport | undefined {
  const read: GateReport = JSON.parse(report);
  return read.form === 1 ? read : undefined;
}
