import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore } from '../records/policy-store.ts';
import type { StoredVersion } from '../records/records.ts';
import { inForce } from '../versions/in-force.ts';

/** A version with its source as it was published. */
export interface VersionInForce {
  readonly version: StoredVersion;
  readonly source: Uint8Array;
  /** The IR that it was compiled to then. */
  readonly module: Uint8Array;
}

/**
 * What was in force of a document on a day (`YYYY-MM-DD`), as it was known at a moment; undefined where nothing was.
 *
 * The same question about the same moment in the past has the same answer for ever.
 */
export async function versionInForce(
  store: PolicyStore,
  actorId: string,
  request: { readonly documentId: string; readonly on: string; readonly known?: Date },
): Promise<Outcome<VersionInForce | undefined>> {
  const { documentId, on, known } = request;
  return store.transaction(actorId, 'serializable', async ({ versions }) => {
    const version = inForce(await versions.history(documentId), on, known);
    if (!version) return { kind: 'done', value: undefined };
    const source = await versions.bytes(version.sourceHash);
    const module = await versions.bytes(version.moduleHash);
    if (!source || !module) throw new Error(`a version without its bytes: ${version.id}`);
    return { kind: 'done', value: { version, source, module } };
  });
}
