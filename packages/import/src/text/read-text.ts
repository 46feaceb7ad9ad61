import type { SourceBlock, SourceCell, SourceDocument } from '../source-document.ts';
import { oneLine } from '../source-document.ts';
import { evenRows } from '../table/even-rows.ts';
import type { DecodedFile } from './decode.ts';

/** The lines of a text, each a paragraph; lines of cells between bars or tabs are rows of a table. */
export function readText({ text, isGb18030 }: DecodedFile): SourceDocument {
  const blocks: SourceBlock[] = [];
  let rows: (readonly SourceCell[])[] = [];
  const endTable = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows: evenRows(rows).rows });
    rows = [];
  };
  for (const line of text.split(/\r\n|[\n\r\f\u2028\u2029]/u)) {
    const row = rowOf(line);
    if (row) {
      rows.push(row);
      continue;
    }
    endTable();
    const words = oneLine(line);
    if (words !== '') blocks.push({ kind: 'paragraph', text: words });
  }
  endTable();
  return { blocks, footnotes: [], notes: isGb18030 ? [{ code: 'gb18030' }] : [] };
}

/** `| 级别 | 起付 |`, or two cells and more between tabs, as a spreadsheet puts them into a text. */
function rowOf(line: string): readonly SourceCell[] | undefined {
  const barred = /^\s*[|｜](.*)[|｜]\s*$/u.exec(line)?.[1];
  const cells = barred?.split(/[|｜]/u) ?? tabbed(line);
  return cells?.map((cell) => {
    const words = oneLine(cell);
    return { kind: 'cell', lines: words === '' ? [] : [words] };
  });
}

/** A tab within a line; one at its beginning is an indentation. */
function tabbed(line: string): readonly string[] | undefined {
  const cells = line.replace(/^[\s\u3000]+|\s+$/gu, '').split('\t');
  return cells.length > 1 ? cells : undefined;
}
