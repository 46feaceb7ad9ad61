import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore, Records } from '../records/policy-store.ts';
import type { StoredVersion } from '../records/records.ts';
import { inForce } from '../versions/in-force.ts';

export interface ExportRequest {
  /** Only what is in force on this day, `YYYY-MM-DD`. */
  readonly on?: string;
  /** As it was known at this moment: what was published or recorded after it is left out. */
  readonly known?: Date;
}

/**
 * The files of everything that is published, by path in ascending order: to the byte as they were published, of several
 * versions under one path the last. Two exports of the same versions are the same, so that git shows what changed; an
 * export of one day as it was known at a moment that has passed is the same for ever.
 */
export function exportPolicies(
  store: PolicyStore,
  actorId: string,
  request: ExportRequest = {},
): Promise<Outcome<ReadonlyMap<string, Uint8Array>>> {
  return store.transaction(actorId, 'serializable', async (records) => {
    const versions = await versionsOf(records, request);
    const hashes = new Map(
      versions.flatMap(({ path, sourceHash, files }) => [
        ...files.map((file) => [file.path, file.hash] as const),
        [path, sourceHash] as const,
      ]),
    );
    const sorted = [...hashes].sort(([left], [right]) => (left < right ? -1 : 1));
    const files = new Map<string, Uint8Array>();
    for (const [path, hash] of sorted) {
      const bytes = await records.versions.bytes(hash);
      if (!bytes) throw new Error(`a version without its bytes: ${hash}`);
      files.set(path, bytes);
    }
    return { kind: 'done', value: files };
  });
}

/** In the order in which they were published. */
async function versionsOf(
  { documents, versions }: Records,
  { on, known }: ExportRequest,
): Promise<readonly StoredVersion[]> {
  const found: StoredVersion[] = [];
  for (const { id } of await documents.list()) {
    const history = await versions.history(id);
    if (on === undefined) {
      found.push(...history.versions.filter(({ publishedAt }) => !known || publishedAt <= known));
    } else found.push(...[inForce(history, on, known)].filter((each) => each !== undefined));
  }
  return found.toSorted(
    (left, right) =>
      left.publishedAt.getTime() - right.publishedAt.getTime() || left.number - right.number,
  );
}
