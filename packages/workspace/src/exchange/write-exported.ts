import { mkdir } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { PolicyFolder } from '../folder/open-policy-folder.ts';
import { openPolicyFolder } from '../folder/open-policy-folder.ts';
import { isCataloguePath, isPolicyPath } from '../folder/policy-path.ts';

/** What became of the files of an export, by path within its folder, in ascending order. */
export interface WrittenExport {
  readonly written: readonly string[];
  /** There already, to the byte. */
  readonly same: readonly string[];
  /** Policies of the folder that the store does not know: they stay. */
  readonly other: readonly string[];
  /** Not written: no file system that we know takes such a name, or it leads out of the folder. */
  readonly unsuitable: readonly string[];
}

/**
 * Puts exported files below `out`, which is made where it is missing. A file that is there to the byte is left alone, so
 * that git and the times of files show what changed; nothing is ever removed, and no link followed. Throws what the
 * file system throws; each file is the old one or the new one then.
 */
export async function writeExported(
  out: string,
  files: ReadonlyMap<string, Uint8Array>,
  onFile: (path: string, done: number) => void = () => undefined,
): Promise<WrittenExport> {
  const full = resolve(out);
  await mkdir(full, { recursive: true });
  const name = basename(full);
  const folder = openPolicyFolder(dirname(full), name);
  const inside = (path: string): string => `${name}/${path}`;
  const written: string[] = [];
  const same: string[] = [];
  const unsuitable: string[] = [];
  for (const [at, [path, bytes]] of [...files].entries()) {
    onFile(path, at);
    if (!isPolicyPath(inside(path), name) && !isCataloguePath(inside(path), name)) {
      unsuitable.push(path);
    } else if (await isThere(folder, inside(path), bytes)) same.push(path);
    else {
      await folder.writeBytes(inside(path), bytes);
      written.push(path);
    }
  }
  const there = (await folder.list()).map((path) => path.slice(name.length + 1));
  const other = there.filter((path) => !files.has(path));
  return { written, same, other, unsuitable };
}

async function isThere(folder: PolicyFolder, path: string, bytes: Uint8Array): Promise<boolean> {
  const found = (await folder.find(path)) ?? (await folder.findBeside(path));
  return found !== undefined && Buffer.from(found).equals(bytes);
}
