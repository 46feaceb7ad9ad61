import { accountAddress } from '@tiaoli/workspace';
import type { Session } from '../session/session.ts';

/** Enters a person among those who can sign in. */
export async function enter({ database, now }: Session, personId: string): Promise<void> {
  const { name } = await database.user.findUniqueOrThrow({ where: { id: personId } });
  const at = { createdAt: now(), updatedAt: now() };
  const email = accountAddress(personId);
  await database.authUser.createMany({
    data: [{ id: personId, name, email, emailVerified: true, ...at }],
    skipDuplicates: true,
  });
}
