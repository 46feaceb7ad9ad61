import { setTimeout as wait } from 'node:timers/promises';
import { fileSpan } from '@tiaoli/base';
import type { Outcome, SignInAttempt, SignInKey, SignInResult } from '@tiaoli/workspace';
import { accountAddress, MOST_PASSWORD, report } from '@tiaoli/workspace';
import { addressHeader } from './auth.ts';
import type { Desk } from './desk.ts';
import { done, refused, unlessRefused } from './desk.ts';

/** A refusal takes as long, whatever the reason: what is looked at takes less. */
const REFUSAL_MILLIS = 700;

/** Nobody has this id: what is asked of an unknown login is asked of somebody who is not there. */
const nobody = '00000000-0000-4000-8000-00000000ffff';

/** Signs in by password, and counts what fails. */
export async function signIn(desk: Desk, attempt: SignInAttempt): Promise<Outcome<SignInResult>> {
  const { records } = desk;
  const least = wait(REFUSAL_MILLIS);
  const keys: readonly SignInKey[] = [
    { kind: 'login', text: attempt.login },
    { kind: 'address', text: attempt.address },
  ];
  const until = await records.beginSignIn(keys);
  if (until.kind === 'refused') return until;
  if (until.value) return done({ kind: 'wait', until: until.value });
  const person = await records.personOfLogin(attempt.login);
  if (person.kind === 'refused') return person;
  const answer = await ask(desk, person.value?.id ?? nobody, attempt);
  if (!answer || !person.value) {
    if (person.value) {
      const noted = await records.note(person.value.id, 'sign-in-failed', {
        address: attempt.address,
      });
      if (noted.kind === 'refused') return noted;
    }
    await least;
    return refused(report('sign-in-refused', {}, fileSpan('sign-in')));
  }
  const cookies = answer.headers.getSetCookie();
  const isWhole = 'token' in answer.response;
  // Under the login it is forgotten with the code: whoever knows the password is not to guess codes without end.
  const ended = await records.endSignIn(isWhole ? keys : keys.filter(isAddress));
  if (ended.kind === 'refused') return ended;
  if (!isWhole) return done({ kind: 'second-factor', cookies });
  const how = { address: attempt.address, by: 'password' };
  const noted = await records.note(person.value.id, 'sign-in', how);
  if (noted.kind === 'refused') return noted;
  return done({ kind: 'signed-in', person: person.value, cookies });
}

function isAddress({ kind }: SignInKey): boolean {
  return kind === 'address';
}

/** Undefined where the password is wrong. */
function ask({ auth }: Desk, personId: string, { password, address, headers }: SignInAttempt) {
  return unlessRefused(
    auth.api.signInEmail({
      // A longer one was never set, and would take longer to look at.
      body: { email: accountAddress(personId), password: password.slice(0, MOST_PASSWORD * 2 + 1) },
      headers: requestHeaders(headers, address),
      returnHeaders: true,
    }),
  );
}

/** What is noted of a session, and nothing else of what a browser says. */
export function requestHeaders(headers: Headers, address: string): Headers {
  const kept = new Headers({ [addressHeader]: address });
  for (const name of ['cookie', 'user-agent']) {
    const value = headers.get(name);
    if (value !== null) kept.set(name, value.slice(0, 4000));
  }
  return kept;
}
