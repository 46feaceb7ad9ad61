import type { Actor, Role } from '@tiaoli/workspace';
import { operatorId } from '@tiaoli/workspace';
import type { Prisma } from '../generated/client.ts';
import { isId } from './session.ts';

/** A person with the roles of this moment; undefined for one who is unknown or disabled. */
export async function loadActor(
  database: Prisma.TransactionClient,
  id: string,
): Promise<Actor | undefined> {
  if (id === operatorId) return { id, grants: [{ role: 'operator', path: '' }] };
  if (!isId(id)) return undefined;
  const user = await database.user.findUnique({
    where: { id, disabledAt: null },
    include: { grants: { include: { jurisdiction: true } } },
  });
  return (
    (user && {
      id,
      // Only roles that the program knows are ever stored.
      grants: user.grants.map(({ role, jurisdiction }) => ({
        role: role as Role,
        path: jurisdiction.path,
      })),
    }) ??
    undefined
  );
}
