import type { IParagraphOptions, IParagraphStyleOptions, IStylesOptions } from 'docx';
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { propertiesXml, withoutTimes } from '../sheet/same-bytes.ts';
import type { SheetFont } from '../sheet/sheet-fonts.ts';
import { fontTableXml, wordFont } from '../sheet/sheet-fonts.ts';
import { paperGrid } from './paper-grid.ts';
import type { PaperBlock, PolicyPaper } from './policy-paper.ts';

/** Twentieths of a point: A4 with the margins of official papers (GB/T 9704). */
const paper = { width: 11_906, height: 16_838, top: 2098, bottom: 1984, left: 1588, right: 1474 };

/** Half points: 二号 the title, 三号 the text. */
const sizes = { title: 44, body: 32, aside: 24, rule: 18, page: 28 } as const;

/** A line is 28 points high, and a paragraph begins two characters in. */
const line = { line: 560, lineRule: LineRuleType.EXACT } as const;
const indent = { firstLine: 640 } as const;

/** The style of a clause by its depth; an import reads the depth from its name. */
const clauseStyle = '条例条文';
const deepest = 9;

/** A policy as a Word file in the layout of official papers; the same paper is the same bytes. */
export async function printPolicyWord({ title, blocks }: PolicyPaper): Promise<Uint8Array> {
  const document = new Document({
    title,
    styles,
    sections: [
      {
        properties: {
          page: {
            size: { width: paper.width, height: paper.height },
            margin: { top: paper.top, bottom: paper.bottom, left: paper.left, right: paper.right },
          },
        },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: blocks.map(blockOf),
      },
    ],
  });
  const parts = [
    { path: 'word/fontTable.xml', data: fontTableXml() },
    { path: 'docProps/core.xml', data: propertiesXml(title) },
  ];
  return withoutTimes(new Uint8Array(await Packer.toBuffer(document, undefined, parts)));
}

const styles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: wordFont('body'),
        size: sizes.body,
        // Figures and Latin letters are no Chinese text: else an amount is broken at the end of a line.
        language: { value: 'en-GB', eastAsia: 'zh-CN' },
      },
    },
    title: {
      run: { font: wordFont('title'), size: sizes.title, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 240 } },
    },
    heading1: headingStyle('heading'),
    heading2: headingStyle('quiet'),
    heading3: headingStyle('body'),
    heading4: headingStyle('body'),
    heading5: headingStyle('body'),
    heading6: headingStyle('body'),
  },
  paragraphStyles: [
    ...Array.from({ length: deepest }, (_, at) =>
      ownStyle(`TiaoliClause${at + 1}`, `${clauseStyle} ${at + 1}`, 'body', sizes.body),
    ),
    ownStyle('TiaoliQuote', '条例引文', 'body', sizes.body),
    ownStyle('TiaoliAside', '条例出处', 'quiet', sizes.aside),
    ownStyle('TiaoliRule', '条例规则', 'quiet', sizes.rule),
  ],
};

function headingStyle(font: SheetFont) {
  return {
    run: { font: wordFont(font), size: sizes.body, color: '000000' },
    paragraph: { spacing: { ...line, before: 0, after: 0 }, indent, keepNext: true },
  };
}

function ownStyle(id: string, name: string, font: SheetFont, size: number): IParagraphStyleOptions {
  const isRule = size === sizes.rule;
  return {
    ...{ id, name, basedOn: 'Normal', quickFormat: true },
    run: { font: wordFont(font), size },
    paragraph: isRule ? { indent: { left: 640 } } : { spacing: line, indent },
  };
}

function blockOf(block: PaperBlock) {
  switch (block.kind) {
    case 'grid':
      return paperGrid(block.rows, paper.width - paper.left - paper.right, block.hasHead);
    case 'title':
      return words(block.text, { heading: HeadingLevel.TITLE });
    case 'number':
      return words(block.text, { alignment: AlignmentType.CENTER, spacing: { after: 240 } });
    case 'heading':
      return words(block.text, headingOf(block.depth));
    case 'clause':
      return words(block.text, { style: `TiaoliClause${Math.min(block.depth, deepest)}` });
    case 'text':
      return words(
        block.text,
        block.isQuoted ? { style: 'TiaoliQuote' } : { spacing: line, indent },
      );
    case 'aside':
      return words(block.text, { style: 'TiaoliAside' });
    case 'rule':
      return words(block.text, { style: 'TiaoliRule' });
  }
}

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

function headingOf(depth: number): IParagraphOptions {
  const heading = headings[depth - 1];
  return heading === undefined ? { style: `TiaoliClause${Math.min(depth, deepest)}` } : { heading };
}

function words(text: string, options: IParagraphOptions): Paragraph {
  return new Paragraph({ ...options, children: [new TextRun(text)] });
}

/** — 1 —, as official papers number their pages. */
function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ size: sizes.page, children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
}
