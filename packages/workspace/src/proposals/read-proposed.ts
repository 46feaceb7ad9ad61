import { fileSpan } from '@tiaoli/base';
import { report } from '../messages.ts';
import type { Policies } from '../open-policies.ts';
import type { StoredPolicies } from '../publication/stored-policies.ts';
import { openStoredPolicies, readStoredPolicies } from '../publication/stored-policies.ts';
import type { Outcome } from '../records/outcome.ts';
import type { Records } from '../records/policy-store.ts';
import type { PolicyDocument, StoredVersion } from '../records/records.ts';
import { inForce } from '../versions/in-force.ts';

/** A text that is to become a version on a day, and all that it meets there. */
export interface Proposed {
  readonly document: PolicyDocument;
  readonly path: string;
  readonly text: string;
  /** `YYYY-MM-DD` */
  readonly effectiveFrom: string;
  /** What is in force of the document on that day. */
  readonly base?: ProposedBase;
  /** The other documents in force on that day. */
  readonly others: StoredPolicies;
}

export interface ProposedBase {
  readonly version: StoredVersion;
  readonly source: Uint8Array;
  /** What it names beside itself, by path. */
  readonly beside: ReadonlyMap<string, Uint8Array>;
}

/** Reads what a text meets; what is not to be seen is refused as not found. */
export async function readProposed(
  records: Records,
  wanted: Pick<Proposed, 'path' | 'text' | 'effectiveFrom'> & { readonly documentId: string },
): Promise<Outcome<Proposed>> {
  const { documentId, path, text, effectiveFrom } = wanted;
  const document = await records.documents.find(documentId);
  if (!document) return notFound({ zh: '文件', en: 'document' }, documentId);
  const version = inForce(await records.versions.history(documentId), effectiveFrom);
  const base = version && (await readBase(records, version));
  const others = await readStoredPolicies(records, effectiveFrom, documentId);
  return {
    kind: 'done',
    value: { document, path, text, effectiveFrom, others, ...(base && { base }) },
  };
}

export function notFound(what: { zh: string; en: string }, id: string): Outcome<never> {
  return { kind: 'refused', diagnostics: [report('record-not-found', { what }, fileSpan(id))] };
}

async function readBase({ versions }: Records, version: StoredVersion): Promise<ProposedBase> {
  const source = await versions.bytes(version.sourceHash);
  if (!source) throw new Error(`a version without its bytes: ${version.id}`);
  const beside = new Map<string, Uint8Array>();
  for (const { path, hash } of version.files) {
    const bytes = await versions.bytes(hash);
    if (bytes) beside.set(path, bytes);
  }
  return { version, source, beside };
}

/** What it meets, with the text in place of what is in force of its document. */
export function openProposed({ path, text, base, others }: Proposed): Promise<Policies> {
  const source = new TextEncoder().encode(text);
  return openStoredPolicies(others, new Map([[path, source]]), base?.beside ?? new Map());
}

/** What is in force without it; undefined where nothing is of its document. */
export async function openBase({ base, others }: Proposed): Promise<Policies | undefined> {
  if (!base) return undefined;
  const sources = new Map([[base.version.path, base.source]]);
  return openStoredPolicies(others, sources, base.beside);
}
