import type { Diagnostic } from '@tiaoli/base';
import { noteEach } from '../print/findings.ts';
import type { Terminal } from '../terminal.ts';
import { exitCodes } from '../usage-error.ts';

/** What keeps the command from being done at all; anything else is said about what was asked. */
const failures: ReadonlySet<string> = new Set([
  'store-in-use',
  'store-not-opened',
  'store-not-there',
  'store-migration-differs',
  'store-migration-failed',
  'store-unavailable',
  'store-full',
  'backup-not-written',
  'backup-not-read',
  'restore-broken-off',
]);

/** Says why the store refused, and gives the exit code for it. */
export function refusedByStore(terminal: Terminal, diagnostics: readonly Diagnostic[]): number {
  terminal.progress('');
  noteEach(terminal, diagnostics, new Map());
  return diagnostics.some(({ code }) => failures.has(code)) ? exitCodes.failure : exitCodes.finding;
}
