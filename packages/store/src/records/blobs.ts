import { hashOfBytes } from '@tiaoli/workspace';
import type { Session } from '../session/session.ts';

/** Keeps bytes under their hash, with which it answers; the same bytes are kept once. */
export async function keepBytes({ database }: Session, bytes: Uint8Array): Promise<string> {
  const hash = hashOfBytes(bytes);
  // Not `upsert`: it would ask first and write then, and fail where another writes the same in between.
  await database.blob.createMany({
    data: [{ hash, bytes: new Uint8Array(bytes) }],
    skipDuplicates: true,
  });
  return hash;
}
