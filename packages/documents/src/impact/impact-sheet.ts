import type { Cell, ImpactReport, Section, Table } from '@tiaoli/reports';
import { barTexts, cellText, headText } from '@tiaoli/reports';
import type { Sheet, SheetBlock, SheetCell, SheetColumn } from '../sheet/sheet.ts';
import { plainCell } from '../sheet/sheet.ts';

/** A report as a paper: the same sentences and tables, with bars of characters in place of charts. */
export function impactSheet(report: ImpactReport): Sheet {
  const { title, language, watermark, warnings, identity, reforms, method } = report;
  const words = { zh: ['项目', '内容', '本次测算'], en: ['item', 'content', 'This run'] }[language];
  const [item = '', content = '', run = ''] = words;
  return {
    ...{ title, language, orientation: 'landscape' },
    ...(watermark !== undefined && { watermark }),
    blocks: [
      ...warnings.map(
        (warning): SheetBlock => ({
          kind: 'paragraph',
          runs: [{ text: warning, mark: 'invented' }],
        }),
      ),
      {
        kind: 'table',
        caption: run,
        columns: [
          { head: item, width: 20 },
          { head: content, width: 80 },
        ],
        rows: identity.map(({ name, text }) => [plainCell(name), plainCell(text)]),
      },
      ...reforms.flatMap(({ title: name, sections }) => [
        ...(reforms.length > 1 ? [{ kind: 'heading', text: name } as const] : []),
        ...sections.flatMap((section) => sectionBlocks(section, report)),
      ]),
      ...sectionBlocks(method, report),
    ],
  };
}

function sectionBlocks(
  { title, lines, figures }: Section,
  report: ImpactReport,
): readonly SheetBlock[] {
  return [
    { kind: 'heading', text: title },
    ...lines.map((text): SheetBlock => ({ kind: 'paragraph', runs: [{ text }] })),
    ...figures.flatMap(({ table }) => tableBlocks(table, report)),
  ];
}

/** Characters of the longest bar: as wide as its column, also in typefaces that draw them at full width. */
const BAR = 8;

function tableBlocks(table: Table, { language }: ImpactReport): readonly SheetBlock[] {
  const { caption, columns, rows, notes } = table;
  const bars = barTexts(table, BAR);
  const shares = [...columns.map(shareOf), ...(bars ? [BAR_SHARE] : [])];
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((share * 100) / whole));
  const barHead = { zh: '图（░ 为负）', en: 'bar (░ below zero)' }[language];
  const heads: readonly SheetColumn[] = [
    ...columns.map((column, at) => ({
      head: headText(column),
      width: widths[at] ?? 0,
      ...(column.kind !== 'text' && { align: 'right' as const }),
    })),
    ...(bars ? [{ head: barHead, width: widths.at(-1) ?? 0 }] : []),
  ];
  return [
    {
      kind: 'table',
      caption,
      columns: heads,
      rows: rows.map((row, at) => [
        ...row.map(sheetCell),
        ...(bars ? [plainCell(bars[at] ?? '')] : []),
      ]),
    },
    ...notes.map((text): SheetBlock => ({ kind: 'paragraph', runs: [{ text, mark: 'quiet' }] })),
  ];
}

const BAR_SHARE = 5;

/** Parts of the width of a table. */
function shareOf({ kind, hasErrors }: Table['columns'][number]): number {
  if (kind === 'text') return 4;
  return hasErrors ? 4 : 3;
}

function sheetCell(cell: Cell): SheetCell {
  return plainCell(cellText(cell));
}
