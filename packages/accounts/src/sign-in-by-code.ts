import { fileSpan } from '@tiaoli/base';
import type { CodeAttempt, SecondFactors, SignInKey, SignInPerson } from '@tiaoli/workspace';
import { report } from '@tiaoli/workspace';
import { PENDING_COOKIE } from './begin-session.ts';
import type { Desk } from './desk.ts';
import { done, refused, unlessRefused } from './desk.ts';
import { requestHeaders } from './sign-in.ts';

/** The second step: a code that follows from the secret and the time, or a recovery code. Wrong ones count as wrong passwords do. */
export async function signInByCode(
  desk: Desk,
  attempt: CodeAttempt,
): ReturnType<SecondFactors['signIn']> {
  const { auth, records } = desk;
  const { address } = attempt;
  const headers = pendingHeaders(attempt);
  const { personId = '' } = await auth.api.pendingPerson({ headers });
  const found = await records.person(personId);
  if (found.kind === 'refused') return found;
  const person = found.value;
  if (!person) return refused(report('first-step-over', {}, fileSpan('sign-in')));
  const keys: readonly SignInKey[] = [
    { kind: 'login', text: person.login },
    { kind: 'address', text: address },
  ];
  const until = await records.beginSignIn(keys);
  if (until.kind === 'refused') return until;
  if (until.value) return done({ kind: 'wait', until: until.value });
  const code = attempt.code.replace(/\s/g, '');
  const by = /^\d{6}$/.test(code) ? 'code' : 'recovery-code';
  const asked = { body: { code }, headers, returnHeaders: true } as const;
  const isUsed = by === 'code' && (await isUsedCode(desk, person.id, code));
  const verified = isUsed
    ? undefined
    : await unlessRefused(
        by === 'code' ? auth.api.verifyTOTP(asked) : auth.api.verifyBackupCode(asked),
      );
  if (!verified) return wrongCode(desk, person, headers, address);
  if (by === 'code') await keepUsedCode(desk, person.id, code);
  const ended = await records.endSignIn(keys);
  if (ended.kind === 'refused') return ended;
  const noted = await records.note(person.id, 'sign-in', { address, by });
  if (noted.kind === 'refused') return noted;
  return done({ kind: 'signed-in', person, cookies: verified.headers.getSetCookie() });
}

async function wrongCode(
  { auth, records }: Desk,
  person: SignInPerson,
  headers: Headers,
  address: string,
): ReturnType<SecondFactors['signIn']> {
  const noted = await records.note(person.id, 'sign-in-failed', { address, by: 'code' });
  if (noted.kind === 'refused') return noted;
  const { personId } = await auth.api.pendingPerson({ headers });
  const reason = personId === undefined ? 'first-step-over' : 'code-wrong';
  return refused(report(reason, {}, fileSpan('code')));
}

/** Of the cookies that of the first step alone: somebody who is signed in as another person is none the nearer. */
function pendingHeaders({ headers, address }: CodeAttempt): Headers {
  const kept = requestHeaders(headers, address);
  const cookies = (kept.get('cookie') ?? '').split(';').map((each) => each.trim());
  const own = cookies.filter((each) => each.split('=')[0]?.endsWith(`.${PENDING_COOKIE}`));
  kept.set('cookie', own.join('; '));
  return kept;
}

/** As long as better-auth takes a code: its own half minute, and those before and after it. */
const CODE_MILLIS = 90_000;

/** Whoever looks over somebody's shoulder signs in with nothing (RFC 6238, 5.2). */
async function isUsedCode({ auth, now }: Desk, personId: string, code: string): Promise<boolean> {
  const { internalAdapter } = await auth.$context;
  const row = await internalAdapter.findVerificationValue(usedName(personId, code));
  return row !== null && row.expiresAt > now();
}

async function keepUsedCode({ auth, now }: Desk, personId: string, code: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  const expiresAt = new Date(now().getTime() + CODE_MILLIS);
  const row = { identifier: usedName(personId, code), value: personId, expiresAt };
  await internalAdapter.createVerificationValue(row);
}

function usedName(personId: string, code: string): string {
  return `used-code-${personId}-${code}`;
}
