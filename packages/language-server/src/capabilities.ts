import type { ServerCapabilities } from 'vscode-languageserver';
import { TextDocumentSyncKind } from 'vscode-languageserver';
import { runExampleCommand } from './protocol.ts';

/** What the editor is told that this server does. */
export const capabilities: ServerCapabilities = {
  textDocumentSync: {
    openClose: true,
    change: TextDocumentSyncKind.Incremental,
    save: { includeText: false },
  },
  codeLensProvider: {},
  executeCommandProvider: { commands: [runExampleCommand] },
};
