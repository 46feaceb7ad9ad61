import type { Outcome } from '../records/outcome.ts';
import type { SignInPerson } from './account-records.ts';

/**
 * Signing in by an account of another service (OpenID Connect). It lets in nobody but people whose account there an
 * administrator wrote down.
 */
export interface OutsideSignIn {
  /** What people call the service. */
  readonly name: string;
  /** Which service it is; accounts are kept beside it. */
  readonly issuer: string;
  /** @param next  the page that is shown then, below this server's address */
  begin(next: string): Promise<Outcome<BegunOutside>>;
  /** The browser is back from the service, at `url`, with the cookie that `begin` gave it. */
  finish(back: BackFromOutside): Promise<Outcome<FinishedOutside>>;
}

export interface BegunOutside {
  /** Where the browser goes. */
  readonly address: string;
  readonly cookies: readonly string[];
}

export interface BackFromOutside {
  readonly url: string;
  readonly headers: Headers;
  /** The network address of the browser. */
  readonly address: string;
}

export interface FinishedOutside {
  readonly person: SignInPerson;
  readonly cookies: readonly string[];
  readonly next: string;
}

/** An account of another service: what it is called there for ever, or its address of mail. */
export interface OutsideAccount {
  readonly issuer: string;
  readonly kind: 'subject' | 'mail';
  readonly text: string;
}

/** As somebody writes it down: with an `@` it is an address of mail, of which capitals do not count. */
export function outsideAccount(issuer: string, written: string): OutsideAccount {
  const text = written.trim();
  return text.includes('@')
    ? { issuer, kind: 'mail', text: text.toLowerCase() }
    : { issuer, kind: 'subject', text };
}
