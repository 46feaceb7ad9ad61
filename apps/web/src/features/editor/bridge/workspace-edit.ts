import type { languages } from 'monaco-editor/editor/editor.api.js';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Bridge } from './bridge.ts';
import { pathOf } from './document-uri.ts';
import { toMonacoRange } from './ranges.ts';

/** The edits of each document, by URI; edits of files themselves are none of ours. */
export function editsByUri({
  changes,
  documentChanges,
}: WorkspaceEdit): readonly (readonly [uri: string, edits: readonly TextEdit[]])[] {
  const listed = Object.entries(changes ?? {});
  const versioned = (documentChanges ?? []).flatMap((change) =>
    'textDocument' in change
      ? [[change.textDocument.uri, change.edits.filter(isPlainEdit)] as const]
      : [],
  );
  return [...listed, ...versioned];
}

function isPlainEdit(edit: object): edit is TextEdit {
  return 'newText' in edit;
}

/** The same for Monaco. Every document that is touched gets a model, without which Monaco cannot edit it. */
export function toMonacoEdit(bridge: Bridge, edit: WorkspaceEdit): languages.WorkspaceEdit {
  return {
    edits: editsByUri(edit).flatMap(([uri, edits]) => {
      const model = bridge.modelOf(uri);
      if (!model) return [];
      return edits.map(({ range, newText }) => ({
        resource: model.uri,
        textEdit: { range: toMonacoRange(range), text: newText },
        versionId: undefined,
      }));
    }),
  };
}

/** Paths of the documents that an edit touches. */
export function touchedPaths(edit: WorkspaceEdit): readonly string[] {
  return editsByUri(edit).flatMap(([uri]) => pathOf(uri) ?? []);
}
