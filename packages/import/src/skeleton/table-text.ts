import type { SourceCell } from '../source-document.ts';

/** What stands between cells, at both ends too: a quotation like this is a row. */
const BAR = '｜';
/** Between the lines of one cell. */
const BREAK = '⏎';
const MERGED = { left: '←', above: '↑' } as const;

/** A row as a quotation: every cell, and where one is merged into another. A bar of the source is written `\｜`. */
export function rowText(row: readonly SourceCell[]): string {
  return `${BAR}${row.map(cellText).join(BAR)}${BAR}`;
}

function cellText(cell: SourceCell): string {
  if (cell.kind === 'merged') return MERGED[cell.into];
  const text = cell.lines.map((line) => line.replace(/[\\｜⏎]/gu, '\\$&')).join(BREAK);
  return text === MERGED.left || text === MERGED.above ? `\\${text}` : text;
}

/** A quotation that is a row, as cells; undefined for any other text. */
export function cellsOfText(text: string): readonly SourceCell[] | undefined {
  if (text.length < 2 || !text.startsWith(BAR) || !text.endsWith(BAR)) return undefined;
  const cells: string[] = [''];
  const inner = text.slice(1, -1);
  for (const [part] of inner.matchAll(/\\.|[^\\]|\\$/gsu)) {
    if (part === BAR) cells.push('');
    else cells[cells.length - 1] += part;
  }
  return cells.map(cellOfText);
}

function cellOfText(text: string): SourceCell {
  if (text === MERGED.left) return { kind: 'merged', into: 'left' };
  if (text === MERGED.above) return { kind: 'merged', into: 'above' };
  if (text === '') return { kind: 'cell', lines: [] };
  const lines = text.split(/(?<!\\)⏎/u).map((line) => line.replace(/\\(.)/gsu, '$1'));
  return { kind: 'cell', lines };
}

const MOST_DRAFTED = 60;

/** A table of the language with these cells, to be completed: as lines of a comment. */
export function tableDraft(
  label: string,
  rows: readonly (readonly SourceCell[])[],
): readonly string[] {
  const drafted = rows.slice(0, MOST_DRAFTED).map((row) => `  ${row.map(draftCell).join(' | ')}；`);
  const left = rows.length - drafted.length;
  return [
    '草稿：写明类型和维度，把单位写进各格，去掉“//”就是一张表。',
    `表「${label}」：类型 按 维度 {`,
    ...drafted,
    ...(left > 0 ? [`  还有 ${left} 行：行数多的表写成目录，放在 CSV 文件里。`] : []),
    '}',
  ];
}

function draftCell(cell: SourceCell): string {
  if (cell.kind === 'merged') return cell.into === 'left' ? '（同左格）' : '（同上格）';
  const text = cell.lines.join(' ').replaceAll('|', '｜');
  return text === '' ? '（空）' : text;
}
