import { startLanguageServer } from '@tiaoli/language-server';
import { createConnection } from 'vscode-languageserver/node';
import { policyHost } from './policy-host.ts';

/**
 * Serves the editor that started this command, until it says so or goes away: then the connection ends the command, with
 * 0 after a proper `shutdown` and 1 otherwise. Nothing else is written to standard output.
 */
export function serveEditor(): Promise<number> {
  startLanguageServer(createConnection(process.stdin, process.stdout), policyHost);
  return new Promise(() => undefined);
}
