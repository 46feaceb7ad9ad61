import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The root of the repository. */
export const root = join(import.meta.dirname, '../..');

/** A file of the repository; tests of the rules plant their own. */
export interface SourceFile {
  /** Relative to the root, with forward slashes: `packages/ir/src/expr.ts`. */
  readonly path: string;
  readonly text: string;
}

/** The workspaces as `packages/ir` or `apps/cli`, sorted. */
export function workspaceFolders(): readonly string[] {
  return ['packages', 'apps'].flatMap((parent) =>
    readdirSync(join(root, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${parent}/${entry.name}`)
      .sort(),
  );
}

/** Every TypeScript file in the `src` of the workspaces, generated code left out, sorted by path. */
export function workspaceSources(): readonly SourceFile[] {
  return filesUnder(...workspaceFolders().map((folder) => `${folder}/src`)).filter(isHandWritten);
}

/** Every TypeScript file that somebody wrote: the workspaces and `test/`. */
export function handWrittenSources(): readonly SourceFile[] {
  return filesUnder('packages', 'apps', 'test').filter(isHandWritten);
}

/** Every file under the folders, installed and ignored ones left out. */
export function filesUnder(...folders: readonly string[]): readonly SourceFile[] {
  return pathsUnder(folders).map((path) => ({
    path,
    text: readFileSync(join(root, path), 'utf8'),
  }));
}

/** The paths of `filesUnder`. */
export function pathsUnder(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => listFolder(join(root, folder))).sort();
}

/** Whether the file is a unit test. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

/** The name of the workspace that a file lies in: `ir` for `packages/ir/src/expr.ts`. */
export function workspaceOf(path: string): string | undefined {
  return /^(?:packages|apps)\/([^/]+)\//.exec(path)?.[1];
}

/** `.git` is a file where the tree is checked out beside another one. */
const ignored = new Set(['node_modules', '.git', '.cache', '.next', 'dist', 'out']);

function listFolder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (ignored.has(entry.name)) return [];
    if (entry.isDirectory()) return listFolder(path);
    return entry.isFile() ? [relative(root, path).split(sep).join('/')] : [];
  });
}

function isHandWritten(file: SourceFile): boolean {
  return /\.tsx?$/.test(file.path) && !file.path.includes('/generated/');
}
