import { createHash } from 'node:crypto';
import type { SignInKey } from '@tiaoli/workspace';
import { FORGOTTEN_MILLIS, waitAfter } from '@tiaoli/workspace';
import type { Session } from '../session/session.ts';

interface Row {
  readonly key: string;
  readonly count: number;
  readonly failed_at: Date;
}

/** Counts a try; answers with the moment from which on one is taken, where this one is not. */
export async function beginSignIn(
  { database, now }: Session,
  keys: readonly SignInKey[],
): Promise<Date | undefined> {
  const at = now();
  const forgotten = new Date(at.getTime() - FORGOTTEN_MILLIS);
  await database.signInFailure.deleteMany({ where: { failedAt: { lt: forgotten } } });
  // In one order, so that of two tries neither waits for the other for ever.
  const ordered = [...keys].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
  let until: Date | undefined;
  for (const key of ordered) {
    const row = { key: keyOf(key), count: 0, failedAt: at };
    await database.signInFailure.createMany({ data: [row], skipDuplicates: true });
    const [known] = await database.$queryRaw<readonly Row[]>`
      SELECT key, count, failed_at FROM sign_in_failure WHERE key = ${row.key} FOR UPDATE`;
    if (!known) continue;
    const free = waitAfter(key.kind, { count: known.count, failedAt: known.failed_at });
    if (free > at && (until === undefined || free > until)) until = free;
  }
  if (until) return until;
  for (const key of ordered) {
    const data = { count: { increment: 1 }, failedAt: at };
    await database.signInFailure.update({ where: { key: keyOf(key) }, data });
  }
  return undefined;
}

export async function endSignIn({ database }: Session, keys: readonly SignInKey[]): Promise<true> {
  for (const key of keys) {
    const where = { key: keyOf(key) };
    if (key.kind === 'login') await database.signInFailure.deleteMany({ where });
    else {
      // Of an address only this try is taken back: one good account there does not make the others good.
      const one = { where: { ...where, count: { gt: 0 } }, data: { count: { decrement: 1 } } };
      await database.signInFailure.updateMany(one);
    }
  }
  return true;
}

function keyOf({ kind, text }: SignInKey): string {
  return createHash('sha256').update(`${kind}\n${text}`).digest('hex');
}
