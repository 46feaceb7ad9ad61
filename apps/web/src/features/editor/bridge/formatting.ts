import type { TextEdit } from 'vscode-languageserver';
import type { IDisposable } from '../monaco/monaco-types.ts';
import type { Bridge } from './bridge.ts';
import { ask, documentOf } from './bridge.ts';
import { toMonacoRange } from './ranges.ts';

export function registerFormatting(bridge: Bridge): IDisposable {
  return bridge.monaco.languages.registerDocumentFormattingEditProvider(bridge.selector, {
    provideDocumentFormattingEdits: async (model, options, token) => {
      const params = { ...documentOf(model), options };
      const edits = await ask<TextEdit[]>(bridge, 'textDocument/formatting', params, token);
      return edits?.map(({ range, newText }) => ({
        range: toMonacoRange(range),
        text: newText,
      }));
    },
  });
}
