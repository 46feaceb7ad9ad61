import type { SourceCell } from '@tiaoli/import';
import {
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { wordFont } from '../sheet/sheet-fonts.ts';

/** Half points: 小四, a size below the text. */
const size = 24;
const padding = { top: 60, bottom: 60, left: 90, right: 90 };

/** A table with its merged cells, `across` twentieths of a point wide. */
export function paperGrid(
  rows: readonly (readonly SourceCell[])[],
  across: number,
  hasHead: boolean,
): Table {
  const columns = Math.max(1, rows[0]?.length ?? 1);
  const width = Math.floor(across / columns);
  return new Table({
    width: { size: across, type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => width),
    rows: rows.map(
      (row, at) =>
        new TableRow({
          tableHeader: hasHead && at === 0,
          cantSplit: true,
          children: row.flatMap((cell, column) =>
            cell.kind === 'merged'
              ? []
              : [
                  cellOf(cell.lines, spanOf(rows, at, column), {
                    width,
                    isHead: hasHead && at === 0,
                  }),
                ],
          ),
        }),
    ),
  });
}

interface Spans {
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** Over the cells to the right that are merged into it, and over those below. */
function spanOf(rows: readonly (readonly SourceCell[])[], at: number, column: number): Spans {
  const isMerged = (cell: SourceCell | undefined, into: 'left' | 'above'): boolean =>
    cell?.kind === 'merged' && cell.into === into;
  let columnSpan = 1;
  while (isMerged(rows[at]?.[column + columnSpan], 'left')) columnSpan += 1;
  let rowSpan = 1;
  while (isMerged(rows[at + rowSpan]?.[column], 'above')) rowSpan += 1;
  return { columnSpan, rowSpan };
}

function cellOf(
  lines: readonly string[],
  spans: Spans,
  { width, isHead }: { readonly width: number; readonly isHead: boolean },
): TableCell {
  const font = wordFont(isHead ? 'heading' : 'body');
  return new TableCell({
    ...spans,
    width: { size: width * spans.columnSpan, type: WidthType.DXA },
    margins: padding,
    verticalAlign: VerticalAlignTable.CENTER,
    children: (lines.length > 0 ? lines : ['']).map(
      (text) => new Paragraph({ children: [new TextRun({ text, font, size })] }),
    ),
  });
}
