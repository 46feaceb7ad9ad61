import type { AccountRecords, LinkHash } from '../accounts/account-records.ts';
import type { OutsideAccount } from '../accounts/outside-sign-in.ts';
import type { AuditEnd, AuditLink } from '../audit/audit-chain.ts';
import type { Actor, Role } from '../permissions/permits.ts';
import type { BrokenRecord } from './broken-record.ts';
import type { ComparisonRecords } from './comparison-records.ts';
import type { JobQueue, JobRecords } from './job-records.ts';
import type { Outcome } from './outcome.ts';
import type { GateRecords, ProposalRecords } from './proposal-records.ts';
import type {
  ApiToken,
  Draft,
  DraftRevision,
  Jurisdiction,
  PolicyDocument,
  Repeal,
  StoredVersion,
  User,
  VersionContent,
} from './records.ts';
import type { ReviewRecords } from './review-records.ts';
import type {
  CaseRecords,
  Dataset,
  DatasetRecords,
  ForgetCases,
  RunRecords,
} from './simulation-records.ts';

/** Where everything is kept. The store implements it; use cases take it as an argument. */
export interface PolicyStore {
  /**
   * Does work for a person in one transaction: all of it is kept, or, where it is refused or throws, nothing.
   *
   * `work` may run several times where others are in its way, so it does nothing beside what it asks of `records`. It is
   * refused where the person is unknown or disabled, and where others are in the way for too long.
   *
   * @param isolation  `serializable`: as if nobody else were at work. `read-committed`: enough where one row is changed
   *                   under a condition on its revision, and never tried again.
   */
  transaction<Value>(
    actorId: string,
    isolation: Isolation,
    work: (records: Records) => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>>;
  /** Makes an empty store one of demonstration for ever: what is invented or not known may be published in it. */
  markDemo(): Promise<Outcome<true>>;
  /** Whose token has this hash; undefined for none that is taken now, and for a person who is disabled. */
  actorOfToken(hash: string): Promise<Outcome<string | undefined>>;
  /** The jobs of everybody, for whoever works on them. */
  readonly jobs: JobQueue;
  readonly forgetCases: ForgetCases;
  /** Datasets that are deleted, for whoever keeps their files: these are to be gone. */
  deletedDatasets(): Promise<Outcome<readonly Pick<Dataset, 'folder' | 'rootHash'>[]>>;
  /** How people sign in. */
  readonly accounts: AccountRecords;
  /** Every row whose content does not fit its hash, and every broken chain; empty where all is whole. */
  verify(): Promise<readonly BrokenRecord[]>;
  close(): Promise<void>;
}

export type Isolation = 'serializable' | 'read-committed';

/**
 * What a person may see and do within a transaction. What they may not read is not there, for every method; what they may
 * read and not do ends the transaction with a refusal, and nothing of it is kept.
 */
export interface Records {
  readonly actor: Actor;
  /** Everything here is a demonstration: invented values may be published. */
  readonly isDemo: boolean;
  readonly jurisdictions: JurisdictionRecords;
  readonly users: UserRecords;
  readonly documents: DocumentRecords;
  readonly drafts: DraftRecords;
  readonly versions: VersionRecords;
  readonly proposals: ProposalRecords;
  readonly gate: GateRecords;
  readonly reviews: ReviewRecords;
  readonly audit: AuditRecords;
  readonly jobs: JobRecords;
  readonly datasets: DatasetRecords;
  readonly runs: RunRecords;
  readonly comparisons: ComparisonRecords;
  readonly cases: CaseRecords;
  readonly tokens: TokenRecords;
}

export interface JurisdictionRecords {
  find(id: string): Promise<Jurisdiction | undefined>;
  /** From the nation down, by path. */
  list(): Promise<readonly Jurisdiction[]>;
  /** Without a parent it is the nation. */
  add(place: Pick<Jurisdiction, 'name' | 'level' | 'parentId'>): Promise<Jurisdiction>;
}

export interface UserRecords {
  find(id: string): Promise<User | undefined>;
  list(): Promise<readonly User[]>;
  /** Names of people by id, for whoever has their ids from what they did; unknown ones are left out. */
  names(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** A person who has no role yet, for somebody who manages the accounts of `jurisdictionId`. */
  add(user: Pick<User, 'login' | 'name'> & { readonly jurisdictionId: string }): Promise<User>;
  /** Ends all that a person may do, at once; or lets them in again. Every place where they have a role has to allow it. */
  setDisabled(userId: string, disabled: boolean): Promise<void>;
  /** Issues a link with which a person sets a password; those before it are good no more. Every place has to allow it. */
  issueLink(userId: string, link: LinkHash): Promise<void>;
  /** Asks a person for no code any more, and ends their sessions: for somebody who lost the device. Every place has to allow it. */
  resetSecondFactor(userId: string): Promise<void>;
  /**
   * Writes down by which account of another service a person signs in, in the place of any other; undefined for none. Every
   * place has to allow it; refused where it is somebody else's.
   */
  setOutsideAccount(userId: string, account: OutsideAccount | undefined): Promise<void>;
  grant(userId: string, jurisdictionId: string, role: Role): Promise<void>;
  revoke(userId: string, jurisdictionId: string, role: Role): Promise<void>;
}

/** What programs show in place of a person; one's own, or those of people whose tokens one manages. */
export interface TokenRecords {
  add(
    userId: string,
    token: Pick<ApiToken, 'name' | 'expiresAt'> & { readonly hash: string },
  ): Promise<ApiToken>;
  /** Oldest first, with those that ended. */
  list(userId: string): Promise<readonly ApiToken[]>;
  revoke(userId: string, id: string): Promise<void>;
}

export interface DocumentRecords {
  find(id: string): Promise<PolicyDocument | undefined>;
  /** By 标识. */
  list(): Promise<readonly PolicyDocument[]>;
  add(document: Omit<PolicyDocument, 'id'>): Promise<PolicyDocument>;
}

export interface DraftRecords {
  find(id: string): Promise<Draft | undefined>;
  /** The open ones, those saved last first. */
  list(): Promise<readonly Draft[]>;
  create(
    draft: Pick<Draft, 'jurisdictionId' | 'documentId' | 'title' | 'path' | 'baseVersionId'> & {
      readonly text: string;
    },
  ): Promise<Draft>;
  /** One revision with its text; undefined where there is none of that number. */
  revision(id: string, number: number): Promise<DraftRevision | undefined>;
  /**
   * Adds a revision to an open draft.
   *
   * @param baseVersionId  the version that the text rests on from now on, where that is another one
   * @returns undefined, and nothing is saved, where `baseRevision` is not the newest one any more
   */
  save(
    id: string,
    baseRevision: number,
    text: string,
    baseVersionId?: string,
  ): Promise<Draft | undefined>;
  close(id: string): Promise<void>;
}

export interface VersionRecords {
  find(id: string): Promise<StoredVersion | undefined>;
  /** What was published of a document and recorded of its end, in order. */
  history(documentId: string): Promise<History>;
  /** The bytes under a hash that a version names. */
  bytes(hash: string): Promise<Uint8Array | undefined>;
  publish(publication: Publication): Promise<StoredVersion>;
  repeal(documentId: string, from: string, reason: string): Promise<Repeal>;
}

export interface History {
  readonly versions: readonly StoredVersion[];
  readonly repeals: readonly Repeal[];
}

/** A version that is to be; its number and hashes are found as it is stored. */
export interface Publication
  extends Pick<
    VersionContent,
    'documentId' | 'path' | 'meaningHash' | 'engineVersion' | 'effectiveFrom'
  > {
  readonly source: Uint8Array;
  readonly module: Uint8Array;
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly rollbackOfId?: string;
  /** What the audit trail is to tell beside it, such as who answers for a value. */
  readonly note?: string;
}

/** Whatever changes something adds to the chain itself, in the same transaction. */
export interface AuditRecords {
  /** What was done in a jurisdiction, oldest first. */
  list(jurisdictionId: string): Promise<readonly AuditLink[]>;
  /** How the chain ends, as it is kept apart from its links. */
  end(jurisdictionId: string): Promise<AuditEnd>;
}
