import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** What a folder of things that can be made again may hold. */
export interface FolderLimits {
  readonly bytes: number;
  /** Days since a file was written or used last. */
  readonly days: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Removes what was used longest ago until the folder is within its limits. What was used within the last hour stays, since
 * somebody may be at it. A folder that cannot be read or written is left as it is: this is house-keeping, and no fault
 * of whoever asked for something else.
 *
 * @param now  milliseconds since 1970
 */
export async function pruneFolder(
  folder: string,
  limits: FolderLimits,
  now = Date.now(),
): Promise<void> {
  const files = await filesIn(folder);
  const byAge = files.toSorted((left, right) => right.used - left.used);
  let bytes = 0;
  for (const file of byAge) {
    bytes += file.bytes;
    const age = now - file.used;
    const isBeyond = bytes > limits.bytes || age > limits.days * DAY;
    if (isBeyond && age > HOUR) await rm(file.path, { force: true }).catch(() => undefined);
  }
}

/** A file that is read counts as used now. */
export async function markUsed(path: string, now = Date.now()): Promise<void> {
  const time = new Date(now);
  await utimes(path, time, time).catch(() => undefined);
}

interface FoundFile {
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly used: number;
}

async function filesIn(folder: string): Promise<readonly FoundFile[]> {
  const names = await readdir(folder).catch((): string[] => []);
  const found = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const told = await stat(path).catch(() => undefined);
      return told?.isFile() ? [{ path, bytes: told.size, used: told.mtimeMs }] : [];
    }),
  );
  return found.flat();
}
