import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver';
import type { IDisposable } from '../monaco/monaco-types.ts';
import type { Bridge } from './bridge.ts';
import { ask, documentOf } from './bridge.ts';

/**
 * @param onDidChange tells that the server has come back, so that colours are asked for again
 */
export function registerSemanticTokens(
  bridge: Bridge,
  { tokenTypes, tokenModifiers }: SemanticTokensLegend,
  onDidChange: (listener: () => void) => IDisposable,
): IDisposable {
  return bridge.monaco.languages.registerDocumentSemanticTokensProvider(bridge.selector, {
    onDidChange,
    getLegend: () => ({ tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] }),
    provideDocumentSemanticTokens: async (model, _last, token) => {
      const method = 'textDocument/semanticTokens/full';
      const tokens = await ask<SemanticTokens>(bridge, method, documentOf(model), token);
      return tokens ? { data: new Uint32Array(tokens.data) } : null;
    },
    releaseDocumentSemanticTokens: () => undefined,
  });
}
