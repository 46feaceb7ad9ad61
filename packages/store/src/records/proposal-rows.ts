import { fileSpan } from '@tiaoli/base';
import type { Action, Actor, Proposal, ProposalState, Subject } from '@tiaoli/workspace';
import { deedOf, permits, report } from '@tiaoli/workspace';
import type { Prisma } from '../generated/client.ts';
import type { Session } from '../session/session.ts';
import { found, isId, Refusal } from '../session/session.ts';
import { things } from './things.ts';

/** What a proposal is judged by: where it belongs, and who wrote on it. */
export const withPlaces = {
  jurisdiction: true,
  reviewPlace: true,
  document: { include: { jurisdiction: true } },
  draft: { include: { revisions: { select: { authorId: true }, distinct: ['authorId'] } } },
  rounds: { select: { submitterId: true } },
} as const satisfies Prisma.ProposalInclude;

export type ProposalRow = Prisma.ProposalGetPayload<{ include: typeof withPlaces }>;

/** Whose place an action is asked about. */
export type Side = 'proposing' | 'reviewing' | 'document';

/** A proposal that the person may see. */
export async function findProposal(
  { database, actor }: Session,
  id: string,
): Promise<ProposalRow | undefined> {
  if (!isId(id)) return undefined;
  const row = await database.proposal.findUnique({ where: { id }, include: withPlaces });
  return row && isSeen(actor, row) ? row : undefined;
}

export async function demandProposal(session: Session, id: string): Promise<ProposalRow> {
  return found(await findProposal(session, id), things.proposal);
}

export function isSeen(actor: Actor, row: ProposalRow): boolean {
  return (
    permits(actor, 'read-proposal', subjectOf(row, 'proposing')) ||
    permits(actor, 'examine-proposal', subjectOf(row, 'reviewing'))
  );
}

/** Ends the transaction unless the person may do that, on one of the sides. */
export function demandOn(
  { actor }: Session,
  action: Action,
  row: ProposalRow,
  sides: readonly Side[],
): void {
  if (sides.some((side) => permits(actor, action, subjectOf(row, side)))) return;
  throw new Refusal([report('not-permitted', { deed: deedOf(action) }, fileSpan(action))]);
}

/** Id of the place for which the person may have a proposal checked; ends the transaction where there is none. */
export async function placeToCheckFor(session: Session, id: string): Promise<string> {
  const row = await demandProposal(session, id);
  const sides = {
    proposing: row.jurisdiction,
    reviewing: row.reviewPlace,
    document: row.document.jurisdiction,
  };
  const side = (['reviewing', 'proposing', 'document'] as const).find((each) =>
    permits(session.actor, 'check-proposal', subjectOf(row, each)),
  );
  if (side) return sides[side].id;
  throw new Refusal([report('not-permitted', { deed: deedOf('check-proposal') }, fileSpan(id))]);
}

function subjectOf(row: ProposalRow, side: Side): Subject {
  const { jurisdiction, reviewPlace, document } = row;
  const paths = {
    proposing: jurisdiction.path,
    reviewing: reviewPlace.path,
    document: document.jurisdiction.path,
  };
  return { path: paths[side], state: stateOf(row), authors: authorsOf(row) };
}

export function stateOf({ state }: Pick<ProposalRow, 'state'>): ProposalState {
  // The database checks the state.
  return state as ProposalState;
}

function authorsOf({ authorId, draft, rounds }: ProposalRow): readonly string[] {
  const all = [
    authorId,
    ...draft.revisions.map((each) => each.authorId),
    ...rounds.map((each) => each.submitterId),
  ];
  return [...new Set(all)].sort();
}

export function proposalOf(row: ProposalRow): Proposal {
  const { id, jurisdictionId, reviewPlaceId, documentId, draftId, authorId, title } = row;
  const { stateSince, round, assigneeId, versionId, createdAt } = row;
  return {
    ...{ id, jurisdictionId, reviewPlaceId, documentId, draftId, authorId, title },
    ...{ stateSince, round, createdAt, state: stateOf(row), authors: authorsOf(row) },
    kind: row.kind === 'overlay' ? 'overlay' : 'change',
    ...(assigneeId !== null && { assigneeId }),
    ...(versionId !== null && { versionId }),
  };
}
