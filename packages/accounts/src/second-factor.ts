import { fileSpan } from '@tiaoli/base';
import type {
  BegunFactor,
  CodeRequest,
  FactorRequest,
  Outcome,
  RemovedFactor,
  SecondFactors,
  TriedTooOften,
} from '@tiaoli/workspace';
import { report } from '@tiaoli/workspace';
import { renderSVG } from 'uqr';
import { issuer } from './auth.ts';
import type { Desk } from './desk.ts';
import { done, refused, unlessRefused } from './desk.ts';
import { provePassword } from './prove-password.ts';
import { requestHeaders } from './sign-in.ts';
import { signInByCode } from './sign-in-by-code.ts';

export function secondFactors(desk: Desk): SecondFactors {
  return {
    begin: (request) => begin(desk, request),
    confirm: (request) => confirm(desk, request),
    remove: (request) => remove(desk, request),
    signIn: (attempt) => signInByCode(desk, attempt),
  };
}

async function begin(
  desk: Desk,
  request: FactorRequest,
): Promise<Outcome<BegunFactor | TriedTooOften>> {
  const proved = await prove(desk, request);
  if (proved.kind === 'refused') return proved;
  const { login, wait } = proved.value;
  if (wait) return done(wait);
  const { password, headers, address } = request;
  const made = await unlessRefused(
    desk.auth.api.enableTwoFactor({
      ...{ body: { password, method: 'totp' }, headers: requestHeaders(headers, address) },
    }),
  );
  if (made?.method !== 'totp') return refused(report('factor-there', {}, fileSpan('factor')));
  const secret = new URL(made.totpURI).searchParams.get('secret') ?? '';
  const uri = addressOf(login, secret);
  const picture = renderSVG(uri, { border: 4 });
  return done({ kind: 'begun', secret, uri, picture, recoveryCodes: made.backupCodes });
}

/** Named by the login, which better-auth does not know, so that one who has several accounts tells them apart. */
function addressOf(login: string, secret: string): string {
  const label = [issuer, login].map(encodeURIComponent).join(':');
  return `otpauth://totp/${label}?${new URLSearchParams({ secret, issuer })}`;
}

async function confirm(
  { auth, records }: Desk,
  { personId, code, headers, address }: CodeRequest,
): Promise<Outcome<readonly string[]>> {
  const verified = await unlessRefused(
    auth.api.verifyTOTP({
      ...{ body: { code }, headers: requestHeaders(headers, address), returnHeaders: true },
    }),
  );
  if (!verified) return refused(report('code-wrong', {}, fileSpan('code')));
  const noted = await records.note(personId, 'enable-second-factor', {});
  return noted.kind === 'refused' ? noted : done(verified.headers.getSetCookie());
}

async function remove(
  desk: Desk,
  request: FactorRequest,
): Promise<Outcome<RemovedFactor | TriedTooOften>> {
  const proved = await prove(desk, request);
  if (proved.kind === 'refused') return proved;
  if (proved.value.wait) return done(proved.value.wait);
  const { personId, password, headers, address } = request;
  const { headers: answered } = await desk.auth.api.disableTwoFactor({
    ...{ body: { password }, headers: requestHeaders(headers, address), returnHeaders: true },
  });
  const noted = await desk.records.note(personId, 'disable-second-factor', {});
  if (noted.kind === 'refused') return noted;
  return done({ kind: 'removed', cookies: answered.getSetCookie() });
}

async function prove(
  desk: Desk,
  { personId, password, address }: FactorRequest,
): Promise<Outcome<{ readonly login: string; readonly wait?: TriedTooOften }>> {
  const person = await desk.records.person(personId);
  if (person.kind === 'refused') return person;
  const login = person.value?.login ?? '';
  const proved = await provePassword(desk, { personId, login, password, address });
  if (proved.kind === 'refused') return proved;
  return done({ login, ...(proved.value.kind === 'wait' && { wait: proved.value }) });
}
