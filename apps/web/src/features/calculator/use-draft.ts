'use client';

import { useCallback, useReducer } from 'react';
import type { DraftChange } from './model/change-draft.ts';
import { changeDraft } from './model/change-draft.ts';
import type { Draft } from './model/draft.ts';
import { emptyDraft, isBlank, readDraft } from './model/draft.ts';

/** The draft of a document, kept for as long as the window is open; to be used in the browser only. */
export function useDraft(document: string): readonly [Draft, (change: DraftChange) => void] {
  const key = `tiaoli-case:${document}`;
  const reduce = useCallback(
    (draft: Draft, change: DraftChange): Draft => {
      const next = changeDraft(draft, change);
      keep(key, next);
      return next;
    },
    [key],
  );
  return useReducer(reduce, key, (from) => readDraft(stored(from)) ?? emptyDraft);
}

/** A browser may forbid storage; then the case lives as long as the page. */
function stored(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, draft: Draft): void {
  try {
    if (isBlank(draft) && draft.claims.length === 1) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Full or forbidden: nothing is lost but the reload.
  }
}
