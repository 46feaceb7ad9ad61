import type { TextLanguage } from '@tiaoli/base';
import type { Opinion, ProposalPapers } from '@tiaoli/workspace';
import { demoMark } from '../sheet/demo-mark.ts';
import type { Sheet, SheetBlock, SheetCell, SheetRow } from '../sheet/sheet.ts';
import { plainCell } from '../sheet/sheet.ts';
import type { Say } from './blank.ts';
import { blank } from './blank.ts';
import { countText, outcomeWords } from './opinion-words.ts';

/** 征求意见采纳情况表: what was said of a proposal, by whom, and what became of it. */
export function opinionSheet(papers: ProposalPapers, language: TextLanguage): Sheet {
  const say: Say = (text) => text[language];
  const { title, opinions, place, reviewPlace, round } = papers;
  const about = say({
    zh: `提出：${place}　审核：${reviewPlace}　第 ${round.number} 次报送`,
    en: `Proposed by ${place}, reviewed by ${reviewPlace}, round ${round.number}`,
  });
  const rows = opinions.map((opinion, at) => rowOf(opinion, at + 1, say));
  return {
    title: say({
      zh: `《${title}》征求意见采纳情况表`,
      en: `${title}: what was said of it, and what became of that`,
    }),
    language,
    orientation: 'landscape',
    ...demoMark(papers.isDemo, say),
    blocks: [
      { kind: 'paragraph', runs: [{ text: about }] },
      { kind: 'paragraph', runs: [{ text: say(countText(opinions)) }] },
      ...(rows.length === 0 ? [] : [tableOf(rows, say)]),
    ],
  };
}

function tableOf(rows: readonly SheetRow[], say: Say): SheetBlock {
  return {
    kind: 'table',
    caption: say({ zh: '征求意见采纳情况', en: 'What was said, and what became of it' }),
    columns: [
      { head: say({ zh: '序号', en: 'No.' }), width: 5 },
      { head: say({ zh: '意见单位/人', en: 'Who' }), width: 14 },
      { head: say({ zh: '条款', en: 'Article' }), width: 14 },
      { head: say({ zh: '意见内容', en: 'What was said' }), width: 34 },
      { head: say({ zh: '采纳情况', en: 'Adopted' }), width: 10 },
      { head: say({ zh: '理由', en: 'Reasons' }), width: 23 },
    ],
    rows,
  };
}

function rowOf(opinion: Opinion, number: number, say: Say): SheetRow {
  const { author, clause } = opinion;
  return [
    plainCell(String(number)),
    plainCell(author === '' ? '—' : author),
    plainCell(clause === '' ? say({ zh: '全文', en: 'all of it' }) : clause),
    contentCell(opinion, say),
    outcomeCell(opinion, say),
    reasonCell(opinion, say),
  ];
}

function contentCell({ said, suggested }: Opinion, say: Say): SheetCell {
  const lead = say({ zh: '建议改为：', en: 'suggested: ' });
  return [
    ...said.map((text) => [{ text }]),
    ...suggested.map((text) => [
      { text: lead, mark: 'quiet' as const },
      { text, mark: 'inserted' as const },
    ]),
  ];
}

function outcomeCell({ outcome }: Opinion, say: Say): SheetCell {
  if (outcome !== 'unknown') return plainCell(say(outcomeWords[outcome]));
  return [[blank({ zh: '采纳情况', en: 'whether it was adopted' }, say)]];
}

function reasonCell({ answers, outcome }: Opinion, say: Say): SheetCell {
  if (answers.length > 0) return answers.map((text) => [{ text }]);
  if (outcome === 'adopted') return plainCell('—');
  return [[blank({ zh: '理由', en: 'reasons' }, say)]];
}
