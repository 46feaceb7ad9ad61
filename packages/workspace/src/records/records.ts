import type { AuditLink } from '../audit/audit-chain.ts';
import type { Role } from '../permissions/permits.ts';

export interface Jurisdiction {
  readonly id: string;
  readonly name: string;
  readonly level: 'nation' | 'province' | 'city' | 'county';
  readonly parentId?: string;
  /** Ids from the nation down to this one, each followed by a slash. */
  readonly path: string;
}

export interface User {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  /** Whether the person may no longer sign in or do anything. */
  readonly disabled: boolean;
  readonly grants: readonly RoleGrant[];
  /** Whether a code is asked for behind the password; absent where it is not. */
  readonly secondFactor?: true;
  /** The account of another service by which they sign in, as it was written down. */
  readonly outsideAccount?: string;
}

export interface RoleGrant {
  readonly jurisdictionId: string;
  readonly role: Role;
}

/** What a program shows in place of a person; of the token itself only the hash is stored. */
export interface ApiToken {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly createdAt: Date;
  /** The moment from which it is no longer taken. */
  readonly expiresAt: Date;
  readonly revokedAt?: Date;
}

/** What its drafts and versions have in common. */
export interface PolicyDocument {
  readonly id: string;
  readonly jurisdictionId: string;
  /** 标识. */
  readonly code: string;
  readonly title: string;
}

export interface Draft {
  readonly id: string;
  readonly jurisdictionId: string;
  readonly documentId: string;
  readonly authorId: string;
  readonly title: string;
  /** Where its file lies in a folder of policies. */
  readonly path: string;
  readonly state: 'open' | 'closed';
  /** Number of the newest revision, from 1; what a save must name. */
  readonly revision: number;
  readonly baseVersionId?: string;
  readonly savedAt: Date;
}

export interface DraftRevision {
  readonly number: number;
  readonly authorId: string;
  readonly savedAt: Date;
  readonly text: string;
}

/** What was published; see `versionHash`. */
export interface StoredVersion extends VersionContent {
  readonly id: string;
  readonly hash: string;
  readonly publishedAt: Date;
  readonly publisherId: string;
  readonly rollbackOfId?: string;
}

/** What makes a version the one that it is; hashes are SHA-256 in hexadecimal digits, of the bytes as stored. */
export interface VersionContent {
  readonly documentId: string;
  /** In one order with the other versions and repeals of the document, from 1. */
  readonly number: number;
  readonly path: string;
  readonly sourceHash: string;
  readonly moduleHash: string;
  readonly meaningHash: string;
  readonly engineVersion: string;
  /** `YYYY-MM-DD` */
  readonly effectiveFrom: string;
  /** What the source names beside itself, by path. */
  readonly files: readonly { readonly path: string; readonly hash: string }[];
}

export interface Repeal {
  readonly id: string;
  readonly documentId: string;
  readonly number: number;
  /** The first day on which nothing is in force, `YYYY-MM-DD`. */
  readonly from: string;
  readonly reason: string;
  readonly recordedAt: Date;
  readonly recorderId: string;
}

/** A link of the chain of a jurisdiction. */
export interface StoredLink extends AuditLink {
  readonly jurisdictionId: string;
}
