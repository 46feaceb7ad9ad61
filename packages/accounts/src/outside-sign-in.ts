import { randomBytes } from 'node:crypto';
import { fileSpan } from '@tiaoli/base';
import type {
  BackFromOutside,
  BegunOutside,
  FinishedOutside,
  Outcome,
  OutsideSignIn,
  SignInPerson,
} from '@tiaoli/workspace';
import { outsideAccount, report } from '@tiaoli/workspace';
import type { Configuration } from 'openid-client';
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { connectOnce } from './connect-outside.ts';
import type { Desk } from './desk.ts';
import { done, refused } from './desk.ts';
import type { OutsideService } from './outside-service.ts';
import { requestHeaders } from './sign-in.ts';

const MINUTE_MILLIS = 60_000;
/** As long somebody may take at the other service. */
const MOST_MINUTES = 10;

const path = '/api/v1/session/outside';
const cookieName = 'tiaoli.outside';

/** What the answer of the service is held against; kept in a row, which is used up with the answer. */
interface Asked {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly next: string;
}

/** Signing in by another service (OpenID Connect: a code, with state, nonce and PKCE). */
export function outsideSignIn(
  desk: Desk,
  service: OutsideService,
  publicAddress: string,
): OutsideSignIn {
  const connect = connectOnce(service);
  const redirect = new URL(`${path}/back`, publicAddress).href;
  const cookieEnd = `; Path=${path}; HttpOnly; SameSite=Lax${publicAddress.startsWith('https:') ? '; Secure' : ''}`;
  const { name, issuer } = service;
  const failed = () => refused<never>(report('outside-failed', {}, fileSpan('sign-in')));

  const begin = async (next: string): Promise<Outcome<BegunOutside>> => {
    const configuration = await connect();
    if (!configuration) return failed();
    const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
    const id = randomBytes(32).toString('base64url');
    await keep(desk, id, { state, nonce, verifier, next });
    const address = buildAuthorizationUrl(configuration, {
      ...{ redirect_uri: redirect, scope: 'openid email', state, nonce },
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    const cookie = `${cookieName}=${id}; Max-Age=${MOST_MINUTES * 60}${cookieEnd}`;
    return done({ address: address.href, cookies: [cookie] });
  };

  const finish = async (back: BackFromOutside): Promise<Outcome<FinishedOutside>> => {
    const asked = await take(desk, back.headers);
    const configuration = asked && (await connect());
    if (!asked || !configuration) return failed();
    // The path of this server may be another one behind a proxy: what counts is what the service was told.
    const url = new URL(redirect);
    url.search = new URL(back.url, redirect).search;
    const checks = { expectedState: asked.state, expectedNonce: asked.nonce };
    const tokens = await authorizationCodeGrant(configuration, url, {
      ...{ ...checks, pkceCodeVerifier: asked.verifier, idTokenExpected: true },
    }).catch(() => undefined);
    const claims = tokens?.claims();
    if (!tokens || !claims) return failed();
    const told = await toldOf(configuration, tokens.access_token, claims);
    const person = await desk.records.personOfOutside(accountsOf(told, issuer));
    if (person.kind === 'refused') return person;
    if (!person.value) return refused(report('outside-unknown', {}, fileSpan('sign-in')));
    const begun = await beginSession(desk, person.value, back);
    if (begun.kind === 'refused') return begun;
    const cookies = [...begun.value, `${cookieName}=; Max-Age=0${cookieEnd}`];
    return done({ person: person.value, cookies, next: asked.next });
  };

  return { name, issuer, begin, finish };
}

/** What the service says of somebody. */
interface Told {
  readonly sub: string;
  readonly email?: unknown;
  readonly email_verified?: unknown;
}

/** Many services tell the address of mail only to who asks for it. */
async function toldOf(
  configuration: Configuration,
  accessToken: string,
  claims: Told,
): Promise<Told> {
  const hasMore = configuration.serverMetadata().userinfo_endpoint !== undefined;
  if (claims.email !== undefined || !hasMore) return claims;
  const more = await fetchUserInfo(configuration, accessToken, claims.sub).catch(() => undefined);
  return more ?? claims;
}

/** What it is called there for ever comes first; an address of mail counts only where the service has looked at it. */
function accountsOf({ sub, email, email_verified: isVerified }: Told, issuer: string) {
  const bySubject = { issuer, kind: 'subject', text: sub } as const;
  const isMail = typeof email === 'string' && email.includes('@') && isVerified === true;
  return isMail ? [bySubject, outsideAccount(issuer, email)] : [bySubject];
}

async function keep({ auth, now }: Desk, id: string, asked: Asked): Promise<void> {
  const { internalAdapter } = await auth.$context;
  const expiresAt = new Date(now().getTime() + MOST_MINUTES * MINUTE_MILLIS);
  const row = { identifier: `outside-${id}`, value: JSON.stringify(asked), expiresAt };
  await internalAdapter.createVerificationValue(row);
}

/** What a browser was sent away with, once. */
async function take({ auth, now }: Desk, headers: Headers): Promise<Asked | undefined> {
  const cookies = (headers.get('cookie') ?? '').split(';').map((each) => each.trim().split('='));
  const [, id = ''] = cookies.find(([name]) => name === cookieName) ?? [];
  if (!/^[\w-]{43}$/.test(id)) return undefined;
  const { internalAdapter } = await auth.$context;
  const row = await internalAdapter.consumeVerificationValue(`outside-${id}`);
  return row && row.expiresAt > now() ? JSON.parse(row.value) : undefined;
}

async function beginSession(
  { auth, records }: Desk,
  person: SignInPerson,
  { headers, address }: BackFromOutside,
): Promise<Outcome<readonly string[]>> {
  const begun = await auth.api.beginSession({
    ...{ body: { personId: person.id }, returnHeaders: true },
    headers: requestHeaders(headers, address),
  });
  const noted = await records.note(person.id, 'sign-in', { address, by: 'outside' });
  return noted.kind === 'refused' ? noted : done(begun.headers.getSetCookie());
}
