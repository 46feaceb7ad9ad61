import type { StoredDraft } from './draft-storage.ts';

/** What a text was made from. */
export interface Base {
  readonly text: string;
  /** Null for a document that is not stored yet. */
  readonly revision: string | null;
}

/** What happened to the stored document since, that the reader has to decide about. */
export type OutsideChange =
  | { readonly kind: 'changed'; readonly text: string; readonly revision: string }
  | { readonly kind: 'gone' };

export interface SaveFailure {
  readonly title: string;
  readonly detail?: string;
  /** True where trying again may help. */
  readonly isPassing: boolean;
}

/** Where what was typed is kept until it is saved. */
export type DraftState =
  | { readonly kind: 'none' }
  | { readonly kind: 'pending' }
  | { readonly kind: 'kept'; readonly at: number }
  | { readonly kind: 'failed' };

export interface DraftOffer {
  readonly draft: StoredDraft;
  /** True when the document was changed since the draft began. */
  readonly isOutdated: boolean;
}

/** All that the page shows of a document besides its text. */
export interface DocumentState {
  readonly path: string;
  readonly base: Base;
  /** True when the text differs from its base. */
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** False for a document that is no UTF-8. */
  readonly isEditable: boolean;
  readonly failure?: SaveFailure | undefined;
  readonly outside?: OutsideChange | undefined;
  readonly draft: DraftState;
  readonly offer?: DraftOffer | undefined;
  /** True when another page of this browser has it open. */
  readonly isElsewhere: boolean;
}

/** What to do when the stored document is not the base any more. */
export type OutsideDecision =
  /** Nothing has changed. */
  | 'same'
  /** Show the new text: nothing was typed. */
  | 'take'
  /** The text is what is stored now: only the base is another. */
  | 'rebase'
  /** Both have changed: the reader decides. */
  | 'ask'
  /** It was deleted while something was typed. */
  | 'ask-gone'
  /** It was deleted, and nothing was typed. */
  | 'close';

/**
 * @param mine the text in the editor
 * @param stored what is stored now; undefined when it is gone
 */
export function decideOutside(
  base: Base,
  isDirty: boolean,
  mine: string,
  stored: { readonly text: string; readonly revision: string } | undefined,
): OutsideDecision {
  if (!stored) {
    if (base.revision === null) return 'same';
    return isDirty ? 'ask-gone' : 'close';
  }
  if (stored.revision === base.revision) return 'same';
  if (stored.text === mine) return 'rebase';
  return isDirty || base.revision === null ? 'ask' : 'take';
}

/** Whether a draft that was left behind is worth asking about. */
export function decideDraft(
  draft: StoredDraft,
  stored: { readonly text: string; readonly revision: string } | undefined,
): 'drop' | 'offer' | 'offer-outdated' {
  if (stored?.text === draft.text) return 'drop';
  return stored?.revision === draft.baseRevision ? 'offer' : 'offer-outdated';
}
