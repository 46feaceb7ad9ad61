import type { ServerCapabilities } from 'vscode-languageserver';
import { CodeActionKind, TextDocumentSyncKind } from 'vscode-languageserver';
import { sourceKinds } from './code-actions.ts';
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
  executeCommandProvider: { commands: [runExampleCommand] },
};
