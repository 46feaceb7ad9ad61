import type { ProposalRecords, ProposalRound } from '@tiaoli/workspace';
import type { Session } from '../session/session.ts';
import { textOf } from './blobs.ts';
import { findProposal, isSeen, proposalOf, withPlaces } from './proposal-rows.ts';
import {
  approve,
  assign,
  beginReview,
  lapse,
  reviewers,
  sendBack,
  withdraw,
} from './proposal-steps.ts';
import { propose } from './propose.ts';
import { publishProposal } from './publish-proposal.ts';
import { dayOf } from './version-rows.ts';

export function proposalRecords(session: Session): ProposalRecords {
  const { database, actor } = session;
  return {
    find: async (id) => {
      const row = await findProposal(session, id);
      return row && proposalOf(row);
    },
    list: async () => {
      const rows = await database.proposal.findMany({
        include: withPlaces,
        orderBy: [{ stateSince: 'desc' }, { id: 'asc' }],
      });
      return rows.filter((row) => isSeen(actor, row)).map(proposalOf);
    },
    round: (id, number) => readRound(session, id, number),
    propose: (round) => propose(session, round),
    withdraw: (id, reason) => withdraw(session, id, reason),
    beginReview: (id) => beginReview(session, id),
    reviewers: (id) => reviewers(session, id),
    assign: (id, userId) => assign(session, id, userId),
    sendBack: (id, round, reason) => sendBack(session, id, round, reason),
    approve: (id, checkId) => approve(session, id, checkId),
    lapse: (id, round, reason) => lapse(session, id, round, reason),
    publish: (id, round, publication) => publishProposal(session, id, round, publication),
    approvals: async (id) => {
      if (!(await findProposal(session, id))) return [];
      const rows = await database.approval.findMany({
        where: { proposalId: id },
        orderBy: [{ approvedAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(({ proposalId: _, ...approval }) => approval);
    },
  };
}

async function readRound(
  session: Session,
  id: string,
  number: number,
): Promise<ProposalRound | undefined> {
  const proposal = await findProposal(session, id);
  const row =
    proposal &&
    (await session.database.proposalRound.findUnique({
      where: { proposalId_number: { proposalId: id, number } },
      include: { source: true },
    }));
  if (!row) return undefined;
  const { draftRevision, sourceHash, baseVersionId, effectiveFrom, contentHash } = row;
  const { reason, submittedAt, submitterId, source } = row;
  return {
    ...{ proposalId: id, number, draftRevision, sourceHash, contentHash },
    ...{ reason, submittedAt, submitterId, path: proposal.draft.path },
    text: textOf(source.bytes),
    effectiveFrom: dayOf(effectiveFrom),
    ...(baseVersionId !== null && { baseVersionId }),
  };
}
