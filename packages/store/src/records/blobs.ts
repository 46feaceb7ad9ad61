import { fileSpan } from '@tiaoli/base';
import { hashOfBytes, report } from '@tiaoli/workspace';
import type { Session } from '../session/session.ts';
import { Refusal } from '../session/session.ts';

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

/** Keeps a text; see `keepBytes`. */
export function keepText(session: Session, text: string): Promise<string> {
  // Half of a character of two halves has no UTF-8: it would be read again as another text.
  if (!text.isWellFormed()) throw new Refusal([report('not-utf8', {}, fileSpan('text'))]);
  return keepBytes(session, new TextEncoder().encode(text));
}

/** The text as it was kept, with a byte order mark where it had one. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
