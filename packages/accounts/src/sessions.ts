import type { Outcome, SignedIn } from '@tiaoli/workspace';
import { LONGEST_MILLIS } from './auth.ts';
import type { Desk } from './desk.ts';
import { done, unlessRefused } from './desk.ts';

/** Whose session a request names; a person who is disabled has none. */
export async function sessionOf(
  { auth, records, now }: Desk,
  headers: Headers,
): Promise<Outcome<SignedIn | undefined>> {
  if (!headers.has('cookie')) return done(undefined);
  const found = await unlessRefused(auth.api.getSession({ headers, returnHeaders: true }));
  if (!found?.response) return done(undefined);
  const { session } = found.response;
  const person = await records.person(session.userId);
  if (person.kind === 'refused') return person;
  const tooOld = session.createdAt.getTime() + LONGEST_MILLIS <= now().getTime();
  if (tooOld || !person.value) {
    await records.endSession(session.userId, session.id);
    return done(undefined);
  }
  const cookies = found.headers.getSetCookie();
  return done({ personId: session.userId, sessionId: session.id, cookies });
}

/** Ends the session of a request, if there is one; answers with the cookies that take it from the browser. */
export async function signOut(desk: Desk, headers: Headers): Promise<Outcome<readonly string[]>> {
  const session = await sessionOf(desk, headers);
  if (session.kind === 'refused') return session;
  const left = await desk.auth.api.signOut({ headers, returnHeaders: true });
  if (session.value) {
    const noted = await desk.records.note(session.value.personId, 'sign-out', {});
    if (noted.kind === 'refused') return noted;
  }
  return done(left.headers.getSetCookie());
}
