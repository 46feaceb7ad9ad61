import type { Person, Proposal, StoredDocument } from '../workflow/answers.ts';
import { hasRole } from '../workflow/people.ts';

/** What the page offers; what is allowed is decided by the server alone. */
export interface ProposalRights {
  /** Had a hand in what is proposed, and so decides nothing about it. */
  readonly isAuthor: boolean;
  /** Of the office that decides. */
  readonly isReviewer: boolean;
  /** Of the office that proposes. */
  readonly isProposer: boolean;
  readonly isPublisher: boolean;
}

export function rightsIn(
  me: Person | undefined,
  proposal: Proposal,
  document: StoredDocument | undefined,
): ProposalRights {
  const isAuthor = me !== undefined && proposal.authors.includes(me.id);
  const { jurisdictionId, reviewPlaceId } = proposal;
  return {
    isAuthor,
    isReviewer: hasRole(me, ['reviewer'], reviewPlaceId),
    isProposer:
      hasRole(me, ['drafter'], jurisdictionId) ||
      (isAuthor && hasRole(me, ['proposer'], jurisdictionId)),
    isPublisher: document !== undefined && hasRole(me, ['publisher'], document.jurisdictionId),
  };
}
