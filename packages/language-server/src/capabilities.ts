import type { ServerCapabilities } from 'vscode-languageserver';
import { CodeActionKind, TextDocumentSyncKind } from 'vscode-languageserver';
import { sourceKinds } from './code-actions.ts';
import { completionTriggers, formattingTriggers, semanticTokensLegend } from './features/index.ts';
import { runExampleCommand } from './protocol.ts';

/** What the editor is told that this server does. */
export const capabilities: ServerCapabilities = {
  textDocumentSync: {
    openClose: true,
    change: TextDocumentSyncKind.Incremental,
    save: { includeText: false },
  },
  callHierarchyProvider: true,
  codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, ...Object.values(sourceKinds)],
  },
  codeLensProvider: {},
  completionProvider: { triggerCharacters: [...completionTriggers] },
  definitionProvider: true,
  documentFormattingProvider: true,
  documentHighlightProvider: true,
  documentOnTypeFormattingProvider: {
    firstTriggerCharacter: formattingTriggers[0],
    moreTriggerCharacter: formattingTriggers.slice(1),
  },
  documentSymbolProvider: true,
  executeCommandProvider: { commands: [runExampleCommand] },
  foldingRangeProvider: true,
  hoverProvider: true,
  inlayHintProvider: true,
  linkedEditingRangeProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  semanticTokensProvider: { legend: semanticTokensLegend, full: true },
};
