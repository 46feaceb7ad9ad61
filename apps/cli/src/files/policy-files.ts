import { realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { SourceFolder } from '@tiaoli/workspace';
import { listPolicyFiles, writeAtomically } from '@tiaoli/workspace';
import { UsageError } from '../usage-error.ts';
import { readFileBytes, readIfAny, unreadable } from './read-file.ts';

/** Where policies are looked for when no path is given, and where the documents that a draft rests on are. */
export const defaultPolicies = 'policies';

/** Files as asked for, with the rest of the folder of policies that they belong to. */
export interface PolicyFiles extends SourceFolder {
  /** True for the files that findings are wanted about. */
  isAsked(path: string): boolean;
}

/**
 * The policies under `paths`.
 *
 * A file inside the folder of policies is read together with all of it: what it rests on, and what rests on it. Files
 * elsewhere stand for themselves; that folder and their own neighbours are their library.
 */
export async function openPolicyFiles(
  cwd: string,
  paths: readonly string[],
  policies: string = defaultPolicies,
): Promise<PolicyFiles> {
  const asked = new Set<string>();
  for (const path of paths) {
    for (const file of await filesUnder(cwd, path)) asked.add(file);
  }
  const home = await filesIfAny(cwd, policies);
  const belongs = [...asked].some((file) => home.includes(file));
  const listed = belongs ? new Set([...asked, ...home]) : asked;
  return {
    isAsked: (path) => asked.has(path),
    list: async () => [...listed].sort(),
    async library() {
      const near = await Promise.all(
        [...new Set([...asked].map((file) => dirname(file)))].map((folder) =>
          neighbours(cwd, folder),
        ),
      );
      return [...new Set([...home, ...near.flat()])].filter((file) => !listed.has(file)).sort();
    },
    read: (path) => readFileBytes(cwd, path),
    findBeside: (path) => readIfAny(cwd, path),
    async write(path, text) {
      try {
        // A link that a person names stands for the file behind it.
        await writeAtomically(await realpath(resolve(cwd, path)), text);
      } catch (error) {
        throw new UsageError(unreadable(path, error));
      }
    },
  };
}

/** The policies of a folder, however deep, or the one file that `path` is. */
async function filesUnder(cwd: string, path: string): Promise<readonly string[]> {
  const full = resolve(cwd, path);
  try {
    if (!(await stat(full)).isDirectory()) return [shownPath(cwd, full)];
    return (await listPolicyFiles(full)).map((file) => shownPath(cwd, file));
  } catch (error) {
    throw new UsageError(unreadable(path, error));
  }
}

async function filesIfAny(cwd: string, path: string): Promise<readonly string[]> {
  const found = await stat(resolve(cwd, path)).catch(() => undefined);
  return found?.isDirectory() ? filesUnder(cwd, path) : [];
}

async function neighbours(cwd: string, folder: string): Promise<readonly string[]> {
  const files = await listPolicyFiles(resolve(cwd, folder), { deep: false });
  return files.map((file) => shownPath(cwd, file));
}

/** Relative to where the command runs, with forward slashes; absolute for what lies elsewhere. */
export function shownPath(cwd: string, full: string): string {
  const path = relative(cwd, full);
  const outside = path.startsWith('..') || isAbsolute(path);
  return (outside ? full : path).split(sep).join('/');
}
