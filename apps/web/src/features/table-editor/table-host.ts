import type { TableEdit } from '@tiaoli/language';
import type { TableEditAnswer } from '@tiaoli/language-server';
import { uriOf } from '../editor/bridge/document-uri.ts';
import type { LanguageClient } from '../editor/bridge/language-client.ts';
import { toMonacoRange } from '../editor/bridge/ranges.ts';
import { serverMethods } from '../editor/bridge/server-methods.ts';
import type { CodeEditor } from '../editor/monaco/monaco-types.ts';

/** Where tables are edited: the editor that shows the text, and the language server that reads it. */
export interface TableHost {
  readonly editor: CodeEditor;
  readonly client: LanguageClient;
  readonly path: string;
}

/** What became of an edit: done, refused with a sentence, or overtaken by another change of the text. */
export type EditOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'overtaken' };

let last: Promise<unknown> = Promise.resolve();

/**
 * Edits a table in the text, one edit after the other, each on what the one before made. `isTyping`: the edit goes on from
 * the last one, so that one undo takes back the whole cell.
 */
export function runTableEdit(
  host: TableHost,
  from: number,
  edit: TableEdit,
  { isTyping = false }: { readonly isTyping?: boolean } = {},
): Promise<EditOutcome> {
  const outcome = last.then(() => askAndApply(host, from, edit, isTyping));
  last = outcome.catch(() => undefined);
  return outcome;
}

async function askAndApply(
  { editor, client, path }: TableHost,
  from: number,
  edit: TableEdit,
  isTyping: boolean,
): Promise<EditOutcome> {
  const model = editor.getModel();
  const version = model?.getVersionId();
  const params = { uri: uriOf(path), from, edit };
  const answer = await client.request<TableEditAnswer | null>(serverMethods.editTable, params);
  if (answer.kind !== 'answer' || answer.value === null) return { kind: 'overtaken' };
  if (answer.value.kind === 'refused') return answer.value;
  const isSame = editor.getModel() === model && model?.getVersionId() === version;
  if (!isSame) return { kind: 'overtaken' };
  const changes = answer.value.edits.map(({ range, newText }) => ({
    range: toMonacoRange(range),
    text: newText,
  }));
  if (changes.length === 0) return { kind: 'done' };
  if (!isTyping) editor.pushUndoStop();
  const isDone = editor.executeEdits('table', changes);
  if (!isTyping) editor.pushUndoStop();
  return isDone ? { kind: 'done' } : { kind: 'overtaken' };
}
