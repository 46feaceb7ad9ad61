import type { editor, languages } from 'monaco-editor/editor/editor.api.js';
import type { CodeAction, Command, Diagnostic } from 'vscode-languageserver';
import type { IDisposable, TextModel } from '../monaco/monaco-types.ts';
import type { Bridge } from './bridge.ts';
import { ask, documentOf } from './bridge.ts';
import { meets, toRange } from './ranges.ts';
import { toMonacoEdit, touchedPaths } from './workspace-edit.ts';

/** What makes the remedy of a finding exact, and what may be done to the whole document. */
export function registerCodeActions(
  bridge: Bridge,
  diagnosticsOf: (model: TextModel) => readonly Diagnostic[],
): IDisposable {
  const provider: languages.CodeActionProvider = {
    provideCodeActions: async (model, range, context, token) => {
      const asked = toRange(range);
      const diagnostics = diagnosticsOf(model).filter((each) => meets(each.range, asked));
      const params = {
        ...documentOf(model),
        range: asked,
        context: { diagnostics, ...(context.only !== undefined && { only: [context.only] }) },
      };
      const method = 'textDocument/codeAction';
      const found = await ask<(CodeAction | Command)[]>(bridge, method, params, token);
      const actions = (found ?? []).filter(isEditing).filter((each) => mayBeTaken(bridge, each));
      return {
        actions: actions.map((action) => actionOf(bridge, action, context.markers)),
        dispose: () => undefined,
      };
    },
  };
  return bridge.monaco.languages.registerCodeActionProvider(bridge.selector, provider, {
    providedCodeActionKinds: ['quickfix', 'source', 'refactor'],
  });
}

function isEditing(action: CodeAction | Command): action is CodeAction {
  return 'edit' in action && action.edit !== undefined;
}

/** What changes a text that is only shown here is not offered. */
function mayBeTaken({ isEditable }: Bridge, { edit }: CodeAction): boolean {
  return edit !== undefined && touchedPaths(edit).every(isEditable);
}

function actionOf(
  bridge: Bridge,
  { title, kind, isPreferred, edit, diagnostics }: CodeAction,
  markers: readonly editor.IMarkerData[],
): languages.CodeAction {
  const codes = new Set(diagnostics?.map(({ code }) => String(code)));
  return {
    title,
    ...(kind !== undefined && { kind }),
    ...(isPreferred !== undefined && { isPreferred }),
    ...(edit && { edit: toMonacoEdit(bridge, edit) }),
    diagnostics: markers.filter(({ code }) => typeof code === 'string' && codes.has(code)),
  };
}
