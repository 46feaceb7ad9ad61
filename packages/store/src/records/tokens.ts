import { fileSpan } from '@tiaoli/base';
import type { ApiToken, TokenRecords } from '@tiaoli/workspace';
import { report } from '@tiaoli/workspace';
import type { ApiToken as Row } from '../generated/client.ts';
import type { Session } from '../session/session.ts';
import { demand, found, isId, Refusal } from '../session/session.ts';
import { appendEvent } from './audit.ts';
import { things } from './things.ts';
import { placesOf, seenUser } from './users.ts';

export function tokenRecords(session: Session): TokenRecords {
  const { database } = session;
  return {
    add: async (userId, { name, hash, expiresAt }) => {
      const id = session.newId();
      const places = await managedPlaces(session, userId);
      if (!isName(name)) throw new Refusal([report('token-refused', {}, fileSpan('token'))]);
      const row = await database.apiToken.create({
        data: { id, userId, name, hash, expiresAt, createdAt: session.now() },
      });
      for (const place of places) {
        const detail = { name, userId, expiresAt: expiresAt.toISOString() };
        await appendEvent(session, place, { action: 'add-token', subject: id, detail });
      }
      return tokenOf(row);
    },
    list: async (userId) => {
      await managedPlaces(session, userId);
      const rows = await database.apiToken.findMany({
        where: { userId },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(tokenOf);
    },
    revoke: async (userId, id) => {
      const places = await managedPlaces(session, userId);
      const row = isId(id)
        ? await database.apiToken.findUnique({ where: { id, userId } })
        : undefined;
      const { revokedAt } = found(row ?? undefined, things.token);
      if (revokedAt) return;
      await database.apiToken.update({ where: { id }, data: { revokedAt: session.now() } });
      for (const place of places) {
        const event = { action: 'revoke-token', subject: id, detail: { userId } };
        await appendEvent(session, place, event);
      }
    },
  };
}

/** The places of a person, each of which has to allow it; ends the transaction otherwise. */
async function managedPlaces(session: Session, userId: string): Promise<readonly string[]> {
  const places = await placesOf(session, await seenUser(session, userId));
  for (const { path } of places) demand(session, 'manage-tokens', { path, owner: userId });
  return places.map(({ id }) => id);
}

/** No text column holds the character with the number 0. */
function isName(text: string): boolean {
  return text.trim() !== '' && text.length <= 100 && !text.includes('\0') && text.isWellFormed();
}

function tokenOf({ id, userId, name, createdAt, expiresAt, revokedAt }: Row): ApiToken {
  return {
    ...{ id, userId, name, createdAt, expiresAt },
    ...(revokedAt !== null && { revokedAt }),
  };
}
