import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * A new folder beside the one that shall be made, hidden, and named after this process; moved there when it is whole.
 *
 * What a process that was killed has left of the same folder is cleared away first; see `takeOverDraft` for going on with it.
 */
export async function openDraft(folder: string): Promise<string> {
  const parent = dirname(folder);
  await mkdir(parent, { recursive: true });
  await clearDrafts(folder);
  return mkdtemp(join(parent, `${prefixOf(folder)}${process.pid}-`));
}

/**
 * A draft of the same folder that a killed process has left and that is the wanted one, now this process's own; the others
 * of dead processes are cleared away. Undefined where there is none.
 */
export async function takeOverDraft(
  folder: string,
  isWanted: (draft: string) => Promise<boolean>,
): Promise<string | undefined> {
  for (const left of await deadDrafts(folder)) {
    if (!(await isWanted(left))) continue;
    const own = await mkdtemp(join(dirname(folder), `${prefixOf(folder)}${process.pid}-`));
    try {
      await rename(left, own);
    } catch {
      // Another process was faster.
      await rm(own, { recursive: true, force: true });
      continue;
    }
    await clearDrafts(folder);
    return own;
  }
  return undefined;
}

/** Takes away drafts of processes that are no more; those of others are left alone. */
export async function clearDrafts(folder: string): Promise<void> {
  for (const left of await deadDrafts(folder)) await rm(left, { recursive: true, force: true });
}

async function deadDrafts(folder: string): Promise<readonly string[]> {
  const parent = dirname(folder);
  const prefix = prefixOf(folder);
  const names = await readdir(parent).catch((): string[] => []);
  return names.flatMap((name) => {
    const [, pid] = name.startsWith(prefix)
      ? (/^(\d+)-[A-Za-z0-9]{6}$/.exec(name.slice(prefix.length)) ?? [])
      : [];
    return pid === undefined || isAlive(Number(pid)) ? [] : [join(parent, name)];
  });
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
