import type { ProposalRound } from '../records/proposals.ts';
import { hashOfBytes } from '../versions/version-hash.ts';

/** The SHA-256 of all that is decided on with one round: its text, its place, its first day, and what it changes. */
export function roundHash({
  path,
  sourceHash,
  effectiveFrom,
  baseVersionId,
}: Pick<ProposalRound, 'path' | 'sourceHash' | 'effectiveFrom' | 'baseVersionId'>): string {
  const base = baseVersionId ?? null;
  return hashOfBytes(JSON.stringify(['round 1', path, sourceHash, effectiveFrom, base]));
}
