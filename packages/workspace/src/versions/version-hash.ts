import { createHash } from 'node:crypto';
import type { VersionContent } from '../records/records.ts';

/** The SHA-256 of all that makes a version the one that it is, its bytes by their own hashes. */
export function versionHash(content: VersionContent): string {
  const { documentId, number, path, sourceHash, moduleHash, meaningHash } = content;
  const { engineVersion, effectiveFrom, files } = content;
  const beside = files
    .map(({ path: name, hash }) => [name, hash])
    .sort(([left = ''], [right = '']) => (left < right ? -1 : 1));
  const parts = [documentId, number, path, sourceHash, moduleHash, meaningHash];
  return hashOfBytes(JSON.stringify(['version 1', ...parts, engineVersion, effectiveFrom, beside]));
}

/** 64 hexadecimal digits. */
export function hashOfBytes(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
