import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderLimits } from '@tiaoli/simulation';
import { markUsed, pruneFolder } from '@tiaoli/simulation';

/** Accounts of cities that were handed in, each under the SHA-256 of its text, so that an address can name one. */
export interface AccountFiles {
  keep(text: string): Promise<string>;
  /** Undefined where none has this name. */
  read(name: string): Promise<string | undefined>;
}

/** Accounts are a few kilobytes; an address of last year may still name one. */
const limits: FolderLimits = { bytes: 64 * 2 ** 20, days: 400 };

/** @param folder  need not be there yet */
export function openAccountFiles(folder: string): AccountFiles {
  const pathOf = (name: string): string => join(folder, `${name}.csv`);
  return {
    async keep(text) {
      const name = createHash('sha256').update(text).digest('hex');
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(pathOf(name), text, { mode: 0o600 });
      await pruneFolder(folder, limits);
      return name;
    },
    async read(name) {
      if (!/^[0-9a-f]{64}$/.test(name)) return undefined;
      const text = await readFile(pathOf(name), 'utf8').catch(() => undefined);
      if (text !== undefined) await markUsed(pathOf(name));
      return text;
    },
  };
}
