import type {
  InboxEntry,
  Proposal,
  ProposalRound,
  ReviewThread,
  SourcePiece,
} from '@tiaoli/workspace';
import { plain } from './plain.ts';

/** The form of `Proposal`. */
export function proposalJson({ stateSince, createdAt, ...rest }: Proposal) {
  return {
    ...plain(rest),
    ...{ stateSince: stateSince.toISOString(), createdAt: createdAt.toISOString() },
  };
}

/** The form of `ProposalRound`. */
export function roundJson(
  { submittedAt, ...rest }: ProposalRound,
  clauses: readonly SourcePiece[],
) {
  return { ...rest, submittedAt: submittedAt.toISOString(), clauses: plain(clauses) };
}

/** The form of `InboxEntry`. */
export function inboxJson({ proposal, task, since }: InboxEntry) {
  return { task, since: since.toISOString(), proposal: proposalJson(proposal) };
}

/** The form of `ReviewThread`. */
export function threadJson(thread: ReviewThread) {
  const { createdAt, resolvedAt, comments, suggestions, ...rest } = thread;
  return {
    ...{ ...rest, createdAt: createdAt.toISOString() },
    ...(resolvedAt && { resolvedAt: resolvedAt.toISOString() }),
    comments: comments.map(({ writtenAt, ...each }) => ({
      ...each,
      writtenAt: writtenAt.toISOString(),
    })),
    suggestions: suggestions.map(({ suggestedAt, ...each }) => ({
      ...each,
      suggestedAt: suggestedAt.toISOString(),
    })),
  };
}
