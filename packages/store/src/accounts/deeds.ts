import { appendEvent } from '../records/audit.ts';
import { placesOf, seenUser } from '../records/users.ts';
import type { Session } from '../session/session.ts';

/** Adds what a person did to the trail of each of their places, in their own name. */
export async function noteDeed(
  session: Session,
  personId: string,
  action: string,
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  const places = await placesOf(session, await seenUser(session, personId));
  const theirs = { ...session, actor: { id: personId, grants: [] } };
  for (const { id } of places) await appendEvent(theirs, id, { action, subject: personId, detail });
}
