import { displayWidth, padToWidth, printShare } from '@tiaoli/base';
import type { CellState, MatrixCell, ParameterRow, UnificationMatrix } from '@tiaoli/workspace';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { printTable } from './table.ts';

/** Columns of a terminal that the table keeps within. */
const WIDTH = 100;

/** The widest text of a cell that stands in the table; a longer one stands below it. */
const CELL = 16;

/** Marks in the table: a state is told by its sign, never by colour alone. */
const signs: Readonly<Record<CellState, string>> = {
  same: '=',
  different: '≠',
  'not-set': '-',
  'out-of-bounds': '✗',
  unknown: '?',
};

/** The matrix in blocks of as many cities as fit, then everything that is not the same, with what the province says. */
export function printUnification(terminal: Terminal, matrix: UnificationMatrix): void {
  const { province, on, parameters, cities } = matrix;
  const title = { zh: `${province} 统一情况（${on}）`, en: `${province}: unification on ${on}` };
  terminal.print(`${say(terminal, title)}\n`);
  printMissing(terminal, matrix);
  if (cities.length === 0 || parameters.length === 0) {
    terminal.print(`${say(terminal, nothing)}\n`);
    return;
  }
  terminal.print(`${say(terminal, legend)}\n\n`);
  for (const block of blocksOf(matrix, terminal)) terminal.print(`${block}\n`);
  for (const row of parameters) printDeviations(terminal, row);
  printTotal(terminal, matrix);
}

const nothing = {
  zh: '没有可以比较的：省级文件没有有效的参数，或没有市的文件。',
  en: 'There is nothing to compare: no parameter of the province is in force, or no city has a document.',
};

const legend = {
  zh: '= 与省一致   ≠ 与省不同   - 省市都没有规定   ✗ 超出省的授权   ? 文件有错误，取值不明   * 市自己确定',
  en: '= as the province   ≠ differs   - set by nobody   ✗ out of bounds   ? documents with errors   * set by the city',
};

/** What the matrix cannot tell comes first, so that nobody takes a gap for agreement. */
function printMissing(terminal: Terminal, matrix: UnificationMatrix): void {
  const lines = [
    ...matrix.leftOut.map((file) => ({
      zh: `注意：${file} 有错误，它的参数不在表中。`,
      en: `Mind: ${file} has errors; its parameters are not in the table.`,
    })),
    ...matrix.unknownFiles.map((file) => ({
      zh: `注意：${file} 读不出是哪里的文件，任何一市都可能缺它。`,
      en: `Mind: ${file} does not tell whose it is; any city may be missing it.`,
    })),
    ...matrix.cities.flatMap(({ city, filesWithErrors }) =>
      filesWithErrors.map((file) => ({
        zh: `注意：${city}的 ${file} 有错误，受影响的取值标 ?。`,
        en: `Mind: ${file} of ${city} has errors; what it might set is marked ?.`,
      })),
    ),
  ];
  for (const line of lines) terminal.print(`${say(terminal, line)}\n`);
}

function blocksOf(
  { cities, parameters }: UnificationMatrix,
  terminal: Terminal,
): readonly string[] {
  const names = { zh: '参数', en: 'parameter' };
  const head = [say(terminal, names), say(terminal, { zh: '省', en: 'province' })];
  const rows = parameters.map((row) => [row.name, shortText(row.province.text[terminal.language])]);
  const columns = cities.map(({ city, unified }, at) => [
    city,
    ...parameters.map(({ cells }) => cellText(cells[at], terminal)),
    printShare(unified),
  ]);
  const share = [say(terminal, { zh: '统一比例', en: 'unified' }), ''];
  const fixed = [head, ...rows, share];
  const width =
    widthOf(fixed.map(([name]) => name ?? '')) + widthOf(fixed.map((row) => row[1] ?? ''));
  return blocks(columns, WIDTH - width - 4).map((block) =>
    printTable(
      fixed.map((row, at) => [...row, ...block.map((column) => column[at] ?? '')]),
      ['left', 'left', ...block.map(() => 'left' as const)],
      '',
    ),
  );
}

/** As many columns in a block as fit into the width, one at least. */
function blocks(columns: readonly (readonly string[])[], width: number) {
  const all: (readonly string[])[][] = [];
  let left = 0;
  for (const column of columns) {
    const own = widthOf(column) + 2;
    const last = all.at(-1);
    if (last && own <= left) last.push(column);
    else {
      all.push([column]);
      left = width;
    }
    left -= own;
  }
  return all;
}

function widthOf(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(displayWidth));
}

function cellText(cell: MatrixCell | undefined, { language }: Terminal): string {
  if (!cell) return '';
  const isShown = cell.state !== 'not-set' && cell.state !== 'unknown';
  const parts = [
    signs[cell.state],
    ...(isShown ? [shortText(cell.value.text[language])] : []),
    ...(isShown && cell.value.isIllustrative ? [illustrative[language]] : []),
    ...(cell.isOwn ? ['*'] : []),
  ];
  return parts.join(' ');
}

const illustrative = { zh: '示例', en: 'illustrative' };

function shortText(text: string): string {
  return displayWidth(text) <= CELL ? text : '…';
}

/** Cities that set it otherwise, one a line, with what the province says and allows. */
function printDeviations(terminal: Terminal, row: ParameterRow): void {
  const { language } = terminal;
  const deviating = row.cells.filter(
    ({ state }) => state === 'different' || state === 'out-of-bounds',
  );
  if (deviating.length === 0) return;
  const bounds = row.bounds ?? { zh: '市不得另定', en: 'not left to cities' };
  const of = {
    zh: `省 ${row.province.text.zh}，${bounds.zh}`,
    en: `province ${row.province.text.en}, ${bounds.en}`,
  };
  terminal.print(`${row.name}（${say(terminal, of)}）\n`);
  for (const { city, state, value, clause, findings } of deviating) {
    const where = clause ? `  ${clause.file}:${clause.line}` : '';
    const mark = value.isIllustrative ? ` ${illustrative[language]}` : '';
    const line = `  ${signs[state]} ${padToWidth(city, 8)} ${value.text[language]}${mark}${where}`;
    terminal.print(`${line}\n`);
    for (const { message } of findings) terminal.print(`      ${say(terminal, message)}\n`);
  }
}

function printTotal(terminal: Terminal, { parameters, cities, unified }: UnificationMatrix): void {
  const whole = parameters.filter(({ state }) => state === 'same').length;
  const outside = parameters.flatMap(({ cells }) =>
    cells.filter(({ state }) => state === 'out-of-bounds'),
  ).length;
  const share = printShare(unified);
  const text = {
    zh: `参数 ${parameters.length} 个、市 ${cities.length} 个：${unified.same}/${unified.of} 一致（${share}），${whole} 个参数全省统一，${outside} 处超出授权。`,
    en: `${parameters.length} parameters, ${cities.length} cities: ${unified.same}/${unified.of} the same (${share}), ${whole} parameters unified everywhere, ${outside} out of bounds.`,
  };
  terminal.print(`\n${say(terminal, text)}\n`);
}
