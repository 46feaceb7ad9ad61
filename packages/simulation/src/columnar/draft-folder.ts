import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * A new folder beside the one that shall be made, hidden, and named after this process; moved there when it is whole.
 *
 * What a process that was killed has left of the same folder is cleared away first: nobody goes on with it.
 */
export async function openDraft(folder: string): Promise<string> {
  const parent = dirname(folder);
  await mkdir(parent, { recursive: true });
  await clearDrafts(folder);
  return mkdtemp(join(parent, `${prefixOf(folder)}${process.pid}-`));
}

/** Takes away drafts of processes that are no more; those of others are left alone. */
export async function clearDrafts(folder: string): Promise<void> {
  const parent = dirname(folder);
  const prefix = prefixOf(folder);
  for (const name of await readdir(parent).catch(() => [])) {
    const [, pid] = name.startsWith(prefix)
      ? (/^(\d+)-[A-Za-z0-9]{6}$/.exec(name.slice(prefix.length)) ?? [])
      : [];
    if (pid === undefined || isAlive(Number(pid))) continue;
    await rm(join(parent, name), { recursive: true, force: true });
  }
}

function prefixOf(folder: string): string {
  return `.${basename(folder)}-`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
