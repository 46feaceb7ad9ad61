import { createHash } from 'node:crypto';
import type { PolicyFolder } from './folder/open-policy-folder.ts';
import { decodeText } from './open-policies.ts';

/** A policy as it is stored. */
export interface StoredSource {
  readonly text: string;
  /** Of the bytes as stored; what `saveSource` takes to tell whether they changed meanwhile. */
  readonly revision: string;
}

/** The text of `path` with its revision; undefined where there is no such policy. Bytes that are no UTF-8 read as �. */
export async function readSource(
  folder: Pick<PolicyFolder, 'find'>,
  path: string,
): Promise<StoredSource | undefined> {
  const bytes = await folder.find(path);
  if (!bytes) return undefined;
  const text = decodeText(bytes) ?? new TextDecoder().decode(bytes);
  return { text, revision: revisionOf(bytes) };
}

/** The SHA-256 of the bytes, in 64 hexadecimal digits. */
export function revisionOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
