import type { BigIntStats } from 'node:fs';
import { lstat, mkdir, readFile, realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { SourceFolder } from '../source-folder.ts';
import { listPolicyFiles } from './list-policy-files.ts';
import { isCataloguePath, isPolicyPath } from './policy-path.ts';
import type { InTurn } from './take-turns.ts';
import { takeTurns } from './take-turns.ts';
import { writeAtomically } from './write-atomically.ts';

/** A folder of policies on disk that is read and written while it is in use. Paths begin with the folder's name. */
export interface PolicyFolder extends SourceFolder {
  /** True for the paths that may be read and written here. */
  isPath(path: string): boolean;
  /** The bytes of a file; undefined where there is none. */
  find(path: string): Promise<Uint8Array | undefined>;
  /** Puts the bytes of a policy, or of the rows of a catalogue, in the place of whatever file is there. */
  writeBytes(path: string, bytes: Uint8Array): Promise<void>;
  /** For every file a text that is another one as soon as the file is. */
  stamps(): Promise<ReadonlyMap<string, string>>;
  /** The same for one file that a document names; undefined where there is none. */
  stampBeside(path: string): Promise<string | undefined>;
  /** Does `work` while no other work given to this folder is done, in the order in which it was given. */
  readonly exclusively: InTurn;
}

/** Below this age a change may bear the time of the one before: times on disk are some milliseconds coarse. */
const FRESH_MS = 100;

/**
 * The folder `base`/`name`; its files go by `name/…` with forward slashes. Nothing outside it is read or written: a
 * path that is no policy's, and a link, are as good as no file, and writing there throws.
 */
export function openPolicyFolder(base: string, name: string): PolicyFolder {
  const root = resolve(base, name);
  const fullPath = (path: string): string => join(root, path.slice(name.length + 1));
  const shownPath = (full: string): string => [name, ...relative(root, full).split(sep)].join('/');
  const isPath = (path: string): boolean => isPolicyPath(path, name);
  const isFile = async (path: string): Promise<boolean> =>
    isPath(path) && (await isOwnFile(root, fullPath(path)));
  const find = async (path: string): Promise<Uint8Array | undefined> => {
    if (!(await isFile(path))) return undefined;
    return ifAny(readFile(fullPath(path)));
  };
  const isBeside = async (path: string): Promise<boolean> =>
    isCataloguePath(path, name) && (await isOwnFile(root, fullPath(path)));
  const list = async (): Promise<readonly string[]> =>
    (await listPolicyFiles(root)).map(shownPath).filter(isPath);
  return {
    isPath,
    find,
    list,
    library: async () => [],
    read: async (path) => {
      const bytes = await find(path);
      if (!bytes) throw new Error(`no such policy: ${path}`);
      return bytes;
    },
    findBeside: async (path) =>
      (await isBeside(path)) ? ifAny(readFile(fullPath(path))) : undefined,
    stampBeside: async (path) =>
      (await isBeside(path)) ? stampAt(fullPath(path), Date.now()) : undefined,
    write: async (path, text) => {
      if (!isPath(path)) throw new Error(`not the path of a policy: ${path}`);
      await writeOwnFile(root, fullPath(path), text);
    },
    writeBytes: async (path, bytes) => {
      if (!isPath(path) && !isCataloguePath(path, name)) {
        throw new Error(`not the path of a policy: ${path}`);
      }
      await writeOwnFile(root, fullPath(path), bytes);
    },
    stamps: async () => stampsOf(await list(), fullPath),
    exclusively: takeTurns(),
  };
}

async function stampsOf(
  paths: readonly string[],
  fullPath: (path: string) => string,
): Promise<ReadonlyMap<string, string>> {
  const now = Date.now();
  const stamped = await Promise.all(
    paths.map(async (path) => {
      const stamp = await stampAt(fullPath(path), now);
      return stamp === undefined ? [] : [[path, stamp] as const];
    }),
  );
  return new Map(stamped.flat());
}

async function stampAt(full: string, now: number): Promise<string | undefined> {
  const stats = await ifAny(lstat(full, { bigint: true }));
  return stats && stampOf(stats, now);
}

/** What was changed just now may be changed again without a trace: its stamp holds for this moment only. */
function stampOf({ size, mtimeNs, ctimeNs, ctimeMs, ino }: BigIntStats, now: number): string {
  const isFresh = now - Number(ctimeMs) < FRESH_MS;
  return [size, mtimeNs, ctimeNs, ino, isFresh ? process.hrtime.bigint() : ''].join(' ');
}

/** True for a file in the folder that is reached through no link that leads out of it. */
async function isOwnFile(root: string, full: string): Promise<boolean> {
  const stats = await ifAny(lstat(full));
  return stats?.isFile() === true && (await isInside(root, dirname(full)));
}

async function isInside(root: string, folder: string): Promise<boolean> {
  const [home, real] = await Promise.all([realpath(root), realpath(folder)]);
  return real === home || real.startsWith(`${home}${sep}`);
}

async function writeOwnFile(
  root: string,
  full: string,
  content: string | Uint8Array,
): Promise<void> {
  await makeFolder(root, dirname(full));
  if (await isLink(full)) throw new Error(`a link, and no policy: ${full}`);
  await writeAtomically(full, content);
}

async function isLink(full: string): Promise<boolean> {
  return (await ifAny(lstat(full)))?.isSymbolicLink() === true;
}

/** Makes `folder` below `root` where it is missing; throws where a link leads out on the way. */
async function makeFolder(root: string, folder: string): Promise<void> {
  if (folder !== root) await makeFolder(root, dirname(folder));
  await mkdir(folder, { recursive: true });
  if (!(await isInside(root, folder))) throw new Error(`not in the folder of policies: ${folder}`);
}

/** What is asked of a file; undefined where it is gone. */
async function ifAny<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
