import type { PolicyFolder, StoredSource } from '@tiaoli/workspace';
import { decodeText, readSource } from '@tiaoli/workspace';

/** A stored policy as the editor gets it. */
export interface ListedSource {
  readonly path: string;
  readonly text: string;
  readonly revision: string;
  /** False where the bytes are no UTF-8: the text shows � for what could not be read, and must not be saved. */
  readonly isReadable: boolean;
}

interface Known {
  readonly stamp: string;
  readonly source: ListedSource;
}

const known = new WeakMap<PolicyFolder, Map<string, Known>>();

/** Every policy of the folder, in the order of their paths; files that are as they were are not read again. */
export async function listSources(folder: PolicyFolder): Promise<readonly ListedSource[]> {
  const before = known.get(folder);
  const stamps = await folder.stamps();
  const entries = await Promise.all(
    [...stamps].map(async ([path, stamp]) => {
      const last = before?.get(path);
      if (last?.stamp === stamp) return [[path, last]] as const;
      const source = await findSource(folder, path);
      return source ? [[path, { stamp, source }] as const] : [];
    }),
  );
  const now = new Map(entries.flat());
  known.set(folder, now);
  return [...now.values()].map(({ source }) => source);
}

/** One policy; undefined where there is none. */
export async function findSource(
  folder: PolicyFolder,
  path: string,
): Promise<ListedSource | undefined> {
  const stored: StoredSource | undefined = await readSource(folder, path);
  return stored && { path, ...stored, isReadable: await isUtf8(folder, path, stored) };
}

/** The mark of an unreadable byte may as well stand in the text itself: only then the bytes are looked at. */
async function isUtf8(
  folder: PolicyFolder,
  path: string,
  { text }: StoredSource,
): Promise<boolean> {
  if (!text.includes('\uFFFD')) return true;
  const bytes = await folder.find(path);
  return bytes !== undefined && decodeText(bytes) !== undefined;
}
