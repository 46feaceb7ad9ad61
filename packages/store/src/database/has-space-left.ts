import { statfs } from 'node:fs/promises';

/** Bytes: some segments of the log of the database, of 16 MiB each, and what one transaction may store beside them. */
const LEAST_SPACE = 64 * 1024 * 1024;

/**
 * Whether the disk of a folder has space for another transaction. Where it becomes full in the midst of its log, the
 * embedded database never comes back, and the whole process with it: so nothing is begun before that.
 */
export async function hasSpaceLeft(folder: string): Promise<boolean> {
  // Of a disk that does not say how full it is nothing is assumed.
  const disk = await statfs(folder).catch(() => undefined);
  return disk === undefined || disk.bavail * disk.bsize >= LEAST_SPACE;
}
