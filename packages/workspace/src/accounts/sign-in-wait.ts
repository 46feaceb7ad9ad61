import type { SignInKey } from './account-records.ts';

/** As many tries may fail before there is a wait; an address may be that of a whole office. */
const freeTries = { login: 4, address: 20 } as const;

const FIRST_WAIT_MILLIS = 30_000;
const MOST_WAIT_MILLIS = 15 * 60_000;

/** After as long without a try nothing is left of those that failed. */
export const FORGOTTEN_MILLIS = 24 * 3_600_000;

/** What is known of tries that failed. */
export interface FailedTries {
  readonly count: number;
  readonly failedAt: Date;
}

/**
 * From when on a try is taken: twice as long with each that failed, and never longer than a quarter of an hour, since
 * anybody can keep anybody waiting.
 */
export function waitAfter(kind: SignInKey['kind'], { count, failedAt }: FailedTries): Date {
  const over = count - freeTries[kind];
  if (over <= 0) return failedAt;
  const wait = Math.min(FIRST_WAIT_MILLIS * 2 ** Math.min(over - 1, 10), MOST_WAIT_MILLIS);
  return new Date(failedAt.getTime() + wait);
}
