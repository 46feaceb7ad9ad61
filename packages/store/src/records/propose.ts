import { fileSpan } from '@tiaoli/base';
import type { NewRound, Proposal } from '@tiaoli/workspace';
import { report, roundHash, stateAfter } from '@tiaoli/workspace';
import { keptProse } from '../session/kept-text.ts';
import type { Session } from '../session/session.ts';
import { demand, found, isId, Refusal } from '../session/session.ts';
import { appendEvent } from './audit.ts';
import { findDraft, subjectOfDraft } from './drafts.ts';
import { demandProposal, proposalOf, stateOf } from './proposal-rows.ts';
import { changed, refuseStep } from './proposal-steps.ts';
import { things } from './things.ts';
import { dateOf } from './version-rows.ts';

/** Lays the newest revision of a draft before the office that decides: the first time, or once more. */
export async function propose(session: Session, round: NewRound): Promise<Proposal> {
  const { database, actor } = session;
  const { draftId, draftRevision, effectiveFrom, baseVersionId } = round;
  const draft = found(await findDraft(session, draftId), things.draft);
  demand(session, 'propose-draft', subjectOfDraft(draft));
  if (draft.revision !== draftRevision) throw changed();
  const place = isId(round.reviewPlaceId)
    ? await database.jurisdiction.findUnique({ where: { id: round.reviewPlaceId } })
    : null;
  const reviewPlace = found(place ?? undefined, things.jurisdiction);
  const revision = await database.draftRevision.findUniqueOrThrow({
    where: { draftId_number: { draftId, number: draftRevision } },
  });
  const id = await rowFor(session, draft, round, reviewPlace.id);
  const { sourceHash } = revision;
  const number = (await database.proposalRound.count({ where: { proposalId: id } })) + 1;
  const content = { path: draft.path, sourceHash, effectiveFrom };
  const contentHash = roundHash({ ...content, ...(baseVersionId && { baseVersionId }) });
  await database.proposalRound.create({
    data: {
      ...{ proposalId: id, number, draftRevision, sourceHash, contentHash },
      ...{ baseVersionId: baseVersionId ?? null, effectiveFrom: dateOf(effectiveFrom) },
      ...{ reason: keptProse(round.reason, things.reason), submittedAt: session.now() },
      submitterId: actor.id,
    },
  });
  const detail = { round: String(number), contentHash, reason: round.reason };
  const event = { action: 'propose-draft', subject: id, detail };
  await appendEvent(session, draft.jurisdictionId, event);
  return proposalOf(await demandProposal(session, id));
}

type SeenDraft = NonNullable<Awaited<ReturnType<typeof findDraft>>>;

/** The proposal of the draft, moved on to its next round; a new one, where there is none. */
async function rowFor(
  session: Session,
  draft: SeenDraft,
  { kind }: NewRound,
  reviewPlaceId: string,
): Promise<string> {
  const { database, actor } = session;
  const now = session.now();
  const row = await database.proposal.findUnique({ where: { draftId: draft.id } });
  if (!row) {
    const id = session.newId();
    const { jurisdictionId, documentId, title } = draft;
    await database.proposal.create({
      data: {
        ...{ id, jurisdictionId, reviewPlaceId, documentId, draftId: draft.id, title, kind },
        ...{ authorId: actor.id, state: 'proposed', stateSince: now, createdAt: now, round: 1 },
      },
    });
    return id;
  }
  const next = stateAfter(stateOf(row), 'propose');
  if (!next) throw refuseStep(row, 'propose-draft');
  if (row.reviewPlaceId !== reviewPlaceId) {
    throw new Refusal([report('proposal-there', {}, fileSpan(row.id))]);
  }
  await database.proposal.update({
    where: { id: row.id },
    data: { kind, state: next, stateSince: now, round: row.round + 1 },
  });
  return row.id;
}
