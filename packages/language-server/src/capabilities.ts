import type { ServerCapabilities } from 'vscode-languageserver';
import { CodeActionKind, TextDocumentSyncKind } from 'vscode-languageserver';
import { sourceKinds } from './code-actions.ts';
import { completionTriggers, semanticTokensLegend } from './features/index.ts';
import { runExampleCommand } from './protocol.ts';

/** What the editor is told that this server does. */
export const capabilities: ServerCapabilities = {
  textDocumentSync: {
    openClose: true,
    change: TextDocumentSyncKind.Incremental,
    save: { includeText: false },
  },
  codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, ...Object.values(sourceKinds)],
  },
  codeLensProvider: {},
  completionProvider: { triggerCharacters: [...completionTriggers] },
  definitionProvider: true,
  documentFormattingProvider: true,
  documentHighlightProvider: true,
  documentSymbolProvider: true,
  executeCommandProvider: { commands: [runExampleCommand] },
  foldingRangeProvider: true,
  hoverProvider: true,
  inlayHintProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  semanticTokensProvider: { legend: semanticTokensLegend, full: true },
};
