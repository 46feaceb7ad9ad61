import { textOf } from '../bridge/document-sync.ts';
import type { SaveAnswer } from '../sources/source-api.ts';
import { putSource } from '../sources/source-api.ts';
import type { SaveFailure } from './document-state.ts';
import type { DocumentTable } from './document-table.ts';
import { settle } from './outside-changes.ts';

/** What came of a save, for whoever asked for it. */
export type SaveOutcome = 'saved' | 'nothing-to-save' | 'undecided' | 'failed';

export interface SaveParts {
  readonly table: DocumentTable;
  /** Told when a document has been saved. */
  readonly onSaved: (path: string, text: string, revision: string) => void;
  /** What is said when the server does not answer. */
  readonly serverAway: () => SaveFailure;
}

/**
 * Saves a document. Never over somebody else's change: where there is one, the reader decides first.
 */
export async function saveDocument(parts: SaveParts, path: string): Promise<SaveOutcome> {
  const { table } = parts;
  const state = table.stateOf(path);
  const model = table.modelOf(path);
  if (!state || !model || state.isSaving || !state.isEditable) return 'nothing-to-save';
  if (state.outside) return 'undecided';
  if (!state.isDirty) return 'nothing-to-save';
  const text = textOf(model);
  table.patch(path, { isSaving: true, failure: undefined });
  const answer = await putSource(path, text, state.base.revision);
  table.patch(path, { isSaving: false });
  return take(parts, path, text, answer);
}

function take(
  { table, onSaved, serverAway }: SaveParts,
  path: string,
  text: string,
  answer: SaveAnswer,
): SaveOutcome {
  switch (answer.kind) {
    case 'saved':
      settle(table, path, { text, revision: answer.revision });
      onSaved(path, text, answer.revision);
      return 'saved';
    case 'changed':
      table.patch(path, { outside: answer });
      return 'undecided';
    case 'gone':
      table.patch(path, { outside: { kind: 'gone' } });
      return 'undecided';
    case 'refused':
      table.patch(path, { failure: answer.failure });
      return 'failed';
    case 'away':
      table.patch(path, { failure: serverAway() });
      return 'failed';
  }
}
