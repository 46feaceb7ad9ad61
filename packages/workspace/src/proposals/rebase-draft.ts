import { fileSpan } from '@tiaoli/base';
import { MOST_SOURCE_BYTES } from '@tiaoli/language';
import type { ClauseConflict, MergePiece } from '../drafts/merge-by-clause.ts';
import { mergeByClause } from '../drafts/merge-by-clause.ts';
import { report } from '../messages.ts';
import { decodeText } from '../open-policies.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore, Records } from '../records/policy-store.ts';
import type { Draft, StoredVersion } from '../records/records.ts';
import { inForce } from '../versions/in-force.ts';
import { notFound } from './read-proposed.ts';

/** A draft beside what came into force since it was begun. */
export interface MovedBase {
  /** What the draft was made from; absent for one that was begun without a version. */
  readonly base?: string;
  readonly mine: string;
  readonly theirs: string;
  /** What a draft with both changes rests on. */
  readonly theirsVersionId: string;
  /** The revision of `mine`. */
  readonly revision: number;
  /** Both changes in one text, where no clause was changed by both in different ways. */
  readonly merged?: string;
  /** What both changed, clause by clause. */
  readonly clauses: readonly ClauseConflict[];
  /** See `ClauseMerge`. */
  readonly pieces: readonly MergePiece[];
}

/**
 * Base, mine and theirs of a draft whose document got another version that is in force on `effectiveFrom` (`YYYY-MM-DD`);
 * undefined where the draft rests on that version.
 */
export async function findMovedBase(
  store: PolicyStore,
  actorId: string,
  { draftId, effectiveFrom }: { readonly draftId: string; readonly effectiveFrom: string },
): Promise<Outcome<MovedBase | undefined>> {
  const read = await store.transaction(actorId, 'serializable', (records) =>
    readSides(records, draftId, effectiveFrom),
  );
  if (read.kind === 'refused') return read;
  if (!read.value) return { kind: 'done', value: undefined };
  const { base = '', mine, theirs } = read.value;
  const merge = await mergeByClause(base, mine, theirs);
  const found =
    merge.kind === 'merged'
      ? { merged: merge.text, clauses: [], pieces: [] }
      : { clauses: merge.clauses, pieces: merge.pieces };
  return { kind: 'done', value: { ...read.value, ...found } };
}

type Sides = Omit<MovedBase, 'merged' | 'clauses' | 'pieces'>;

async function readSides(
  records: Records,
  draftId: string,
  effectiveFrom: string,
): Promise<Outcome<Sides | undefined>> {
  const { drafts, versions } = records;
  const draft = await drafts.find(draftId);
  const mine = draft && (await drafts.revision(draftId, draft.revision));
  if (!draft || !mine) return notFound({ zh: '草稿', en: 'draft' }, draftId);
  const current = inForce(await versions.history(draft.documentId), effectiveFrom);
  if (!current || current.id === draft.baseVersionId) return { kind: 'done', value: undefined };
  const old =
    draft.baseVersionId === undefined ? undefined : await versions.find(draft.baseVersionId);
  const base = old && (await textOf(records, old));
  return {
    kind: 'done',
    value: {
      ...{ mine: mine.text, theirs: await textOf(records, current), revision: draft.revision },
      ...{ theirsVersionId: current.id },
      ...(base !== undefined && { base }),
    },
  };
}

async function textOf({ versions }: Records, version: StoredVersion): Promise<string> {
  const bytes = await versions.bytes(version.sourceHash);
  if (!bytes) throw new Error(`a version without its bytes: ${version.id}`);
  return decodeText(bytes) ?? '';
}

export interface Rebase {
  readonly draftId: string;
  readonly baseRevision: number;
  /** The draft with what came into force. */
  readonly text: string;
  /** The version that it rests on from now on. */
  readonly baseVersionId: string;
}

/** Saves a draft as resting on another version; undefined, and nothing is saved, where somebody else saved it meanwhile. */
export async function rebaseDraft(
  store: PolicyStore,
  actorId: string,
  { draftId, baseRevision, text, baseVersionId }: Rebase,
): Promise<Outcome<Draft | undefined>> {
  if (new TextEncoder().encode(text).length > MOST_SOURCE_BYTES) {
    const params = { limit: MOST_SOURCE_BYTES / 1024 };
    return {
      kind: 'refused',
      diagnostics: [report('too-large-source', params, fileSpan(draftId))],
    };
  }
  return store.transaction(actorId, 'serializable', async ({ drafts }) => ({
    kind: 'done',
    value: await drafts.save(draftId, baseRevision, text, baseVersionId),
  }));
}
