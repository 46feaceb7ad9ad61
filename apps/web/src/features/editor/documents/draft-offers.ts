import type { ListedSource } from '../../../http/source-list.ts';
import { decideDraft } from './document-state.ts';
import type { DocumentTable } from './document-table.ts';
import type { DraftStorage, StoredDraft } from './draft-storage.ts';

/** What was typed before and left behind, by a page that was closed or by the reader's own choice. */
export interface DraftOffers {
  /** Looks for drafts of the document that no living page keeps, and offers the newest. */
  look(path: string, livingPages: ReadonlySet<string>): Promise<void>;
  /** Puts the draft into the editor, on what it was made from: if that has changed since, it is asked about like any change. */
  restore(path: string): Promise<void>;
  discard(path: string): Promise<void>;
  /** Keeps a text that is not shown any more, so that it can be brought back. */
  setAside(path: string, text: string): Promise<void>;
}

export interface OfferParts {
  readonly table: DocumentTable;
  readonly storage: DraftStorage;
  readonly storedOf: (path: string) => ListedSource | undefined;
  /** The name of this page. */
  readonly page: string;
  /** Looks whether the stored document is still what the text was made from. */
  readonly compareWithStored: (path: string) => void;
}

export function createDraftOffers(parts: OfferParts): DraftOffers {
  const { table, storage, storedOf } = parts;
  let living: ReadonlySet<string> = new Set();

  const look = async (path: string): Promise<void> => {
    const left = await abandonedDrafts(parts, path, living);
    const [newest] = left;
    if (!newest) return table.patch(path, { offer: undefined });
    const isOutdated = decideDraft(newest, storedOf(path)) === 'offer-outdated';
    table.patch(path, { offer: { draft: newest, isOutdated } });
  };
  const drop = async (path: string): Promise<void> => {
    const draft = table.stateOf(path)?.offer?.draft;
    if (draft) await storage.drop(draft);
    await look(path);
  };
  return {
    look: async (path, livingPages) => {
      living = livingPages;
      // Where the browser keeps nothing there is nothing to offer; that drafts are not kept is said where one is written.
      await look(path).catch(() => undefined);
    },
    restore: async (path) => {
      const draft = table.stateOf(path)?.offer?.draft;
      if (!draft) return;
      table.setText(path, draft.text);
      table.setBase(path, { text: draft.baseText, revision: draft.baseRevision });
      parts.compareWithStored(path);
      await drop(path);
    },
    discard: drop,
    setAside: async (path, text) => {
      const { base } = table.stateOf(path) ?? {};
      await storage.keep({
        ...{ path, text, savedAt: Date.now() },
        owner: `aside-${parts.page}-${Date.now()}`,
        baseText: base?.text ?? '',
        baseRevision: base?.revision ?? null,
      });
      await look(path);
    },
  };
}

/** Drafts of the document that nobody writes any more; those that say what is stored are forgotten. */
async function abandonedDrafts(
  { storage, storedOf, page }: OfferParts,
  path: string,
  livingPages: ReadonlySet<string>,
): Promise<readonly StoredDraft[]> {
  const left = (await storage.list()).filter(
    ({ path: each, owner }) => each === path && owner !== page && !livingPages.has(owner),
  );
  const stored = storedOf(path);
  const useless = left.filter((draft) => decideDraft(draft, stored) === 'drop');
  await Promise.all(useless.map((draft) => storage.drop(draft)));
  return left.filter((draft) => !useless.includes(draft));
}
