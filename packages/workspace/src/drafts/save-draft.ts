import type { Diagnostic } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import { MOST_SOURCE_BYTES } from '@tiaoli/language';
import { report } from '../messages.ts';
import type { PolicyStore, Records } from '../records/policy-store.ts';
import type { Draft, DraftRevision } from '../records/records.ts';
import type { ClauseConflict, MergePiece } from './merge-by-clause.ts';
import { mergeByClause } from './merge-by-clause.ts';

export interface DraftSave {
  readonly draftId: string;
  /** The revision that the new text was made from. */
  readonly baseRevision: number;
  readonly text: string;
}

export type SavedDraft =
  | { readonly kind: 'saved'; readonly draft: Draft }
  /** Somebody else saved meanwhile; nothing was saved now. */
  | { readonly kind: 'conflict'; readonly conflict: DraftConflict }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

export interface DraftConflict {
  /** What is stored now; a save that follows must name its number. */
  readonly theirs: DraftRevision;
  /** Both changes in one text, where no clause was changed by both in different ways. */
  readonly merged?: string;
  /** What both changed; also empty where both moved clauses about, and where the base is unknown. */
  readonly clauses: readonly ClauseConflict[];
  /** See `ClauseMerge`. */
  readonly pieces: readonly MergePiece[];
}

/** Saves a text unless the stored one is no longer the one it was made from; then says what both changed, by clause. */
export async function saveDraft(
  store: PolicyStore,
  actorId: string,
  save: DraftSave,
): Promise<SavedDraft> {
  const refusal = refusalOf(save);
  if (refusal) return { kind: 'refused', diagnostics: [refusal] };
  const outcome = await store.transaction(actorId, 'read-committed', async (records) => ({
    kind: 'done',
    value: await saveOrRead(records, save),
  }));
  if (outcome.kind === 'refused') return outcome;
  const { draft, base, theirs } = outcome.value;
  if (draft) return { kind: 'saved', draft };
  if (!theirs) throw new Error('a draft without its newest revision');
  // Outside the transaction: to read three texts takes a while.
  return { kind: 'conflict', conflict: await conflictOf(save, base, theirs) };
}

interface SavedOrRead {
  readonly draft?: Draft;
  readonly base?: DraftRevision | undefined;
  readonly theirs?: DraftRevision | undefined;
}

async function saveOrRead(
  { drafts }: Records,
  { draftId, baseRevision, text }: DraftSave,
): Promise<SavedOrRead> {
  const draft = await drafts.save(draftId, baseRevision, text);
  if (draft) return { draft };
  const current = await drafts.find(draftId);
  return {
    base: await drafts.revision(draftId, baseRevision),
    theirs: await drafts.revision(draftId, current?.revision ?? 0),
  };
}

async function conflictOf(
  { text }: DraftSave,
  base: DraftRevision | undefined,
  theirs: DraftRevision,
): Promise<DraftConflict> {
  if (!base) return { theirs, clauses: [], pieces: [] };
  const merge = await mergeByClause(base.text, text, theirs.text);
  if (merge.kind === 'conflict') {
    const { clauses, pieces } = merge;
    return { theirs, clauses, pieces };
  }
  return { theirs, merged: merge.text, clauses: [], pieces: [] };
}

function refusalOf({ draftId, text }: DraftSave): Diagnostic | undefined {
  const place = fileSpan(draftId);
  if (new TextEncoder().encode(text).length > MOST_SOURCE_BYTES) {
    return report('too-large-source', { limit: MOST_SOURCE_BYTES / 1024 }, place);
  }
  // A lone half of a character has no UTF-8: stored, it would come back as another text.
  return text.isWellFormed() ? undefined : report('not-utf8', {}, place);
}
