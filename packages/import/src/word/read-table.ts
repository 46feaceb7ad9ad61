import type { SourceBlock, SourceCell } from '../source-document.ts';
import { blockLines, firstWords } from '../table/block-lines.ts';
import { evenRows } from '../table/even-rows.ts';
import type { WordReading } from './word-reading.ts';
import { tell } from './word-reading.ts';
import type { XmlElement } from './xml-tree.ts';
import { below, childOf, elementsIn, settingOf, textIn } from './xml-tree.ts';

const MOST_COLUMNS = 200;

/** Reads what stands in a cell, tables included. */
type BlocksIn = (cell: XmlElement) => readonly SourceBlock[];

/** A table with every cell, merged ones said to be merged; none where every row was deleted. */
export function readTable(
  table: XmlElement,
  reading: WordReading,
  blocksIn: BlocksIn,
): readonly SourceBlock[] {
  const rows = inside(table, 'w:tr').flatMap((row) => readRow(row, reading, blocksIn));
  const cells = rows.flat();
  if (cells.length === 0) return [];
  const { rows: even, isUneven } = evenRows(rows);
  if (isUneven) tell(reading, 'uneven-table', { at: firstWords(even) });
  return [{ kind: 'table', rows: even }];
}

/** Children of a name, out of the content controls around them. */
function inside(parent: XmlElement, name: string): readonly XmlElement[] {
  return elementsIn(parent).flatMap((each) => {
    if (each.name === name) return [each];
    return wrappers.has(each.name) ? inside(each, name) : [];
  });
}

const wrappers: ReadonlySet<string> = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins']);

function readRow(
  row: XmlElement,
  reading: WordReading,
  blocksIn: BlocksIn,
): readonly (readonly SourceCell[])[] {
  const settings = childOf(row, 'w:trPr');
  if (childOf(settings, 'w:del')) {
    tell(reading, 'deleted', { quote: wordsOf(row), at: '表格的一行' });
    return [];
  }
  if (childOf(settings, 'w:ins')) {
    tell(reading, 'inserted', { quote: wordsOf(row), at: '表格的一行' });
  }
  const skipped = (name: string): readonly SourceCell[] =>
    Array.from({ length: countOf(settingOf(settings, name)) }, () => ({ kind: 'cell', lines: [] }));
  const cells = inside(row, 'w:tc').flatMap((cell) => readCell(cell, reading, blocksIn));
  return [[...skipped('w:gridBefore'), ...cells, ...skipped('w:gridAfter')]];
}

function wordsOf(element: XmlElement): string {
  return [...below(element, 'w:t'), ...below(element, 'w:delText')].map(textIn).join('');
}

function countOf(text: string | undefined): number {
  const count = Number(text ?? 0);
  return Number.isSafeInteger(count) ? Math.min(Math.max(count, 0), MOST_COLUMNS) : 0;
}

function readCell(
  cell: XmlElement,
  reading: WordReading,
  blocksIn: BlocksIn,
): readonly SourceCell[] {
  const settings = childOf(cell, 'w:tcPr');
  const width = Math.max(1, countOf(settingOf(settings, 'w:gridSpan')));
  const merge = childOf(settings, 'w:vMerge');
  const isBelow = merge !== undefined && merge.attributes.val !== 'restart';
  const blocks = blocksIn(cell);
  for (const table of blocks.filter(({ kind }) => kind === 'table')) {
    tell(reading, 'nested-table', { at: blockLines(table)[0] ?? '' });
  }
  const lines = blocks.flatMap(blockLines).filter((line) => line !== '');
  // Word hides what stands in the lower part of a merged cell; it is not to be lost.
  const first: SourceCell =
    isBelow && lines.length === 0 ? { kind: 'merged', into: 'above' } : { kind: 'cell', lines };
  const rest: SourceCell = { kind: 'merged', into: 'left' };
  return [first, ...Array.from({ length: width - 1 }, () => rest)];
}
