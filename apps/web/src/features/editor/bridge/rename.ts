import type { languages } from 'monaco-editor/editor/editor.api.js';
import type { Range, WorkspaceEdit } from 'vscode-languageserver';
import type { IDisposable, TextModel } from '../monaco/monaco-types.ts';
import type { Bridge } from './bridge.ts';
import { placeOf } from './bridge.ts';
import { toMonacoRange } from './ranges.ts';
import { toMonacoEdit, touchedPaths } from './workspace-edit.ts';

type PrepareAnswer = Range | { readonly range: Range; readonly placeholder: string } | null;

export interface RenameTexts {
  /** What is said where nothing can be renamed and the server gives no reason. */
  readonly nothingHere: string;
  readonly serverAway: string;
  /** What is said where the name also stands in texts that cannot be changed from here. */
  readonly readOnlyTexts: string;
}

/** Renames over all documents; a refusal is shown in the server's own words. */
export function registerRename(
  bridge: Bridge,
  texts: () => RenameTexts,
  onRenamed: (paths: readonly string[]) => void,
): IDisposable {
  const { client, monaco } = bridge;
  return monaco.languages.registerRenameProvider(bridge.selector, {
    resolveRenameLocation: async (model, position, token) => {
      const place = placeOf(model, position);
      const answer = await client.request<PrepareAnswer>(
        'textDocument/prepareRename',
        place,
        token,
      );
      const here = { ...position, endLineNumber: position.lineNumber };
      const nowhere = {
        range: new monaco.Range(here.lineNumber, here.column, here.endLineNumber, here.column),
        text: '',
      };
      if (answer.kind === 'failure') return { ...nowhere, rejectReason: answer.failure.message };
      if (answer.kind === 'none') return { ...nowhere, rejectReason: texts().serverAway };
      if (!answer.value) return { ...nowhere, rejectReason: texts().nothingHere };
      return locationOf(model, answer.value);
    },
    provideRenameEdits: async (model, position, newName, token) => {
      const params = { ...placeOf(model, position), newName };
      const answer = await client.request<WorkspaceEdit | null>(
        'textDocument/rename',
        params,
        token,
      );
      if (answer.kind === 'failure') return { edits: [], rejectReason: answer.failure.message };
      if (answer.kind === 'none') return { edits: [], rejectReason: texts().serverAway };
      if (!answer.value) return { edits: [], rejectReason: texts().nothingHere };
      const touched = touchedPaths(answer.value);
      if (!touched.every(bridge.isEditable)) {
        return { edits: [], rejectReason: texts().readOnlyTexts };
      }
      const edit = toMonacoEdit(bridge, answer.value);
      onRenamed(touched);
      return edit;
    },
  });
}

function locationOf(
  model: TextModel,
  answer: NonNullable<PrepareAnswer>,
): languages.RenameLocation {
  const range = toMonacoRange('range' in answer ? answer.range : answer);
  const text = 'placeholder' in answer ? answer.placeholder : model.getValueInRange(range);
  return { range, text };
}
