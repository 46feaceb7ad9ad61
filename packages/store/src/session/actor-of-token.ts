import type { Prisma } from '../generated/client.ts';

/** Whose token it is; undefined where it is unknown, ended or taken back, or the person is disabled. */
export async function actorOfToken(
  database: Prisma.TransactionClient,
  hash: string,
  now: Date,
): Promise<string | undefined> {
  const row = await database.apiToken.findUnique({ where: { hash }, include: { user: true } });
  if (!row || row.revokedAt || row.expiresAt <= now || row.user.disabledAt) return undefined;
  return row.userId;
}
