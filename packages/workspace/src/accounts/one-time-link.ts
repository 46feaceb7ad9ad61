import { randomBytes } from 'node:crypto';
import { hashOfBytes } from '../versions/version-hash.ts';
import type { LinkHash } from './account-records.ts';

/** A link that is to be stored by the hash of its token. */
export interface NewLink extends LinkHash {
  /** Shown once: only its hash is stored. */
  readonly token: string;
}

const HOUR_MILLIS = 3_600_000;

/** For as long a link is good that sets a store up, or a password. */
export const linkHours = { 'set-up': 24, password: 24 } as const;

export function newLink(kind: keyof typeof linkHours, now: Date): NewLink {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + linkHours[kind] * HOUR_MILLIS);
  return { token, hash: linkTokenHash(token), expiresAt };
}

/** Under what the token of a link is stored. */
export function linkTokenHash(token: string): string {
  return hashOfBytes(token);
}

/** Where the page is that takes a link; behind `#`, so that no server and no log on the way sees the token. */
export function linkAddress(kind: keyof typeof linkHours, token: string): string {
  return `${kind === 'set-up' ? '/set-up' : '/set-password'}#${token}`;
}
