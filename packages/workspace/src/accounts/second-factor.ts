import type { Outcome } from '../records/outcome.ts';
import type { SignInAttempt, SignInResult, TriedTooOften } from './accounts.ts';

/** The second factor of a person: codes that a device of theirs makes of a secret and the time (TOTP, RFC 6238). */
export interface SecondFactors {
  /** Makes a secret for somebody who shows their password. Nothing is asked for at the next sign-in until `confirm`. */
  begin(request: FactorRequest): Promise<Outcome<BegunFactor | TriedTooOften>>;
  /** From now on a code is asked for: somebody shows one that the secret makes. The session goes on as a new one. */
  confirm(request: CodeRequest): Promise<Outcome<readonly string[]>>;
  /** No code is asked for any more, of somebody who shows their password. The session goes on as a new one. */
  remove(request: FactorRequest): Promise<Outcome<RemovedFactor | TriedTooOften>>;
  /** The second step of signing in: a code, or a recovery code, which is good once. */
  signIn(attempt: CodeAttempt): Promise<Outcome<Exclude<SignInResult, { kind: 'second-factor' }>>>;
}

/** What somebody who is signed in asks about their own second factor. */
export interface FactorRequest {
  readonly personId: string;
  readonly password: string;
  readonly address: string;
  readonly headers: Headers;
}

export type CodeRequest = Omit<FactorRequest, 'password'> & { readonly code: string };

/** Who it is stands in the cookie of the first step. */
export type CodeAttempt = Omit<SignInAttempt, 'login' | 'password'> & { readonly code: string };

export interface BegunFactor {
  readonly kind: 'begun';
  /** In base 32, for whoever cannot scan it. */
  readonly secret: string;
  /** `otpauth://totp/…`, the same as a picture (SVG) and as an address. */
  readonly uri: string;
  readonly picture: string;
  /** Each is good once; shown here alone. */
  readonly recoveryCodes: readonly string[];
}

export interface RemovedFactor {
  readonly kind: 'removed';
  readonly cookies: readonly string[];
}
