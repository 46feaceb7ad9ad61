import { printHtml, printWord, statementSheet } from '@tiaoli/documents';
import type { SettledCase } from '@tiaoli/workspace';
import type { WriteBytes } from '../files/write-output.ts';
import type { Terminal } from '../terminal.ts';
import type { PaperFormat } from './comparison-paper.ts';

/** A settled case as a statement: a page, or a Word file. */
export async function printStatement(
  { print, language }: Terminal,
  format: PaperFormat,
  settled: Extract<SettledCase, { kind: 'settled' }>,
  writeBytes: WriteBytes,
): Promise<void> {
  const sheet = statementSheet(settled, language);
  if (format === 'html') print(printHtml(sheet));
  else writeBytes(await printWord(sheet));
}
