import { fileSpan } from '@tiaoli/base';
import { report } from '../messages.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore, Records } from '../records/policy-store.ts';
import type { StoredVersion } from '../records/records.ts';
import type { SourceRequest } from './publish-version.ts';
import { publishSource } from './publish-version.ts';

/**
 * Brings the text of an earlier version back as a new one, compiled together with what is in force on its first day: what
 * was published in between stays, and still tells what was in force then.
 */
export async function rollBack(
  store: PolicyStore,
  actorId: string,
  request: { readonly versionId: string; readonly effectiveFrom: string },
): Promise<Outcome<StoredVersion>> {
  const read = await store.transaction(actorId, 'serializable', (records) =>
    readVersion(records, request.versionId),
  );
  if (read.kind === 'refused') return read;
  const { effectiveFrom } = request;
  return publishSource(store, actorId, { ...read.value, effectiveFrom });
}

async function readVersion(
  { versions }: Records,
  id: string,
): Promise<Outcome<Omit<SourceRequest, 'effectiveFrom'>>> {
  const version = await versions.find(id);
  const source = version && (await versions.bytes(version.sourceHash));
  if (!source) {
    const what = { zh: '版本', en: 'version' };
    return { kind: 'refused', diagnostics: [report('record-not-found', { what }, fileSpan(id))] };
  }
  const beside = new Map<string, Uint8Array>();
  for (const { path, hash } of version.files) {
    const bytes = await versions.bytes(hash);
    if (bytes) beside.set(path, bytes);
  }
  const { documentId, path } = version;
  return { kind: 'done', value: { documentId, path, source, beside, rollbackOfId: id } };
}
