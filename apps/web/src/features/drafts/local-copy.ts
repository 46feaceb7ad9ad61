import { createStore, del, get, set } from 'idb-keyval';

/** What was typed and is not saved yet, as it is kept on this computer. */
export interface LocalCopy {
  readonly text: string;
  /** The revision that it was made from. */
  readonly revision: number;
}

let opened: ReturnType<typeof createStore> | undefined;

function store(): ReturnType<typeof createStore> {
  opened ??= createStore('tiaoli-office-drafts', 'copies');
  return opened;
}

/** Rejects where the browser keeps nothing, or is full. */
export function keepCopy(draftId: string, copy: LocalCopy): Promise<void> {
  return set(draftId, copy, store());
}

export function dropCopy(draftId: string): Promise<void> {
  return del(draftId, store());
}

export function readCopy(draftId: string): Promise<LocalCopy | undefined> {
  return get<LocalCopy>(draftId, store());
}
