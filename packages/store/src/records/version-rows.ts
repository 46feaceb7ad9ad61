import type { Repeal, StoredVersion } from '@tiaoli/workspace';
import type { Prisma, Repeal as RepealRow } from '../generated/client.ts';

export const withFiles = { files: { orderBy: { path: 'asc' } } } as const;

type VersionRow = Prisma.VersionGetPayload<{ include: typeof withFiles }>;

export function versionOf(row: VersionRow): StoredVersion {
  const { id, documentId, number, path, hash, sourceHash, moduleHash, meaningHash } = row;
  const { engineVersion, effectiveFrom, publishedAt, publisherId, rollbackOfId } = row;
  return {
    ...{ id, documentId, number, path, hash, sourceHash, moduleHash, meaningHash, engineVersion },
    ...{ effectiveFrom: dayOf(effectiveFrom), publishedAt, publisherId },
    ...(rollbackOfId !== null && { rollbackOfId }),
    files: row.files.map((file) => ({ path: file.path, hash: file.hash })),
  };
}

export function repealOf(row: RepealRow): Repeal {
  const { id, documentId, number, from, reason, recordedAt, recorderId } = row;
  return { id, documentId, number, from: dayOf(from), reason, recordedAt, recorderId };
}

/** Prisma holds a calendar day as midnight in UTC. */
export function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
