import type { languages } from 'monaco-editor/editor/editor.api.js';
import type { DocumentSymbol, FoldingRange } from 'vscode-languageserver';
import type { IDisposable } from '../monaco/monaco-types.ts';
import type { Bridge } from './bridge.ts';
import { ask, documentOf } from './bridge.ts';
import { toMonacoRange } from './ranges.ts';

/** Folding, and the outline as Monaco's own list of symbols (Ctrl+Shift+O) and its sticky lines show it. */
export function registerStructure(bridge: Bridge): readonly IDisposable[] {
  const { languages } = bridge.monaco;
  return [
    languages.registerFoldingRangeProvider(bridge.selector, {
      provideFoldingRanges: async (model, _context, token) => {
        const method = 'textDocument/foldingRange';
        const ranges = await ask<FoldingRange[]>(bridge, method, documentOf(model), token);
        return ranges?.map(({ startLine, endLine, kind }) => ({
          start: startLine + 1,
          end: endLine + 1,
          ...(kind === 'comment' && { kind: languages.FoldingRangeKind.Comment }),
        }));
      },
    }),
    languages.registerDocumentSymbolProvider(bridge.selector, {
      provideDocumentSymbols: async (model, token) => {
        const method = 'textDocument/documentSymbol';
        const symbols = await ask<DocumentSymbol[]>(bridge, method, documentOf(model), token);
        return symbols?.map(symbolOf);
      },
    }),
  ];
}

function symbolOf(symbol: DocumentSymbol): languages.DocumentSymbol {
  const { name, detail = '', kind, range, selectionRange, children = [] } = symbol;
  return {
    name,
    detail,
    // The protocol counts kinds from 1, Monaco the same ones from 0.
    kind: kind - 1,
    tags: [],
    range: toMonacoRange(range),
    selectionRange: toMonacoRange(selectionRange),
    children: children.map(symbolOf),
  };
}
