import type { Prisma } from '../generated/client.ts';

/**
 * From here to its end a transaction is that of one person: rows that they may not see are in no answer, whatever is
 * asked (the migration `row_level_security`). It takes on a role for which alone there are policies, also where the
 * connection's own role would pass every one, as an owner's and an administrator's of the server does.
 */
export async function enterWall(
  database: Prisma.TransactionClient,
  actorId: string,
): Promise<void> {
  await database.$queryRaw`
    SELECT set_config('tiaoli.actor', ${actorId}, true), set_config('role', 'tiaoli_office', true)`;
}
