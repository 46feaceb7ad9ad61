import { basename, dirname } from 'node:path';
import type { LivePolicies, PolicyFolder, RowIndexes } from '@tiaoli/workspace';
import { createRowIndexes, openLivePolicies, openPolicyFolder } from '@tiaoli/workspace';

/** What the routes work on. */
export interface StoredPolicies {
  readonly folder: PolicyFolder;
  readonly live: LivePolicies;
  /** Of the catalogues that were searched. */
  readonly rowIndexes: RowIndexes;
}

/** What the paths of its files begin with. */
export function servedFolderName(): string {
  const path = process.env.TIAOLI_POLICIES;
  if (path === undefined) throw new Error('TIAOLI_POLICIES names no folder of policies');
  return basename(path);
}

const key = Symbol.for('tiaoli.stored-policies');

/**
 * The folder that the server was started over (`TIAOLI_POLICIES`, an absolute path).
 *
 * One in the whole process, however many bundles Next.js puts this module into: saves are checked in one queue.
 */
export function storedPolicies(): StoredPolicies {
  const known: StoredPolicies | undefined = Reflect.get(globalThis, key);
  if (known) return known;
  const path = process.env.TIAOLI_POLICIES;
  if (path === undefined) throw new Error('TIAOLI_POLICIES names no folder of policies');
  const folder = openPolicyFolder(dirname(path), basename(path));
  const opened = { folder, live: openLivePolicies(folder), rowIndexes: createRowIndexes() };
  Reflect.set(globalThis, key, opened);
  return opened;
}
