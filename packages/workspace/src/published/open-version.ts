import type { Policies } from '../open-policies.ts';
import { notFound } from '../proposals/read-proposed.ts';
import type { StoredPolicies } from '../publication/stored-policies.ts';
import { openStoredPolicies, readStoredPolicies } from '../publication/stored-policies.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore, Records } from '../records/policy-store.ts';
import type { StoredVersion } from '../records/records.ts';

/** A version that is stored, among what is in force beside it. */
export interface OpenedVersion {
  readonly version: StoredVersion;
  readonly policies: Policies;
}

/** Opens versions, and keeps those that were asked for last: to link a province takes seconds. */
export interface VersionOpener {
  /**
   * @param on  the day whose other documents it stands among, `YYYY-MM-DD`; its own first day, where it is absent
   */
  open(
    store: PolicyStore,
    actorId: string,
    request: { readonly versionId: string; readonly on?: string },
  ): Promise<Outcome<OpenedVersion>>;
}

/** Each is some ten megabytes for a province. */
const MOST_KEPT = 4;

export function createVersionOpener(): VersionOpener {
  const kept = new Map<string, Promise<Policies>>();
  return {
    open: async (store, actorId, request) => {
      const read = await store.transaction(actorId, 'serializable', (records) =>
        readVersion(records, request),
      );
      if (read.kind === 'refused') return read;
      const { version, source, beside, others } = read.value;
      // What is stored never changes, so the same versions are the same policies.
      const key = `${version.id} among ${others.state}`;
      const policies =
        kept.get(key) ?? openStoredPolicies(others, new Map([[version.path, source]]), beside);
      kept.delete(key);
      kept.set(key, policies);
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      return { kind: 'done', value: { version, policies: await policies } };
    },
  };
}

interface ReadVersion {
  readonly version: StoredVersion;
  readonly source: Uint8Array;
  readonly beside: ReadonlyMap<string, Uint8Array>;
  readonly others: StoredPolicies;
}

async function readVersion(
  records: Records,
  { versionId, on }: { readonly versionId: string; readonly on?: string },
): Promise<Outcome<ReadVersion>> {
  const version = await records.versions.find(versionId);
  const source = version && (await records.versions.bytes(version.sourceHash));
  if (!version || !source) return notFound({ zh: '版本', en: 'version' }, versionId);
  const beside = new Map<string, Uint8Array>();
  for (const { path, hash } of version.files) {
    const bytes = await records.versions.bytes(hash);
    if (bytes) beside.set(path, bytes);
  }
  const { documentId, effectiveFrom } = version;
  const others = await readStoredPolicies(records, on ?? effectiveFrom, documentId);
  return { kind: 'done', value: { version, source, beside, others } };
}
