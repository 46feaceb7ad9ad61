import type { LocalText, TextLanguage } from '@tiaoli/base';
import { conformanceBoundsText, conformanceStateText, conformanceTitles } from '@tiaoli/documents';
import type { ConformanceComparison, ConformanceRow } from '@tiaoli/workspace';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { printSides } from './difference.ts';
import { printTable } from './table.ts';

export function printConformance(terminal: Terminal, comparison: ConformanceComparison): void {
  printSides(terminal, comparison);
  const { kind, rows } = comparison;
  terminal.print(`\n${say(terminal, conformanceTitles[kind])}\n`);
  if (rows.length === 0) {
    const none = { zh: '没有可以核对的取值。', en: 'There is nothing to hold against bounds.' };
    terminal.print(`  ${say(terminal, none)}\n`);
    return;
  }
  const lines = rows.map((row) => lineOf(terminal, row));
  terminal.print(printTable(lines, ['left', 'left', 'left', 'left', 'left'], '  '));
  for (const row of rows) printFindings(terminal, row);
  terminal.print(`${say(terminal, sumOf(comparison))}\n`);
}

function lineOf(terminal: Terminal, row: ConformanceRow): readonly string[] {
  const { parameter, place, old, new: now } = row;
  const text = (value: LocalText | undefined): string => (value ? say(terminal, value) : '—');
  return [
    place,
    parameter,
    old && now && text(old) === text(now) ? text(now) : `${text(old)} → ${text(now)}`,
    say(terminal, conformanceBoundsText(row)),
    say(terminal, conformanceStateText(row)),
  ];
}

function printFindings(terminal: Terminal, { findings, setBy }: ConformanceRow): void {
  for (const { message } of findings) {
    const where = setBy ? `  ${setBy.file}:${setBy.line}` : '';
    terminal.print(`  ✗ ${say(terminal, message)}${where}\n`);
  }
}

function sumOf({ rows, kind }: ConformanceComparison): LocalText {
  if (kind === 'side-by-side') {
    const different = rows.filter(({ isSame }) => isSame === false).length;
    return {
      zh: `${rows.length} 个参数，${different} 个不同。`,
      en: `${rows.length} parameters, ${different} of them different.`,
    };
  }
  const set = rows.filter(({ setBy, after }) => setBy && after);
  const bad = set.filter(({ after }) => after === 'outside' || after === 'gone');
  const fallen = bad.filter(({ before }) => before === 'within').length;
  const isHeldAgainstBoth = kind === 'text-changed' && bad.length > 0;
  return {
    zh: `${set.length} 处取值，${bad.length} 处不符合${isHeldAgainstBoth ? `，其中 ${fallen} 处原来符合` : ''}。`,
    en: `${set.length} values, ${bad.length} of them do not conform${isHeldAgainstBoth ? `, ${fallen} of which did before` : ''}.`,
  };
}

export function conformanceJson(comparison: ConformanceComparison, language: TextLanguage) {
  const { old, new: now, kind, rows } = comparison;
  return {
    old,
    new: now,
    conformance: {
      kind,
      rows: rows.map((row) => ({
        ...row,
        ...(row.old && { old: row.old[language] }),
        ...(row.new && { new: row.new[language] }),
        ...(row.oldBounds && { oldBounds: row.oldBounds[language] }),
        ...(row.bounds && { bounds: row.bounds[language] }),
        findings: row.findings.map(({ code, message }) => ({ code, message: message[language] })),
      })),
    },
    undecided: rows.filter(({ after }) => after === 'undecided').length,
  };
}
