import type { IRunOptions, ISectionOptions } from 'docx';
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { propertiesXml, withoutTimes } from './same-bytes.ts';
import type {
  Sheet,
  SheetBlock,
  SheetCell,
  SheetColumn,
  SheetParagraph,
  SheetRun,
  SheetTable,
} from './sheet.ts';
import { fontTableXml, wordFont } from './sheet-fonts.ts';

/** Twentieths of a point: A4, and margins of 2 cm. */
const paper = { width: 11_906, height: 16_838, margin: 1134 };

/** Half points. */
const sizes = { title: 36, heading: 24, body: 21, table: 18, quiet: 18 } as const;

/** A sheet as a Word file: A4, header rows that repeat, page numbers, typefaces of official papers, its language named; the same sheet is the same bytes. */
export async function printWord(sheet: Sheet): Promise<Uint8Array> {
  // Figures and Latin letters are no Chinese text: else an amount is broken at the end of a line.
  const language = { value: 'en-GB', eastAsia: 'zh-CN' };
  const document = new Document({
    title: sheet.title,
    styles: {
      default: { document: { run: { font: wordFont('body'), size: sizes.body, language } } },
    },
    sections: [sectionOf(sheet)],
  });
  const parts = [
    { path: 'word/fontTable.xml', data: fontTableXml() },
    { path: 'docProps/core.xml', data: propertiesXml(sheet.title) },
  ];
  return withoutTimes(new Uint8Array(await Packer.toBuffer(document, undefined, parts)));
}

function sectionOf(sheet: Sheet): ISectionOptions {
  const orientation =
    sheet.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const { margin } = paper;
  return {
    properties: {
      page: {
        size: { width: paper.width, height: paper.height, orientation },
        margin: { top: margin, right: margin, bottom: margin, left: margin },
      },
    },
    ...(sheet.watermark !== undefined && {
      headers: { default: new Header({ children: [markOf(sheet.watermark)] }) },
    }),
    footers: { default: new Footer({ children: [pageNumber(sheet)] }) },
    children: [
      titleOf(sheet),
      ...sheet.blocks.flatMap((block, at) => [...captionOf(at, sheet), blockOf(block, sheet)]),
    ],
  };
}

function markOf(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text, bold: true, font: wordFont('heading'), size: sizes.heading })],
  });
}

function titleOf({ title }: Sheet): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 240 },
    children: [new TextRun({ text: title, font: wordFont('title'), size: sizes.title })],
  });
}

function pageNumber({ language }: Sheet): Paragraph {
  const words = { zh: ['第 ', ' 页　共 ', ' 页'], en: ['Page ', ' of ', ''] }[language];
  const [before = '', between = '', after = ''] = words;
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({
        size: sizes.quiet,
        children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
      }),
    ],
  });
}

function blockOf(block: SheetBlock, sheet: Sheet): Paragraph | Table {
  switch (block.kind) {
    case 'heading':
      return new Paragraph({
        spacing: { before: 200, after: 80 },
        keepNext: true,
        children: [
          new TextRun({ text: block.text, font: wordFont('heading'), size: sizes.heading }),
        ],
      });
    case 'paragraph':
      return paragraphOf(block.runs, sizes.body);
    case 'table':
      return tableOf(block, sheet);
  }
}

/** Of several tables each has its caption, unless the heading above says the same. */
function captionOf(at: number, { blocks }: Sheet): readonly Paragraph[] {
  const [above, block] = [blocks[at - 1], blocks[at]];
  const isOnly = blocks.filter(({ kind }) => kind === 'table').length === 1;
  if (block?.kind !== 'table' || isOnly) return [];
  if (above?.kind === 'heading' && above.text === block.caption) return [];
  const run = new TextRun({ text: block.caption, font: wordFont('heading'), size: sizes.table });
  return [new Paragraph({ spacing: { before: 120, after: 40 }, keepNext: true, children: [run] })];
}

function tableOf({ columns, rows }: SheetTable, { orientation }: Sheet): Table {
  const across = orientation === 'landscape' ? paper.height : paper.width;
  const whole = across - 2 * paper.margin;
  const widths = columns.map(({ width }) => Math.floor((whole * width) / 100));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, at) => headCell(column, widths[at] ?? 0)),
  });
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      head,
      ...rows.map(
        (row) =>
          new TableRow({
            children: row.map((cell, at) => cellOf(cell, columns[at], widths[at] ?? 0)),
          }),
      ),
    ],
  });
}

const padding = { top: 60, bottom: 60, left: 90, right: 90 };

function headCell({ head }: SheetColumn, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: padding,
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: head, font: wordFont('heading'), size: sizes.table })],
      }),
    ],
  });
}

function cellOf(cell: SheetCell, column: SheetColumn | undefined, width: number): TableCell {
  const alignment = column?.align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT;
  const paragraphs = cell.length > 0 ? cell : [[]];
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: padding,
    children: paragraphs.map((runs) => paragraphOf(runs, sizes.table, alignment)),
  });
}

function paragraphOf(
  runs: SheetParagraph,
  size: number,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
): Paragraph {
  return new Paragraph({ alignment, children: runs.map((run) => runOf(run, size)) });
}

function runOf({ text, mark }: SheetRun, size: number): TextRun {
  return new TextRun({ text, size, ...(mark && markOptions[mark]) });
}

const markOptions: Readonly<Record<NonNullable<SheetRun['mark']>, IRunOptions>> = {
  deleted: { strike: true },
  inserted: { bold: true, underline: {} },
  strong: { bold: true },
  quiet: { font: wordFont('quiet') },
  invented: { bold: true, highlight: 'yellow' },
};
