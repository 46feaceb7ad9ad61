import type { DayNumber } from '@tiaoli/base';
import { printDate } from '@tiaoli/base';
import { decodeText } from '../open-policies.ts';
import { notFound } from '../proposals/read-proposed.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore, Records } from '../records/policy-store.ts';
import type { PolicyDocument, StoredVersion } from '../records/records.ts';
import { documentsOnDay } from '../versions/documents-on-day.ts';

/** The text of a version that is in force, with its document. */
export interface TextInForce {
  readonly document: PolicyDocument;
  readonly version: StoredVersion;
  readonly text: string;
}

/** The texts that a draft is read with: those that checking and publishing it would find in force. */
export interface DraftCompany {
  /** What is in force of the document of the draft itself; its text is replaced by that of the draft. */
  readonly own?: TextInForce;
  /** What is in force of all other documents that the person may see, by 标识. */
  readonly others: readonly TextInForce[];
}

/** Finds what is in force around a draft on a day; refused as not found where the person may not see the draft. */
export async function findDraftCompany(
  store: PolicyStore,
  actorId: string,
  { draftId, on }: { readonly draftId: string; readonly on: DayNumber },
): Promise<Outcome<DraftCompany>> {
  return store.transaction(
    actorId,
    'serializable',
    async (records): Promise<Outcome<DraftCompany>> => {
      const draft = await records.drafts.find(draftId);
      if (!draft) return notFound({ zh: '草稿', en: 'draft' }, draftId);
      const texts = await textsInForce(records, printDate(on));
      const own = texts.find(({ document }) => document.id === draft.documentId);
      const others = texts.filter((each) => each !== own);
      return { kind: 'done', value: { others, ...(own && { own }) } };
    },
  );
}

async function textsInForce(records: Records, on: string): Promise<readonly TextInForce[]> {
  const texts: TextInForce[] = [];
  for (const { document, version } of await documentsOnDay(records, on)) {
    if (!version) continue;
    const bytes = await records.versions.bytes(version.sourceHash);
    const text = bytes && decodeText(bytes);
    if (text === undefined) throw new Error(`a version without its text: ${version.id}`);
    texts.push({ document, version, text });
  }
  return texts;
}
