import { fileSpan, parseDate } from '@tiaoli/base';
import { report } from '../messages.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore } from '../records/policy-store.ts';
import type { Repeal } from '../records/records.ts';

/** Ends a document: from the day `from` (`YYYY-MM-DD`) on nothing of it is in force, until another version is published. */
export async function repealDocument(
  store: PolicyStore,
  actorId: string,
  request: { readonly documentId: string; readonly from: string; readonly reason: string },
): Promise<Outcome<Repeal>> {
  const { documentId, from, reason } = request;
  const place = fileSpan(documentId);
  if (parseDate(from) === undefined) {
    return { kind: 'refused', diagnostics: [report('not-a-day', { text: from }, place)] };
  }
  if (reason.trim() === '') {
    return { kind: 'refused', diagnostics: [report('reason-missing', {}, place)] };
  }
  return store.transaction(actorId, 'serializable', async ({ versions }) => ({
    kind: 'done',
    value: await versions.repeal(documentId, from, reason),
  }));
}
