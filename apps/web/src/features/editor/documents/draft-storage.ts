import { createStore, del, entries, set } from 'idb-keyval';

/** What was typed and not saved, as it is kept on this computer. */
export interface StoredDraft {
  readonly path: string;
  /** The page that keeps it; one that lives no more has left it behind. */
  readonly owner: string;
  readonly text: string;
  /** What the text was made from; the revision is null for a new document. */
  readonly baseText: string;
  readonly baseRevision: string | null;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** Drafts in the browser's own database. Rejects where the browser keeps nothing, or is full. */
export interface DraftStorage {
  keep(draft: StoredDraft): Promise<void>;
  drop(draft: Pick<StoredDraft, 'path' | 'owner'>): Promise<void>;
  /** The newest first. */
  list(): Promise<readonly StoredDraft[]>;
}

export function openDraftStorage(): DraftStorage {
  let opened: ReturnType<typeof createStore> | undefined;
  const store = (): ReturnType<typeof createStore> => {
    opened ??= createStore('tiaoli-drafts', 'drafts');
    return opened;
  };
  return {
    keep: (draft) => set(keyOf(draft), draft, store()),
    drop: (draft) => del(keyOf(draft), store()),
    list: async () => {
      const kept = await entries<string, StoredDraft>(store());
      return kept.map(([, draft]) => draft).sort((a, b) => b.savedAt - a.savedAt);
    },
  };
}

/** No path contains the bar. */
function keyOf({ path, owner }: Pick<StoredDraft, 'path' | 'owner'>): string {
  return `${path}|${owner}`;
}
