import type { DemoPerson } from '../demo/demo-people.ts';
import type { Outcome } from '../records/outcome.ts';
import type {
  FirstAdministrator,
  IssuedLink,
  OpenSession,
  SignInPerson,
} from './account-records.ts';
import type { OutsideSignIn } from './outside-sign-in.ts';
import type { SecondFactors } from './second-factor.ts';

/** Finds out who somebody is. `packages/accounts` implements it; the API and the pages take it as an argument. */
export interface Accounts {
  /** Whose session the cookie of a request names; undefined where there is none that goes on. */
  sessionOf(headers: Headers): Promise<Outcome<SignedIn | undefined>>;
  /** Signs in by password. Refused in the same words, and not sooner, for a login that is unknown. */
  signIn(attempt: SignInAttempt): Promise<Outcome<SignInResult>>;
  /** Ends the session of a request; the cookies take it from the browser. */
  signOut(headers: Headers): Promise<Outcome<readonly string[]>>;
  sessions(personId: string): Promise<Outcome<readonly OpenSession[]>>;
  endSession(personId: string, sessionId: string): Promise<Outcome<true>>;
  /** Changes the password of somebody who shows the present one, and ends every session but one. */
  changePassword(change: PasswordChange): Promise<Outcome<PasswordResult>>;
  /** What a link is for; undefined for one that is good no more. */
  linkOf(token: string): Promise<Outcome<IssuedLink | undefined>>;
  /** Sets the password of the person whom a link was issued for; their sessions end. */
  setPassword(token: string, password: string): Promise<Outcome<SignInPerson>>;
  /** Makes the first administrator of a store that nobody can sign in to. */
  setUp(token: string, first: SetUp): Promise<Outcome<SignInPerson>>;
  /** Issues the token that `setUp` takes; undefined where somebody can sign in. Those before it are good no more. */
  issueSetUp(): Promise<Outcome<string | undefined>>;
  readonly secondFactors: SecondFactors;
  /** Only where another service is configured. */
  readonly outside?: OutsideSignIn;
  /** Only over a demonstration that is served as one, to this computer alone. */
  readonly demo?: DemoAccounts;
}

/** People whom one may sign in as without a password, since nothing that they do counts. */
export interface DemoAccounts {
  readonly people: readonly DemoPerson[];
  /** Refused for anybody else, and from any other computer. */
  signIn(attempt: DemoAttempt): Promise<Outcome<Extract<SignInResult, { kind: 'signed-in' }>>>;
}

export type DemoAttempt = Omit<SignInAttempt, 'password'>;

export interface SetUp extends Omit<FirstAdministrator, 'passwordHash'> {
  readonly password: string;
}

/** Somebody who is signed in. */
export interface SignedIn {
  readonly personId: string;
  readonly sessionId: string;
  /** Headers `Set-Cookie` for the answer, where the session was prolonged. */
  readonly cookies: readonly string[];
}

/** What came of a try to sign in that was not refused. */
export type SignInResult =
  | {
      readonly kind: 'signed-in';
      readonly person: SignInPerson;
      readonly cookies: readonly string[];
    }
  /** The password is right, and a second factor is asked for. */
  | { readonly kind: 'second-factor'; readonly cookies: readonly string[] }
  /** Nothing was looked at: too many tries failed. */
  | TriedTooOften;

export interface TriedTooOften {
  readonly kind: 'wait';
  /** From when on a try is taken again. */
  readonly until: Date;
}

export interface SignInAttempt {
  readonly login: string;
  readonly password: string;
  /** The network address of the browser. */
  readonly address: string;
  readonly headers: Headers;
}

export interface PasswordChange {
  readonly personId: string;
  readonly present: string;
  readonly password: string;
  readonly address: string;
  /** The session that goes on. */
  readonly sessionId?: string;
}

export type PasswordResult = { readonly kind: 'changed' } | TriedTooOften;
