import type { Diagnostic } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import { report } from '../messages.ts';
import { deedOf } from '../permissions/deeds.ts';
import { openProposed } from '../proposals/read-proposed.ts';
import { compileVersion } from '../publication/compile-version.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore, Records } from '../records/policy-store.ts';
import type { Acceptance, Approval, GateCheck } from '../records/proposals.ts';
import type { StoredVersion } from '../records/records.ts';
import { blocked } from './approve-proposal.ts';
import { reportOf } from './check-proposal.ts';
import { stateOfProposed } from './examine-proposed.ts';
import type { GateReport } from './gate-report.ts';
import { publicationBlocks } from './gate-report.ts';
import type { ReadProposal } from './read-proposal.ts';
import { readProposal } from './read-proposal.ts';

/** How often it is looked at anew where something else was published in between. */
const MOST_ATTEMPTS = 3;

/**
 * Publishes exactly what was approved, as the next version of its document, and closes the draft. Where something was
 * published since it was checked it is to be checked again, which takes a job: an approval of other differences lapses then.
 *
 * @param readRound  the round that the person has read; refused where another one is the newest by now
 */
export async function publishProposal(
  store: PolicyStore,
  actorId: string,
  proposalId: string,
  readRound?: number,
): Promise<Outcome<StoredVersion>> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const outcome = await publishOnce(store, actorId, proposalId, readRound);
    if (outcome !== 'moved') return outcome;
  }
  return refused([report('store-busy', {}, fileSpan(proposalId))]);
}

interface Approved extends ReadProposal {
  readonly approval: Approval;
  readonly check: GateCheck;
  readonly acceptances: readonly Acceptance[];
  readonly isDemo: boolean;
}

async function publishOnce(
  store: PolicyStore,
  actorId: string,
  proposalId: string,
  readRound: number | undefined,
): Promise<Outcome<StoredVersion> | 'moved'> {
  const read = await store.transaction(actorId, 'serializable', (records) =>
    readApproved(records, proposalId),
  );
  if (read.kind === 'refused') return read;
  const { proposal, round, proposed, acceptances, isDemo } = read.value;
  if (readRound !== undefined && readRound !== proposal.round) {
    return refused([report('proposal-changed', {}, fileSpan(proposalId))]);
  }
  if (proposed.base?.version.id !== round.baseVersionId) {
    return lapsed(store, actorId, read.value, 'base-moved');
  }
  const found = currentReport(read.value);
  if (!found) return refused([report('check-outdated', {}, fileSpan(proposalId))]);
  if (found === 'differs') return lapsed(store, actorId, read.value, 'approval-lapsed');
  const blocks = publicationBlocks(found, acceptances, isDemo);
  if (blocks.length > 0) return refused(blocked(blocks, round.path));
  const { documentId } = proposal;
  const { path, effectiveFrom } = round;
  const policies = await openProposed(proposed);
  const compiled = compileVersion(policies, {
    ...{ documentId, path, effectiveFrom, source: new TextEncoder().encode(round.text) },
    beside: proposed.base?.beside ?? new Map(),
  });
  if (compiled.kind === 'refused') return compiled;
  const outcome = await store.transaction(actorId, 'serializable', async (records) => {
    const now = await readProposal(records, proposalId);
    if (now.kind === 'refused') return now;
    const isSame = stateOfProposed(now.value.proposed) === stateOfProposed(proposed);
    const value = isSame
      ? await records.proposals.publish(proposalId, proposal.round, compiled.value)
      : undefined;
    return { kind: 'done', value };
  });
  if (outcome.kind === 'refused') return outcome;
  return outcome.value ? { kind: 'done', value: outcome.value } : 'moved';
}

async function readApproved(records: Records, proposalId: string): Promise<Outcome<Approved>> {
  const read = await readProposal(records, proposalId);
  if (read.kind === 'refused') return read;
  const { proposal } = read.value;
  const approvals = await records.proposals.approvals(proposalId);
  const approval = approvals.findLast(({ round }) => round === proposal.round);
  const check = await records.gate.newest(proposalId);
  if (proposal.state !== 'approved' || !approval || !check) {
    const params = { state: proposal.state, deed: deedOf('publish-proposal') };
    return refused([report('proposal-step', params, fileSpan(proposalId))]);
  }
  const acceptances = await records.gate.acceptances(proposalId);
  const { isDemo } = records;
  return { kind: 'done', value: { ...read.value, approval, check, acceptances, isDemo } };
}

/** What the gate found about what is in force now; undefined where its newest check is of something else. */
function currentReport({
  approval,
  check,
  proposed,
}: Approved): GateReport | 'differs' | undefined {
  const known = reportOf(check);
  if (known?.comparedWith !== stateOfProposed(proposed)) return undefined;
  const isSame =
    check.contentHash === approval.contentHash && check.differenceHash === approval.differenceHash;
  return isSame ? known : 'differs';
}

async function lapsed(
  store: PolicyStore,
  actorId: string,
  { proposal, round }: Approved,
  code: 'base-moved' | 'approval-lapsed',
): Promise<Outcome<never>> {
  const outcome = await store.transaction(actorId, 'serializable', async ({ proposals }) => ({
    kind: 'done',
    value: await proposals.lapse(proposal.id, proposal.round, code),
  }));
  if (outcome.kind === 'refused') return outcome;
  return refused([report(code, {}, fileSpan(round.path))]);
}

function refused(diagnostics: readonly Diagnostic[]): Outcome<never> {
  return { kind: 'refused', diagnostics };
}
