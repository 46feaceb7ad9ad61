import type { LocalText, TextLanguage } from '@tiaoli/base';
import type { ConformanceComparison, ConformanceRow, ConformanceState } from '@tiaoli/workspace';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { printSides } from './difference.ts';
import { printTable } from './table.ts';

/** The marks of the unification matrix: a state is told by its sign and its word, never by colour alone. */
const stateWords: Readonly<Record<ConformanceState, LocalText>> = {
  within: { zh: '= 在授权之内', en: '= within bounds' },
  outside: { zh: '✗ 超出授权', en: '✗ out of bounds' },
  undecided: { zh: '? 无法判断', en: '? undecided' },
  gone: { zh: '✗ 不再有这个授权', en: '✗ no longer delegated' },
};

const titles: Readonly<Record<ConformanceComparison['kind'], LocalText>> = {
  'text-changed': {
    zh: '各地的取值，在旧文件和新文件之下',
    en: 'Values of each place, under the old text and under the new one',
  },
  below: {
    zh: '上级的取值和授权，下级的取值',
    en: 'What the upper level says and leaves, and what the lower one makes of it',
  },
  'side-by-side': { zh: '两地的取值', en: 'What the two places have' },
};

export function printConformance(terminal: Terminal, comparison: ConformanceComparison): void {
  printSides(terminal, comparison);
  const { kind, rows } = comparison;
  terminal.print(`\n${say(terminal, titles[kind])}\n`);
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
  const { parameter, place, old, new: now, bounds } = row;
  const text = (value: LocalText | undefined): string => (value ? say(terminal, value) : '—');
  return [
    place,
    parameter,
    old && now && text(old) === text(now) ? text(now) : `${text(old)} → ${text(now)}`,
    bounds ? text(bounds) : say(terminal, { zh: '没有授权', en: 'not delegated' }),
    stateText(terminal, row),
  ];
}

function stateText(terminal: Terminal, { before, after, isSame, setBy }: ConformanceRow): string {
  if (isSame !== undefined) {
    return say(
      terminal,
      isSame ? { zh: '= 相同', en: '= same' } : { zh: '≠ 不同', en: '≠ different' },
    );
  }
  if (!after) return say(terminal, { zh: '- 已经没有', en: '- has ended' });
  const word = say(terminal, stateWords[after]);
  if (!setBy) return say(terminal, { zh: '- 未另定', en: '- not set' });
  if (before === undefined || before === after) return word;
  const was = say(terminal, stateWords[before]);
  return say(terminal, { zh: `${word}（原：${was}）`, en: `${word} (was: ${was})` });
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
  return {
    zh: `${set.length} 处取值，${bad.length} 处不符合${kind === 'text-changed' ? `，其中 ${fallen} 处原来符合` : ''}。`,
    en: `${set.length} values, ${bad.length} of them do not conform${kind === 'text-changed' ? `, ${fallen} of which did before` : ''}.`,
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
        ...(row.bounds && { bounds: row.bounds[language] }),
        findings: row.findings.map(({ code, message }) => ({ code, message: message[language] })),
      })),
    },
    undecided: rows.filter(({ after }) => after === 'undecided').length,
  };
}
