import type { History, Records } from '../records/policy-store.ts';
import type { PolicyDocument, StoredVersion } from '../records/records.ts';
import { inForce } from './in-force.ts';

/** What holds of a document on a day, as it was known at a moment. */
export interface DocumentOnDay {
  readonly document: PolicyDocument;
  /** `not-yet`: a version of a later day is known; `ended`: nothing holds any more; `none`: nothing was known of it. */
  readonly state: 'in-force' | 'not-yet' | 'ended' | 'none';
  readonly version?: StoredVersion;
  /** Of all that was known. */
  readonly versionCount: number;
}

/**
 * All documents by 标识.
 *
 * @param on     `YYYY-MM-DD`
 * @param known  as for `inForce`
 */
export async function documentsOnDay(
  { documents, versions }: Records,
  on: string,
  known?: Date,
): Promise<readonly DocumentOnDay[]> {
  const found: DocumentOnDay[] = [];
  for (const document of await documents.list()) {
    found.push(onDay(document, await versions.history(document.id), on, known));
  }
  return found;
}

function onDay(
  document: PolicyDocument,
  history: History,
  on: string,
  known: Date | undefined,
): DocumentOnDay {
  const all = history.versions.filter(({ publishedAt }) => !known || publishedAt <= known);
  const version = inForce(history, on, known);
  const shared = { document, versionCount: all.length };
  if (version) return { ...shared, state: 'in-force', version };
  if (all.length === 0) return { ...shared, state: 'none' };
  return {
    ...shared,
    state: all.some(({ effectiveFrom }) => effectiveFrom > on) ? 'not-yet' : 'ended',
  };
}
