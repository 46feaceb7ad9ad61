import type { Actor } from '../permissions/permits.ts';
import { permits } from '../permissions/permits.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore, Records } from '../records/policy-store.ts';
import type { Proposal } from '../records/proposals.ts';
import type { ReviewThread } from '../records/review-records.ts';

/** What a person is asked for, of one proposal. */
export interface InboxEntry {
  readonly proposal: Proposal;
  readonly task: InboxTask;
  /** Since when it waits for this person. */
  readonly since: Date;
}

/** `answer`: somebody said something about a clause of one's own proposal. */
export type InboxTask = 'take-up' | 'decide' | 'revise' | 'publish' | 'answer';

/** What waits for a person, what waits longest first. */
export function listInbox(
  store: PolicyStore,
  actorId: string,
): Promise<Outcome<readonly InboxEntry[]>> {
  return store.transaction(actorId, 'serializable', async (records) => ({
    kind: 'done',
    value: await entriesOf(records),
  }));
}

async function entriesOf(records: Records): Promise<readonly InboxEntry[]> {
  const places = new Map((await records.jurisdictions.list()).map(({ id, path }) => [id, path]));
  const entries: InboxEntry[] = [];
  for (const proposal of await records.proposals.list()) {
    const document = await records.documents.find(proposal.documentId);
    const review = places.get(proposal.reviewPlaceId) ?? '';
    const paths = { review, document: places.get(document?.jurisdictionId ?? '') ?? '' };
    const task = taskOf(records.actor, proposal, paths);
    if (task) entries.push({ proposal, task, since: proposal.stateSince });
    const asked = await waitingFor(records, proposal);
    if (asked && task !== 'revise') entries.push({ proposal, task: 'answer', since: asked });
  }
  return entries.toSorted((left, right) => left.since.getTime() - right.since.getTime());
}

interface Paths {
  readonly review: string;
  readonly document: string;
}

function taskOf(actor: Actor, proposal: Proposal, paths: Paths): InboxTask | undefined {
  const { state, authors, assigneeId, authorId } = proposal;
  const reviewed = { path: paths.review, state, authors };
  switch (state) {
    case 'proposed':
      if (assigneeId !== undefined && assigneeId !== actor.id) return undefined;
      return permits(actor, 'begin-review', reviewed) ? 'take-up' : undefined;
    case 'under-review':
      if (assigneeId !== actor.id) return undefined;
      return permits(actor, 'approve-proposal', reviewed) ? 'decide' : undefined;
    case 'sent-back':
      return authorId === actor.id ? 'revise' : undefined;
    case 'approved': {
      const published = { path: paths.document, state, authors };
      return permits(actor, 'publish-proposal', published) ? 'publish' : undefined;
    }
    default:
      return undefined;
  }
}

/** When the first unanswered thing was said about the person's own proposal. */
async function waitingFor(
  { actor, reviews }: Records,
  { id, authorId, state }: Proposal,
): Promise<Date | undefined> {
  if (authorId !== actor.id || state === 'published' || state === 'withdrawn') return undefined;
  const asked = (await reviews.threads(id))
    .filter((thread) => thread.resolvedAt === undefined && lastBy(thread) !== actor.id)
    .flatMap(({ comments }) => comments.slice(-1).map(({ writtenAt }) => writtenAt));
  return asked.toSorted((left, right) => left.getTime() - right.getTime())[0];
}

function lastBy({ comments }: ReviewThread): string | undefined {
  return comments.at(-1)?.authorId;
}
