import type { Publication } from './policy-store.ts';
import type {
  Acceptance,
  AcceptanceKind,
  Approval,
  GateCheck,
  Proposal,
  ProposalKind,
  ProposalRound,
} from './proposals.ts';
import type { StoredVersion } from './records.ts';

/**
 * Proposals of one's own office, and those that are laid before it. Every step is refused where the proposal is not in
 * the state for it, and every decision where its round is not the newest one.
 */
export interface ProposalRecords {
  find(id: string): Promise<Proposal | undefined>;
  /** Those that changed last first. */
  list(): Promise<readonly Proposal[]>;
  round(id: string, number: number): Promise<ProposalRound | undefined>;
  /** The first round of a draft, or the next one. */
  propose(round: NewRound): Promise<Proposal>;
  withdraw(id: string, reason: string): Promise<Proposal>;
  /** Takes it up, as the one who reviews it. */
  beginReview(id: string): Promise<Proposal>;
  /** Those whom it can be given to, by name; refused as giving it is. */
  reviewers(id: string): Promise<readonly Reviewer[]>;
  /** Gives it to another reviewer of the office, who wrote none of it. */
  assign(id: string, userId: string): Promise<Proposal>;
  sendBack(id: string, round: number, reason: string): Promise<Proposal>;
  approve(id: string, checkId: string): Promise<Proposal>;
  /** Takes back an approval of what is no longer so; `reason` says what. */
  lapse(id: string, round: number, reason: string): Promise<Proposal>;
  /** Publishes exactly what was approved, and closes its draft. */
  publish(id: string, round: number, publication: Publication): Promise<StoredVersion>;
  /** The approvals of all rounds, oldest first. */
  approvals(id: string): Promise<readonly Approval[]>;
}

/** Somebody whom a proposal can be given to. */
export interface Reviewer {
  readonly id: string;
  readonly name: string;
}

export interface NewRound {
  readonly draftId: string;
  /** The newest revision: another one is refused. */
  readonly draftRevision: number;
  readonly kind: ProposalKind;
  readonly reviewPlaceId: string;
  readonly baseVersionId?: string;
  /** `YYYY-MM-DD` */
  readonly effectiveFrom: string;
  readonly reason: string;
}

export interface GateRecords {
  /** The newest check of the newest round. */
  newest(proposalId: string): Promise<GateCheck | undefined>;
  keep(check: NewCheck): Promise<GateCheck>;
  acceptances(proposalId: string): Promise<readonly Acceptance[]>;
  /** Once for a fingerprint: what was accepted stays accepted, by whoever did it first. */
  accept(proposalId: string, acceptance: NewAcceptance): Promise<void>;
}

export interface NewCheck extends Pick<GateCheck, 'proposalId' | 'round' | 'differenceHash'> {
  readonly report: string;
  readonly certificate?: string;
}

export interface NewAcceptance {
  readonly kind: AcceptanceKind;
  readonly fingerprint: string;
  readonly reason: string;
}
