import type { OpenSession } from '@tiaoli/workspace';
import type { Session } from '../session/session.ts';
import { isId } from '../session/session.ts';
import { noteDeed } from './deeds.ts';
import { enter } from './enter.ts';

/** How better-auth calls a password among what a person is known by. */
const CREDENTIAL = 'credential';

export async function setPassword(
  session: Session,
  personId: string,
  password: string,
  kept?: string,
): Promise<true> {
  const { database, now, newId } = session;
  await enter(session, personId);
  const key = { providerId: CREDENTIAL, accountId: personId };
  await database.authAccount.upsert({
    where: { providerId_accountId: key },
    create: { ...key, id: newId(), userId: personId, password, createdAt: now(), updatedAt: now() },
    update: { password, updatedAt: now() },
  });
  const ended = {
    userId: personId,
    ...(kept !== undefined && isId(kept) && { NOT: { id: kept } }),
  };
  await database.authSession.deleteMany({ where: ended });
  const open = { userId: personId, usedAt: null };
  await database.oneTimeLink.updateMany({ where: open, data: { usedAt: now() } });
  await noteDeed(session, personId, 'change-password', {});
  return true;
}

/** Newest first. */
export async function sessionsOf(
  { database, now }: Session,
  userId: string,
): Promise<readonly OpenSession[]> {
  const rows = await database.authSession.findMany({
    where: { userId, expiresAt: { gt: now() } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(({ id, createdAt, updatedAt, expiresAt, ipAddress, userAgent }) => ({
    ...{ id, expiresAt, startedAt: createdAt, seenAt: updatedAt },
    ...(ipAddress && { address: ipAddress }),
    ...(userAgent && { browser: userAgent }),
  }));
}

export async function endSession(session: Session, userId: string, id: string): Promise<true> {
  if (!isId(id)) return true;
  const { count } = await session.database.authSession.deleteMany({ where: { id, userId } });
  if (count > 0) await noteDeed(session, userId, 'end-session', {});
  return true;
}
