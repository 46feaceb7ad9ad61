import { fileSpan } from '@tiaoli/base';
import type { NewThread, ReviewRecords, ReviewThread, Suggestion } from '@tiaoli/workspace';
import { MOST_NAME, report, textProblem } from '@tiaoli/workspace';
import type { Prisma } from '../generated/client.ts';
import { keptProse } from '../session/kept-text.ts';
import type { Session } from '../session/session.ts';
import { demand, found, isId, Refusal } from '../session/session.ts';
import { appendEvent } from './audit.ts';
import { keepText, textOf } from './blobs.ts';
import { findDraft, subjectOfDraft } from './drafts.ts';
import { demandOn, demandProposal, findProposal } from './proposal-rows.ts';
import { changed } from './proposal-steps.ts';
import { things } from './things.ts';

const withAll = {
  comments: { orderBy: { number: 'asc' } },
  suggestions: {
    include: { original: true, replacement: true },
    orderBy: [{ suggestedAt: 'asc' }, { id: 'asc' }],
  },
} as const satisfies Prisma.ReviewThreadInclude;

type ThreadRow = Prisma.ReviewThreadGetPayload<{ include: typeof withAll }>;

export function reviewRecords(session: Session): ReviewRecords {
  const { database } = session;
  return {
    threads: async (proposalId) => {
      if (!(await findProposal(session, proposalId))) return [];
      const rows = await database.reviewThread.findMany({
        where: { proposalId },
        include: withAll,
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(threadOf);
    },
    find: async (threadId) => {
      const row = await findThread(session, threadId);
      return row && threadOf(row);
    },
    begin: (proposalId, thread) => beginThread(session, proposalId, thread),
    comment: (threadId, text) => comment(session, threadId, text),
    resolve: (threadId) => resolve(session, threadId),
    suggest: (threadId, texts) => suggest(session, threadId, texts),
    settle: (suggestionId, revision) => settle(session, suggestionId, revision),
  };
}

async function beginThread(
  session: Session,
  proposalId: string,
  { round, clause, text }: NewThread,
): Promise<ReviewThread> {
  const { database, actor } = session;
  const proposal = await demandProposal(session, proposalId);
  demandOn(session, 'comment-proposal', proposal, ['proposing', 'reviewing']);
  if (proposal.round !== round) throw changed();
  const problem = clause === '' ? undefined : textProblem(clause, MOST_NAME);
  if (problem) {
    const params = { what: things.name, problem, most: MOST_NAME };
    throw new Refusal([report('text-not-kept', params, fileSpan('clause'))]);
  }
  const id = session.newId();
  const createdAt = session.now();
  const authorId = actor.id;
  const thread = { id, proposalId, clause, round, authorId, createdAt };
  await database.reviewThread.create({ data: thread });
  await addComment(session, id, text);
  await tell(session, proposal.reviewPlaceId, proposalId, { deed: 'begin-thread', thread: id });
  return demandThread(session, id);
}

async function comment(session: Session, threadId: string, text: string): Promise<ReviewThread> {
  const row = await mayComment(session, threadId);
  await addComment(session, threadId, text);
  if (row.resolvedAt) {
    await session.database.reviewThread.update({
      where: { id: threadId },
      data: { resolvedAt: null },
    });
  }
  return demandThread(session, threadId);
}

async function addComment(session: Session, threadId: string, text: string): Promise<void> {
  const number = (await session.database.reviewComment.count({ where: { threadId } })) + 1;
  await session.database.reviewComment.create({
    data: {
      ...{ threadId, number, text: keptProse(text, things.comment) },
      ...{ authorId: session.actor.id, writtenAt: session.now() },
    },
  });
}

async function resolve(session: Session, threadId: string): Promise<ReviewThread> {
  const row = await mayComment(session, threadId);
  if (row.resolvedAt) return threadOf(row);
  const data = { resolvedAt: session.now() };
  await session.database.reviewThread.update({ where: { id: threadId }, data });
  const proposal = await demandProposal(session, row.proposalId);
  const detail = { deed: 'resolve-thread', thread: threadId };
  await tell(session, proposal.reviewPlaceId, proposal.id, detail);
  return demandThread(session, threadId);
}

async function suggest(
  session: Session,
  threadId: string,
  { original, replacement }: Pick<Suggestion, 'original' | 'replacement'>,
): Promise<ReviewThread> {
  await mayComment(session, threadId);
  await session.database.suggestion.create({
    data: {
      ...{ id: session.newId(), threadId, authorId: session.actor.id, state: 'open' },
      originalHash: await keepText(session, original),
      replacementHash: await keepText(session, replacement),
      suggestedAt: session.now(),
    },
  });
  return demandThread(session, threadId);
}

async function settle(
  session: Session,
  suggestionId: string,
  revision?: number,
): Promise<ReviewThread> {
  const { database, actor } = session;
  const row = isId(suggestionId)
    ? await database.suggestion.findUnique({ where: { id: suggestionId } })
    : null;
  const thread = row ? await findThread(session, row.threadId) : undefined;
  const { proposalId } = found(thread, things.suggestion);
  const proposal = await demandProposal(session, proposalId);
  const draft = found(await findDraft(session, proposal.draftId), things.draft);
  demand(session, 'save-draft', subjectOfDraft(draft));
  const state = revision === undefined ? 'declined' : 'applied';
  const { count } = await database.suggestion.updateMany({
    where: { id: suggestionId, state: 'open' },
    data: { state, settlerId: actor.id, draftRevision: revision ?? null },
  });
  if (count !== 1) throw changed();
  const detail = { deed: `${state}-suggestion`, suggestion: suggestionId };
  await tell(session, proposal.jurisdictionId, proposalId, detail);
  return demandThread(session, found(thread, things.thread).id);
}

function tell(
  session: Session,
  place: string,
  subject: string,
  detail: Readonly<Record<string, string>>,
) {
  return appendEvent(session, place, { action: 'comment-proposal', subject, detail });
}

async function mayComment(session: Session, threadId: string): Promise<ThreadRow> {
  const row = found(await findThread(session, threadId), things.thread);
  const proposal = await demandProposal(session, row.proposalId);
  demandOn(session, 'comment-proposal', proposal, ['proposing', 'reviewing']);
  return row;
}

async function demandThread(session: Session, id: string): Promise<ReviewThread> {
  return threadOf(found(await findThread(session, id), things.thread));
}

/** A thread of a proposal that the person may see. */
async function findThread(session: Session, id: string): Promise<ThreadRow | undefined> {
  if (!isId(id)) return undefined;
  const row = await session.database.reviewThread.findUnique({ where: { id }, include: withAll });
  return row && (await findProposal(session, row.proposalId)) ? row : undefined;
}

function threadOf(row: ThreadRow): ReviewThread {
  const { id, proposalId, clause, round, authorId, createdAt, resolvedAt } = row;
  return {
    ...{ id, proposalId, clause, round, authorId, createdAt },
    ...(resolvedAt && { resolvedAt }),
    comments: row.comments.map(({ threadId: _, ...each }) => each),
    suggestions: row.suggestions.map(suggestionOf),
  };
}

function suggestionOf(row: ThreadRow['suggestions'][number]): Suggestion {
  const { id, authorId, suggestedAt, original, replacement, settlerId, draftRevision } = row;
  return {
    ...{ id, authorId, suggestedAt },
    original: textOf(original.bytes),
    replacement: textOf(replacement.bytes),
    // The database checks the state.
    state: row.state as Suggestion['state'],
    ...(settlerId !== null && { settlerId }),
    ...(draftRevision !== null && { draftRevision }),
  };
}
