import type { Diagnostic } from '@tiaoli/base';
import type { AccountRecords, Outcome } from '@tiaoli/workspace';
import { isAPIError } from 'better-auth/api';
import type { Auth } from './auth.ts';

/** What every function of this package works on. */
export interface Desk {
  readonly auth: Auth;
  readonly records: AccountRecords;
  now(): Date;
}

export function done<Value>(value: Value): Outcome<Value> {
  return { kind: 'done', value };
}

export function refused<Value>(finding: Diagnostic): Outcome<Value> {
  return { kind: 'refused', diagnostics: [finding] };
}

/** Undefined where better-auth says no; anything else that it throws is a mistake, or the database. */
export async function unlessRefused<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return undefined;
    throw error;
  }
}
