import type { ProposalState } from '../proposals/proposal-state.ts';

/** A draft that is laid before the office that decides on it. */
export interface Proposal {
  readonly id: string;
  /** The office that proposes. */
  readonly jurisdictionId: string;
  /** The office that decides. */
  readonly reviewPlaceId: string;
  readonly documentId: string;
  readonly draftId: string;
  readonly authorId: string;
  readonly kind: ProposalKind;
  readonly title: string;
  readonly state: ProposalState;
  /** Since when it is in its state. */
  readonly stateSince: Date;
  /** Number of the newest round, from 1; what every decision must name. */
  readonly round: number;
  readonly assigneeId?: string;
  /** The version that it was published as. */
  readonly versionId?: string;
  readonly createdAt: Date;
  /** Ids of all who saved its draft or laid it before the office, in ascending order: none of them decides on it. */
  readonly authors: readonly string[];
}

/** `overlay`: what a place decides within what a document above leaves to it; `change`: anything else. */
export type ProposalKind = 'overlay' | 'change';

/** What was laid before the office at one time. */
export interface ProposalRound {
  readonly proposalId: string;
  readonly number: number;
  readonly draftRevision: number;
  /** Where its file lies in a folder of policies. */
  readonly path: string;
  readonly text: string;
  readonly sourceHash: string;
  /** The version that it changes; absent for the first of a document. */
  readonly baseVersionId?: string;
  /** `YYYY-MM-DD` */
  readonly effectiveFrom: string;
  /** See `roundHash`. */
  readonly contentHash: string;
  readonly reason: string;
  readonly submittedAt: Date;
  readonly submitterId: string;
}

/** What the checks gate found about one round; its hashes say of what. */
export interface GateCheck {
  readonly id: string;
  readonly proposalId: string;
  readonly round: number;
  readonly contentHash: string;
  /** Of every difference from what is in force. */
  readonly differenceHash: string;
  /** JSON, see `GateReport`. */
  readonly report: string;
  /** The certificate of the comparison; absent where there was nothing to compare with. */
  readonly certificate?: string;
  readonly checkerId: string;
  readonly checkedAt: Date;
}

/** That somebody answers for something that the gate found. */
export interface Acceptance {
  readonly fingerprint: string;
  readonly kind: AcceptanceKind;
  readonly reason: string;
  readonly accepterId: string;
  readonly acceptedAt: Date;
}

/** A region that nobody could decide, or a value that is known from hearsay alone. */
export type AcceptanceKind = 'undecided' | 'grade-d';

/** That a reviewer approved what one check was about. */
export interface Approval {
  readonly id: string;
  readonly round: number;
  readonly checkId: string;
  readonly contentHash: string;
  readonly differenceHash: string;
  readonly reviewerId: string;
  readonly approvedAt: Date;
}
