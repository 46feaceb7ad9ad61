import type { ComparisonReport } from '@tiaoli/documents';
import { comparisonPage, printWord, revisionSheet } from '@tiaoli/documents';
import type { WriteBytes } from '../files/write-output.ts';
import type { Terminal } from '../terminal.ts';

export type PaperFormat = 'html' | 'docx';

export function isPaper(format: string): format is PaperFormat {
  return format === 'html' || format === 'docx';
}

/** A comparison as a page, or as 修订对照表 in Word. */
export async function printComparisonPaper(
  { print, language }: Terminal,
  format: PaperFormat,
  report: ComparisonReport,
  writeBytes: WriteBytes,
): Promise<void> {
  if (format === 'html') print(comparisonPage(report, language));
  else writeBytes(await printWord(revisionSheet(report, language)));
}
