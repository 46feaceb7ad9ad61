import type { LocalText } from '@tiaoli/base';
import type { SourceHeader } from '../header/find-header.ts';
import type { Outline, OutlinePart } from '../outline/outline.ts';
import type { ImportNote } from './import-note.ts';
import { noteText } from './import-note.ts';

/** What an import took in, and what somebody is to look at. */
export interface ImportReport {
  readonly clauses: number;
  readonly sentences: number;
  readonly tables: number;
  /** Of all tables; a merged cell counts once. */
  readonly cells: number;
  readonly footnotes: number;
  /** What the source does not say of itself. */
  readonly blanks: readonly HeaderBlank[];
  readonly notes: readonly ImportNote[];
}

export type HeaderBlank = 'title' | 'number' | 'level' | 'effective' | 'issuer';

const blankNames: Readonly<Record<HeaderBlank, LocalText>> = {
  title: { zh: '标题', en: 'title' },
  number: { zh: '文号', en: 'number' },
  level: { zh: '层级', en: 'level' },
  effective: { zh: '施行日期', en: 'date of effect' },
  issuer: { zh: '发文机关', en: 'issuer' },
};

export function blanksOf({ title, number, from, issuers }: SourceHeader): readonly HeaderBlank[] {
  return [
    ...(title === undefined ? (['title'] as const) : []),
    ...(number === undefined ? (['number'] as const) : []),
    'level',
    ...(from === undefined ? (['effective'] as const) : []),
    ...(issuers.length === 0 ? (['issuer'] as const) : []),
  ];
}

export function countOutline({
  parts,
}: Outline): Pick<ImportReport, 'clauses' | 'sentences' | 'tables' | 'cells'> {
  const counts = { clauses: 0, sentences: 0, tables: 0, cells: 0 };
  const count = (part: OutlinePart): void => {
    if (part.kind === 'table') {
      counts.tables += 1;
      counts.cells += part.rows.flat().filter(({ kind }) => kind === 'cell').length;
      return;
    }
    counts.clauses += 1;
    counts.sentences += part.texts.reduce((sum, text) => sum + countSentences(text), 0);
    part.parts.forEach(count);
  };
  parts.forEach(count);
  return counts;
}

/** What ends with 。！？ or a full stop, and what stands without an end. */
export function countSentences(text: string): number {
  return text.split(/[。！？!?]+|\.(?=\s|$)/u).filter((each) => each.trim() !== '').length;
}

/** The report as lines of text: counts, blanks, then each thing to look at once. */
export function reportLines(report: ImportReport): readonly LocalText[] {
  const { clauses, sentences, tables, cells, footnotes, blanks, notes } = report;
  const names = blanks.map((each) => blankNames[each]);
  const texts = notes.map(noteText);
  return [
    {
      zh: `条文 ${clauses} 条，句子 ${sentences} 句，表格 ${tables} 张、${cells} 格${footnotes === 0 ? '' : `，脚注 ${footnotes} 条`}。`,
      en: `${clauses} clauses, ${sentences} sentences, ${tables} tables with ${cells} cells${footnotes === 0 ? '' : `, ${footnotes} footnotes`}.`,
    },
    {
      zh: `待填：${names.map(({ zh }) => zh).join('、')}。`,
      en: `To fill in: ${names.map(({ en }) => en).join(', ')}.`,
    },
    ...(texts.length === 0
      ? []
      : [{ zh: `请看这 ${texts.length} 处：`, en: `${texts.length} things to look at:` }]),
    ...texts.map(({ zh, en }) => ({ zh: `  ${zh}`, en: `  ${en}` })),
  ];
}
