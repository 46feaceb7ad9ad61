import type { Outcome } from '../records/outcome.ts';
import type { OutsideAccount } from './outside-sign-in.ts';

/**
 * What the store keeps of how people sign in, for whoever finds out who somebody is: nobody is signed in yet, so there are
 * no roles to ask. Each call is one transaction.
 */
export interface AccountRecords {
  /** With what cookies are signed and second factors encrypted; made at the first call. At least 256 random bits. */
  secret(): Promise<Outcome<string>>;
  /** Who signs in with a login, as it is written; undefined where there is none, or the person is disabled. */
  personOfLogin(login: string): Promise<Outcome<SignInPerson | undefined>>;
  /** Undefined where there is none, or the person is disabled. */
  person(id: string): Promise<Outcome<SignInPerson | undefined>>;
  /** Whose account of another service one of these is, the first that is somebody's; undefined where the person is disabled. */
  personOfOutside(accounts: readonly OutsideAccount[]): Promise<Outcome<SignInPerson | undefined>>;
  /**
   * Counts a try to sign in before anything is looked at, so that of many at once none is left out.
   *
   * @param keys  what is counted, such as a login and an address
   * @returns the moment from which on a try is taken again, where this one is not; nothing is counted then
   */
  beginSignIn(keys: readonly SignInKey[]): Promise<Outcome<Date | undefined>>;
  /** Takes back what `beginSignIn` counted of a try that succeeded; under a login nothing is left. */
  endSignIn(keys: readonly SignInKey[]): Promise<Outcome<true>>;
  /** Adds to the audit trail of the person's places what they did, or what somebody tried under their login. */
  note(
    personId: string,
    deed: AccountDeed,
    detail: Readonly<Record<string, string>>,
  ): Promise<Outcome<true>>;
  /** What a person can be known by: enters them where they have never signed in. */
  enter(personId: string): Promise<Outcome<true>>;
  /**
   * Sets a password and ends every session of the person but one; uses up every link that was issued to set it.
   *
   * @param passwordHash  as it is stored
   * @param kept  the id of the session that goes on
   */
  setPassword(personId: string, passwordHash: string, kept?: string): Promise<Outcome<true>>;
  sessions(personId: string): Promise<Outcome<readonly OpenSession[]>>;
  /** Ends one session of a person; nothing where they have none of that id. */
  endSession(personId: string, sessionId: string): Promise<Outcome<true>>;
  /** Whether nobody who is not disabled can sign in. */
  needsSetUp(): Promise<Outcome<boolean>>;
  /** Issues a link to set the store up, in the place of every other one. */
  issueSetUp(link: LinkHash): Promise<Outcome<true>>;
  /** Whom a link is for; undefined for one that is unknown, was used, or has ended. */
  linkOf(hash: string): Promise<Outcome<IssuedLink | undefined>>;
  /** Uses a link up and sets the password of its person, in one; refused where it is good no more. */
  usePasswordLink(hash: string, passwordHash: string): Promise<Outcome<SignInPerson>>;
  /** Uses a link up and makes the first administrator and their place, in one; refused where it is good no more. */
  useSetUp(hash: string, first: FirstAdministrator): Promise<Outcome<SignInPerson>>;
}

export interface SignInPerson {
  readonly id: string;
  readonly login: string;
  readonly name: string;
}

export interface SignInKey {
  readonly kind: 'login' | 'address';
  readonly text: string;
}

export type AccountDeed =
  | 'sign-in'
  | 'sign-in-failed'
  | 'sign-out'
  | 'end-session'
  | 'change-password'
  | 'enable-second-factor'
  | 'disable-second-factor';

/** That somebody is signed in, in one browser. */
export interface OpenSession {
  readonly id: string;
  readonly startedAt: Date;
  /** When it was last noted that it is in use. */
  readonly seenAt: Date;
  readonly expiresAt: Date;
  readonly address?: string;
  /** What the browser says of itself. */
  readonly browser?: string;
}

/** Of the token of a link only its hash is stored. */
export interface LinkHash {
  readonly hash: string;
  readonly expiresAt: Date;
}

export type IssuedLink =
  | { readonly kind: 'set-up' }
  | { readonly kind: 'password'; readonly person: SignInPerson };

/** Who sets a store up, and for which place. */
export interface FirstAdministrator {
  readonly login: string;
  readonly name: string;
  readonly passwordHash: string;
  /** The nation, or a province, which comes below a nation without a name of its own (国家). */
  readonly place: { readonly level: 'nation' | 'province'; readonly name: string };
}
