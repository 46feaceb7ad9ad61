import { randomBytes } from 'node:crypto';
import { hashOfBytes } from '../versions/version-hash.ts';

/** A token that is to be stored by its hash. */
export interface NewToken {
  /** Shown once: only its hash is stored. */
  readonly token: string;
  readonly hash: string;
  readonly expiresAt: Date;
}

export const MOST_TOKEN_DAYS = 366;

const DAY_MILLIS = 86_400_000;

/**
 * Makes what a program shows in place of a person: whoever has it may do what the person may, until it ends.
 *
 * @param days  a whole number from 1 to `MOST_TOKEN_DAYS`
 */
export function newToken(days: number, now: Date): NewToken {
  const token = `tiaoli_${randomBytes(32).toString('base64url')}`;
  const expiresAt = new Date(now.getTime() + days * DAY_MILLIS);
  return { token, hash: tokenHash(token), expiresAt };
}

/** Under what a token is stored. It is 256 random bits, so there is nothing to guess from its hash. */
export function tokenHash(token: string): string {
  return hashOfBytes(token);
}
