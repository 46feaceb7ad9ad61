import { fileSpan } from '@tiaoli/base';
import { clausePieces } from '../drafts/clause-pieces.ts';
import { report } from '../messages.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore, Records } from '../records/policy-store.ts';
import type { Draft } from '../records/records.ts';
import type { ReviewThread, Suggestion } from '../records/review-records.ts';
import { notFound } from './read-proposed.ts';

export interface SuggestionChoice {
  readonly threadId: string;
  readonly suggestionId: string;
}

/**
 * Puts a suggestion in place of its clause in the draft, as one more revision. Refused where the clause is no longer the
 * one that the suggestion was made from: then the author decides by hand.
 */
export async function applySuggestion(
  store: PolicyStore,
  actorId: string,
  choice: SuggestionChoice,
): Promise<Outcome<Draft>> {
  const read = await store.transaction(actorId, 'serializable', (records) =>
    readSuggestion(records, choice),
  );
  if (read.kind === 'refused') return read;
  const { draft, text, thread, suggestion } = read.value;
  const applied = await withClause(text, thread.clause, suggestion);
  const moved = report('clause-moved', {}, fileSpan(draft.path));
  if (applied === undefined) return { kind: 'refused', diagnostics: [moved] };
  return store.transaction(actorId, 'serializable', async ({ drafts, reviews }) => {
    const saved = await drafts.save(draft.id, draft.revision, applied);
    if (!saved) return { kind: 'refused', diagnostics: [moved] };
    await reviews.settle(suggestion.id, saved.revision);
    return { kind: 'done', value: saved };
  });
}

interface ReadSuggestion {
  readonly draft: Draft;
  readonly text: string;
  readonly thread: ReviewThread;
  readonly suggestion: Suggestion;
}

async function readSuggestion(
  { reviews, proposals, drafts }: Records,
  { threadId, suggestionId }: SuggestionChoice,
): Promise<Outcome<ReadSuggestion>> {
  const thread = await reviews.find(threadId);
  const suggestion = thread?.suggestions.find(({ id }) => id === suggestionId);
  const proposal = thread && (await proposals.find(thread.proposalId));
  if (!thread || !suggestion || !proposal) {
    return notFound({ zh: '修改建议', en: 'suggestion' }, suggestionId);
  }
  const draft = await drafts.find(proposal.draftId);
  const revision = draft && (await drafts.revision(draft.id, draft.revision));
  if (!draft || !revision) return notFound({ zh: '草稿', en: 'draft' }, proposal.draftId);
  return { kind: 'done', value: { draft, text: revision.text, thread, suggestion } };
}

/** The text with another clause; undefined where the clause is not as it was. */
async function withClause(
  text: string,
  clause: string,
  { original, replacement }: Suggestion,
): Promise<string | undefined> {
  const [pieces = []] = await clausePieces([text]);
  if (!pieces.some((each) => each.key === clause && each.text === original)) return undefined;
  return pieces.map((each) => (each.key === clause ? replacement : each.text)).join('');
}
