import { displayWidth } from '@tiaoli/base';
import type { Figure, ImpactReport, Section, Table } from '@tiaoli/reports';
import { barTexts, cellText, headText } from '@tiaoli/reports';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { printTable } from './table.ts';

/** What a run says: the sections of its report, tables with bars of characters. */
export function printImpactReport(terminal: Terminal, report: ImpactReport): void {
  const { title, warnings, identity, reforms, method } = report;
  terminal.print(`${title}\n`);
  for (const warning of warnings) terminal.print(`! ${warning}\n`);
  const facts = identity.map(({ name, text }) => [name, text]);
  terminal.print(`\n${printTable(facts, ['left', 'left'], '  ')}`);
  for (const { title: name, sections } of reforms) {
    if (reforms.length > 1) terminal.print(`\n═══ ${name}\n`);
    for (const section of sections) printSection(terminal, section);
  }
  printSection(terminal, method);
}

function printSection(terminal: Terminal, { title, tiles = [], lines, figures }: Section): void {
  terminal.print(`\n■ ${title}\n`);
  for (const line of lines) terminal.print(`  ${line}\n`);
  if (tiles.length > 0) {
    const rows = tiles.map(({ name, text, note }) => [name, text, note]);
    terminal.print(printTable(rows, ['left', 'right', 'left'], '  '));
  }
  for (const figure of figures) printFigure(terminal, figure);
}

const BAR = 24;
/** Columns of a terminal that a table may fill. */
const WIDEST = 110;

function printFigure(terminal: Terminal, { table }: Figure): void {
  const { caption, notes } = table;
  const shown = table.columns.map(({ isDetail }) => !isDetail);
  const columns = table.columns.filter((_, at) => shown[at]);
  const bars = barTexts(table, BAR);
  const heads = columns.map(headText);
  const rows = table.rows.map((row) =>
    row.filter((_, column) => shown[column]).map((cell) => cutText(cellText(cell))),
  );
  const sides = columns.map(({ kind }) => (kind === 'text' ? 'left' : 'right'));
  const turned = printTurned([heads, ...rows]);
  const width = widthOf(printTable([heads, ...rows], sides, '  '));
  if (width > WIDEST && widthOf(turned) < width) {
    terminal.print(`\n  ${caption}\n${turned}`);
  } else {
    const drawn = rows.map((row, at) => [...row, bars?.[at] ?? '']);
    terminal.print(`\n  ${caption}${barLegend(terminal, table, bars)}\n`);
    terminal.print(printTable([heads, ...drawn], [...sides, 'left'], '  '));
  }
  for (const note of notes) terminal.print(`  ${note}\n`);
}

/** Columns that one cell may fill; long changes stand in full in every other format. */
const WIDEST_CELL = 96;

function cutText(text: string): string {
  if (displayWidth(text) <= WIDEST_CELL) return text;
  const signs = [...text];
  while (displayWidth(signs.join('')) >= WIDEST_CELL) signs.pop();
  return `${signs.join('')}…`;
}

function barLegend(terminal: Terminal, table: Table, bars: readonly string[] | undefined): string {
  if (!bars?.some((bar) => bar.includes('░'))) return '';
  const head = table.columns.find(({ key }) => key === table.bars)?.head ?? '';
  return say(terminal, {
    zh: `（图为${head}：█ 正，░ 负）`,
    en: ` (bars: ${head}; █ above zero, ░ below)`,
  });
}

function widthOf(text: string): number {
  return text.split('\n').reduce((widest, line) => Math.max(widest, displayWidth(line)), 0);
}

/** Columns as rows, where there are too many of them to stand beside each other. */
function printTurned([heads = [], ...rows]: readonly (readonly string[])[]): string {
  const turned = heads.map((head, at) => [head, ...rows.map((row) => row[at] ?? '')]);
  return printTable(turned, ['left', ...rows.map(() => 'right' as const)], '  ');
}
