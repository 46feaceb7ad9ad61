import { createHash } from 'node:crypto';
import type { PolicyFiles } from '../files/policy-files.ts';
import { openPolicyFiles } from '../files/policy-files.ts';

/** What was looked at of policies, and what was found: where all of it is found again, so are the rules. */
export interface Reading {
  readonly paths: readonly string[];
  readonly folder: string | undefined;
  readonly listed: readonly string[];
  /** Undefined where nobody asked. */
  readonly library: readonly string[] | undefined;
  /** Hash by path; undefined for a file that a document names and that is not there. */
  readonly files: ReadonlyMap<string, string | undefined>;
}

/** Policies as they are opened, and what of them was read since. */
export function recordReading(): {
  readonly open: typeof openPolicyFiles;
  readonly readings: () => readonly Reading[];
} {
  const begun: (() => Reading)[] = [];
  return {
    open: async (cwd, paths, folder) => {
      const { files, reading } = recorded(await openPolicyFiles(cwd, paths, folder));
      begun.push(() => ({ paths, folder, ...reading() }));
      return files;
    },
    readings: () => begun.map((reading) => reading()),
  };
}

function recorded(own: PolicyFiles): {
  readonly files: PolicyFiles;
  readonly reading: () => Pick<Reading, 'listed' | 'library' | 'files'>;
} {
  let listed: readonly string[] = [];
  let library: readonly string[] | undefined;
  const hashes = new Map<string, string | undefined>();
  return {
    files: {
      ...own,
      list: async () => {
        listed = await own.list();
        return listed;
      },
      library: async () => {
        library = await own.library();
        return library;
      },
      read: async (path) => {
        const bytes = await own.read(path);
        hashes.set(path, hashOf(bytes));
        return bytes;
      },
      findBeside: async (path) => {
        const bytes = await own.findBeside(path);
        hashes.set(path, bytes && hashOf(bytes));
        return bytes;
      },
    },
    reading: () => ({ listed, library, files: hashes }),
  };
}

/** True where the same is found again, file by file. */
export async function readsTheSame(cwd: string, reading: Reading): Promise<boolean> {
  const { paths, folder, listed, library, files } = reading;
  const own = await openPolicyFiles(cwd, paths, folder);
  if (!isSameList(await own.list(), listed)) return false;
  if (library && !isSameList(await own.library(), library)) return false;
  for (const [path, hash] of files) {
    // A document is a file like any other; one that is gone is none.
    const bytes = await own.findBeside(path);
    if ((bytes && hashOf(bytes)) !== hash) return false;
  }
  return true;
}

function isSameList(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((path, at) => path === right[at]);
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
