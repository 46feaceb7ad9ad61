import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export type FolderLock =
  | { readonly kind: 'locked'; release(): void }
  /** Another program, or this one already, has the folder; its process id where it told. */
  | { readonly kind: 'taken'; readonly owner?: string };

/** What SQLite answers where somebody else has the lock. */
const SQLITE_BUSY = 5;

/**
 * Takes a folder for this process alone, making it where it is not there. Throws what the file system throws.
 *
 * The lock is the operating system's own on the file `lock`, taken through SQLite, which knows how on each system: so it
 * ends with the process, also with one that is killed, and there are no stale locks to judge. A file with a process id, as
 * is common, would be misread in containers, where every server is process 1.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lock = takeLock(join(folder, 'lock'));
  if (!lock) return { kind: 'taken', ...(await ownerOf(folder)) };
  await writeFile(join(folder, 'owner'), `${process.pid}\n`);
  return { kind: 'locked', release: () => lock.close() };
}

function takeLock(path: string): DatabaseSync | undefined {
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return;
    throw error;
  }
}

/** Only for the message: who wrote the file last is not sure to be who has the lock. */
async function ownerOf(folder: string): Promise<{ readonly owner?: string }> {
  const owner = await readFile(join(folder, 'owner'), 'utf8').catch(() => '');
  return /^\d+\n$/.test(owner) ? { owner: owner.trim() } : {};
}
