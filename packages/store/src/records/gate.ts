import type {
  Acceptance,
  Action,
  GateCheck,
  GateRecords,
  NewAcceptance,
  NewCheck,
} from '@tiaoli/workspace';
import { hashOfBytes } from '@tiaoli/workspace';
import type { Prisma } from '../generated/client.ts';
import { keptProse } from '../session/kept-text.ts';
import type { Session } from '../session/session.ts';
import { appendEvent } from './audit.ts';
import { keepText, textOf } from './blobs.ts';
import { demandOn, demandProposal, findProposal } from './proposal-rows.ts';
import { changed, demandStep } from './proposal-steps.ts';
import { things } from './things.ts';

export function gateRecords(session: Session): GateRecords {
  return {
    newest: (proposalId) => newestCheck(session, proposalId),
    keep: (check) => keepCheck(session, check),
    acceptances: (proposalId) => listAcceptances(session, proposalId),
    accept: (proposalId, acceptance) => accept(session, proposalId, acceptance),
  };
}

const withTexts = { report: true, proof: true } as const;

async function newestCheck(session: Session, proposalId: string): Promise<GateCheck | undefined> {
  const proposal = await findProposal(session, proposalId);
  if (!proposal) return undefined;
  const row = await session.database.gateCheck.findFirst({
    where: { proposalId, round: proposal.round },
    include: withTexts,
    orderBy: [{ checkedAt: 'desc' }, { id: 'asc' }],
  });
  return row ? checkOf(row) : undefined;
}

async function keepCheck(session: Session, check: NewCheck): Promise<GateCheck> {
  const { database, actor } = session;
  const { proposalId, round, differenceHash, report, certificate } = check;
  const row = await demandProposal(session, proposalId);
  demandOn(session, 'check-proposal', row, ['proposing', 'reviewing', 'document']);
  if (row.round !== round) throw changed();
  const { contentHash } = await database.proposalRound.findUniqueOrThrow({
    where: { proposalId_number: { proposalId, number: round } },
  });
  const id = session.newId();
  const reportHash = await keepText(session, report);
  const proofHash = certificate === undefined ? null : await keepText(session, certificate);
  const kept = await database.gateCheck.create({
    data: {
      ...{ id, proposalId, round, contentHash, differenceHash, reportHash, proofHash },
      ...{ checkerId: actor.id, checkedAt: session.now() },
    },
    include: withTexts,
  });
  const detail = { round: String(round), check: id, contentHash, differenceHash, reportHash };
  const event = { action: 'check-proposal', subject: proposalId, detail };
  await appendEvent(session, row.reviewPlaceId, event);
  return checkOf(kept);
}

type CheckRow = Prisma.GateCheckGetPayload<{ include: typeof withTexts }>;

function checkOf(row: CheckRow): GateCheck {
  const { id, proposalId, round, contentHash, differenceHash, checkerId, checkedAt } = row;
  return {
    ...{ id, proposalId, round, contentHash, differenceHash, checkerId, checkedAt },
    report: textOf(row.report.bytes),
    ...(row.proof && { certificate: textOf(row.proof.bytes) }),
  };
}

async function listAcceptances(
  session: Session,
  proposalId: string,
): Promise<readonly Acceptance[]> {
  if (!(await findProposal(session, proposalId))) return [];
  const rows = await session.database.acceptance.findMany({
    where: { proposalId },
    orderBy: [{ acceptedAt: 'asc' }, { fingerprint: 'asc' }],
  });
  return rows.map(({ fingerprint, kind, reason, accepterId, acceptedAt }) => ({
    ...{ fingerprint, reason, accepterId, acceptedAt },
    kind: kind === 'undecided' ? 'undecided' : 'grade-d',
  }));
}

const actionOf: Readonly<Record<NewAcceptance['kind'], Action>> = {
  undecided: 'accept-undecided',
  'grade-d': 'confirm-grade',
};

async function accept(
  session: Session,
  proposalId: string,
  { kind, fingerprint, reason }: NewAcceptance,
): Promise<void> {
  const { database, actor } = session;
  const row = await demandProposal(session, proposalId);
  demandStep(session, row, actionOf[kind], 'reviewing');
  const data = { proposalId, kind, reason: keptProse(reason, things.reason) };
  // What names it is of any length; the column is not.
  const hash = /^[0-9a-f]{64}$/.test(fingerprint) ? fingerprint : hashOfBytes(fingerprint);
  const known = { proposalId_fingerprint: { proposalId, fingerprint: hash } };
  if (await database.acceptance.findUnique({ where: known })) return;
  await database.acceptance.create({
    data: { ...data, fingerprint: hash, accepterId: actor.id, acceptedAt: session.now() },
  });
  await appendEvent(session, row.reviewPlaceId, {
    ...{ action: actionOf[kind], subject: proposalId, detail: { fingerprint: hash, reason } },
  });
}
