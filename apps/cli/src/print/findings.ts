import type { Diagnostic } from '@tiaoli/base';
import { printDiagnostic } from '@tiaoli/base';
import type { FindingCounts } from '@tiaoli/workspace';
import { countFindings } from '@tiaoli/workspace';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';

/** More are counted, not shown: nobody mends two hundred at once. */
const MOST_SHOWN = 200;

/** How many findings there are in how many files. */
export function printCount(
  terminal: Terminal,
  findings: readonly Diagnostic[],
  files: number,
): void {
  terminal.print(`${say(terminal, countText(countFindings(findings), files))}\n`);
}

/** The findings with their source lines. */
export function printEach(
  terminal: Terminal,
  findings: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
): void {
  for (const finding of findings.slice(0, MOST_SHOWN)) {
    const text = printDiagnostic(finding, terminal.language, texts.get(finding.span.file));
    terminal.print(`${text}\n\n`);
  }
  const rest = findings.length - MOST_SHOWN;
  if (rest > 0) {
    const more = { zh: `另有 ${rest} 处没有列出。`, en: `${rest} more are not shown.` };
    terminal.print(`${say(terminal, more)}\n\n`);
  }
}

/** Warnings beside a result, where they do not mix with it. */
export function noteEach(
  terminal: Terminal,
  findings: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
): void {
  for (const finding of findings) {
    const text = printDiagnostic(finding, terminal.language, texts.get(finding.span.file));
    terminal.note(`${text}\n\n`);
  }
}

function countText({ error, warning, info }: FindingCounts, files: number) {
  return {
    zh: `检查了 ${files} 个文件：${error} 个错误，${warning} 个警告，${info} 个提示。`,
    en: `${files} ${files === 1 ? 'file' : 'files'} checked: ${error} errors, ${warning} warnings, ${info} notes.`,
  };
}
