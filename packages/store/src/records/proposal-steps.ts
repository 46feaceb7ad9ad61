import { fileSpan } from '@tiaoli/base';
import type { Action, Proposal, ProposalStep, Reviewer } from '@tiaoli/workspace';
import { deedOf, permits, report, stateAfter } from '@tiaoli/workspace';
import { keptProse } from '../session/kept-text.ts';
import { loadActor } from '../session/load-actor.ts';
import type { Session } from '../session/session.ts';
import { found, isId, Refusal } from '../session/session.ts';
import { appendEvent } from './audit.ts';
import type { ProposalRow, Side } from './proposal-rows.ts';
import { demandOn, demandProposal, proposalOf, stateOf } from './proposal-rows.ts';
import { things } from './things.ts';

export function withdraw(session: Session, id: string, reason: string): Promise<Proposal> {
  const detail = { reason: keptProse(reason, things.reason) };
  return step(session, id, {
    step: 'withdraw',
    action: 'withdraw-proposal',
    side: 'proposing',
    detail,
  });
}

export function beginReview(session: Session, id: string): Promise<Proposal> {
  const assigneeId = session.actor.id;
  return step(session, id, {
    step: 'begin-review',
    action: 'begin-review',
    side: 'reviewing',
    assigneeId,
  });
}

export function sendBack(
  session: Session,
  id: string,
  round: number,
  reason: string,
): Promise<Proposal> {
  const detail = { reason: keptProse(reason, things.reason) };
  return step(session, id, {
    ...{ step: 'send-back', action: 'send-back-proposal', side: 'reviewing', round, detail },
  });
}

export async function reviewers(session: Session, id: string): Promise<readonly Reviewer[]> {
  const row = await demandProposal(session, id);
  demandStep(session, row, 'assign-review', 'reviewing');
  const rows = await session.database.user.findMany({
    where: { grants: { some: { jurisdictionId: row.reviewPlaceId, role: 'reviewer' } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  const known: Reviewer[] = [];
  for (const { id: userId, name } of rows) {
    if (await mayReview(session, row, userId)) known.push({ id: userId, name });
  }
  return known;
}

export async function assign(session: Session, id: string, userId: string): Promise<Proposal> {
  const row = await demandProposal(session, id);
  demandStep(session, row, 'assign-review', 'reviewing');
  if (!(await mayReview(session, row, userId))) {
    throw new Refusal([report('not-a-reviewer', {}, fileSpan(userId))]);
  }
  await session.database.proposal.update({ where: { id }, data: { assigneeId: userId } });
  const event = { action: 'assign-review', subject: id, detail: { assignee: userId } };
  await appendEvent(session, row.reviewPlaceId, event);
  return proposalOf(await demandProposal(session, id));
}

/** A reviewer of the office who is not shut out, and wrote none of it. */
async function mayReview(session: Session, row: ProposalRow, userId: string): Promise<boolean> {
  const other = await loadActor(session.database, userId);
  const { authors } = proposalOf(row);
  const subject = { path: row.reviewPlace.path, state: 'proposed', authors } as const;
  return other !== undefined && permits(other, 'begin-review', subject);
}

export async function approve(session: Session, id: string, checkId: string): Promise<Proposal> {
  const { database, actor } = session;
  const row = await demandProposal(session, id);
  const check = isId(checkId)
    ? await database.gateCheck.findFirst({ where: { id: checkId, proposalId: id } })
    : null;
  const { round, contentHash, differenceHash } = found(check ?? undefined, things.check);
  const bound = { contentHash, differenceHash };
  return step(session, id, {
    ...{ step: 'approve', action: 'approve-proposal', side: 'reviewing', round },
    ...{ detail: { ...bound, check: checkId } },
    before: async () => {
      await database.approval.create({
        data: {
          ...{ id: session.newId(), proposalId: row.id, round, checkId, ...bound },
          ...{ reviewerId: actor.id, approvedAt: session.now() },
        },
      });
    },
  });
}

/** Whoever finds it may say so: an approval of what is no longer so is none. */
export async function lapse(
  session: Session,
  id: string,
  round: number,
  reason: string,
): Promise<Proposal> {
  const row = await demandProposal(session, id);
  if (row.round !== round) throw changed();
  return move(session, row, 'lapse', { ...{ side: 'reviewing' }, detail: { reason } });
}

interface Deed {
  readonly step: ProposalStep;
  readonly action: Action;
  readonly side: Side;
  /** Refused where it is not the newest one. */
  readonly round?: number;
  readonly detail?: Readonly<Record<string, string>>;
  readonly assigneeId?: string;
  /** What is stored first. */
  readonly before?: () => Promise<void>;
}

async function step(session: Session, id: string, deed: Deed): Promise<Proposal> {
  const row = await demandProposal(session, id);
  if (deed.round !== undefined && row.round !== deed.round) throw changed();
  demandStep(session, row, deed.action, deed.side, deed.step);
  await deed.before?.();
  return move(session, row, deed.step, deed);
}

async function move(
  session: Session,
  row: ProposalRow,
  name: ProposalStep,
  { side, detail = {}, assigneeId }: Pick<Deed, 'side' | 'detail' | 'assigneeId'>,
): Promise<Proposal> {
  const state = stateAfter(stateOf(row), name);
  if (!state) throw refuseStep(row, 'approve-proposal');
  const stateSince = session.now();
  const data = { state, stateSince, ...(assigneeId !== undefined && { assigneeId }) };
  await session.database.proposal.update({ where: { id: row.id }, data });
  const place = side === 'proposing' ? row.jurisdictionId : row.reviewPlaceId;
  await appendEvent(session, place, {
    ...{ action: name, subject: row.id, detail: { round: String(row.round), ...detail } },
  });
  return proposalOf(await demandProposal(session, row.id));
}

/** A step that the state does not allow is told apart from one that the role does not allow. */
export function demandStep(
  session: Session,
  row: ProposalRow,
  action: Action,
  side: Side,
  name?: ProposalStep,
): void {
  if (name !== undefined && !stateAfter(stateOf(row), name)) throw refuseStep(row, action);
  demandOn(session, action, row, [side]);
}

export function refuseStep(row: Pick<ProposalRow, 'id' | 'state'>, action: Action): Refusal {
  const params = { state: stateOf(row), deed: deedOf(action) };
  return new Refusal([report('proposal-step', params, fileSpan(row.id))]);
}

/** What was looked at is no longer the newest. */
export function changed(): Refusal {
  return new Refusal([report('proposal-changed', {}, fileSpan('proposal'))]);
}
