import type { LocalText, TextLanguage } from '@tiaoli/base';
import { briefImpact } from '@tiaoli/reports';
import { pathText } from '@tiaoli/settlement';
import type { ProposalPapers } from '@tiaoli/workspace';
import { basisCell, revisionCell } from '../revision/revision-cells.ts';
import type { RevisedClause } from '../revision/revision-rows.ts';
import { revisedClauses } from '../revision/revision-rows.ts';
import { demoMark } from '../sheet/demo-mark.ts';
import type { Sheet, SheetBlock, SheetParagraph, SheetTable } from '../sheet/sheet.ts';
import { plainCell } from '../sheet/sheet.ts';
import type { Say } from './blank.ts';
import { blank } from './blank.ts';
import { countText } from './opinion-words.ts';

/**
 * 起草说明 as far as a machine can write it: what differs clause by clause, what was said of it and what the gate found. What
 * only people know is left as a marked blank.
 */
export function draftingNoteSheet(papers: ProposalPapers, language: TextLanguage): Sheet {
  const say: Say = (text) => text[language];
  const { title, round, basis, opinions } = papers;
  const line = (...runs: SheetParagraph): SheetBlock => ({ kind: 'paragraph', runs });
  const heading = (text: LocalText): SheetBlock => ({ kind: 'heading', text: say(text) });
  const rests = { zh: `依据：${basis.join('、')}。`, en: `It rests on ${basis.join(', ')}.` };
  return {
    title: say({ zh: `关于《${title}》的起草说明`, en: `Explanatory note on ${title}` }),
    language,
    orientation: 'portrait',
    ...demoMark(papers.isDemo, say),
    blocks: [
      heading({ zh: '一、起草背景', en: '1. Background' }),
      line({ text: `${say({ zh: '报送理由：', en: 'Reason given: ' })}${round.reason}` }),
      line(blank({ zh: '为什么要改，目前有什么问题', en: 'why, and what is wrong today' }, say)),
      heading({ zh: '二、起草依据', en: '2. What it rests on' }),
      ...(basis.length === 0 ? [] : [line({ text: say(rests) })]),
      line(blank({ zh: '其他依据的文件', en: 'other documents' }, say)),
      heading({ zh: '三、主要内容', en: '3. What it says' }),
      line({ text: say(beginsText(papers)) }),
      ...contentBlocks(papers, language),
      heading({ zh: '四、征求意见情况', en: '4. What was said of it' }),
      line({ text: say(countText(opinions)) }),
      line(blank({ zh: '征求意见的时间、范围和方式', en: 'when, whom and how it was asked' }, say)),
      heading({ zh: '五、测算影响', en: '5. What comes of it' }),
      ...foundTexts(papers).map((text) => line({ text: say(text) })),
      ...impactTexts(papers, language).map((text) => line({ text })),
      line(
        blank(
          { zh: '按本地数据测算的基金和群众负担', en: 'what it costs, on data of one’s own' },
          say,
        ),
      ),
      heading({ zh: '六、其他需要说明的问题', en: '6. Anything else' }),
      line(blank({ zh: '没有则写“无”', en: 'or none' }, say)),
    ],
  };
}

function beginsText({ round, comparison, clauses }: ProposalPapers): LocalText {
  const { effectiveFrom: from } = round;
  if (!comparison) {
    return {
      zh: `自 ${from} 起施行。这是第一个版本，共 ${clauses.length} 条。`,
      en: `In force from ${from}. It is the first version, with ${clauses.length} articles.`,
    };
  }
  const count = revisedClauses(comparison).length;
  if (count === 0) return { zh: '没有改动。', en: 'Nothing differs.' };
  return {
    zh: `自 ${from} 起施行，与现行版本相比改动 ${count} 条，逐条如下。`,
    en: `In force from ${from}; ${count} articles differ from what is in force, as follows.`,
  };
}

function contentBlocks(papers: ProposalPapers, language: TextLanguage): readonly SheetBlock[] {
  const say: Say = (text) => text[language];
  const { comparison, clauses } = papers;
  const why = [[blank({ zh: '理由', en: 'why' }, say)]];
  if (!comparison) {
    if (clauses.length === 0) return [];
    const rows = clauses.map((name) => [plainCell(name), why]);
    return [tableOf([30, 70], [articleWord, reasonWord], rows, say)];
  }
  const revised = revisedClauses(comparison);
  if (revised.length === 0) return [];
  const rows = revised.map((clause) => [
    plainCell(nameOf(clause, say)),
    [...revisionCell(clause, 'after', language), ...basisCell(clause, language)],
    why,
  ]);
  return [tableOf([20, 55, 25], [articleWord, changeWord, reasonWord], rows, say)];
}

const articleWord = { zh: '条款', en: 'Article' };
const changeWord = { zh: '修改内容', en: 'What differs' };
const reasonWord = { zh: '理由', en: 'Why' };

function tableOf(
  widths: readonly number[],
  heads: readonly LocalText[],
  rows: SheetTable['rows'],
  say: Say,
): SheetBlock {
  const columns = heads.map((head, at) => ({ head: say(head), width: widths[at] ?? 0 }));
  return { kind: 'table', caption: say({ zh: '主要内容', en: 'What it says' }), columns, rows };
}

function nameOf({ path, basis }: RevisedClause, say: Say): string {
  const own =
    path === '' ? say({ zh: '条款以外', en: 'outside of articles' }) : pathText(path.split('·'));
  return basis === undefined ? own : `《${basis}》 ${own}`;
}

/** What the gate measured on invented people: a direction, which is no figure to put forward. */
function impactTexts({ report }: ProposalPapers, language: TextLanguage): readonly string[] {
  const impact = report?.impact;
  if (!impact) return [];
  if (impact.kind === 'not-measured') return [impact.reason[language]];
  const { sentences, warnings, caveats } = briefImpact(impact, language);
  return [...sentences, ...warnings, ...caveats];
}

/** What the gate found of the results; nothing is said to be the same that was not proved. */
function foundTexts({ report }: ProposalPapers): readonly LocalText[] {
  if (!report) return [{ zh: '这一稿还没有检查。', en: 'This round was not checked yet.' }];
  if (report.comparison.kind === 'first') {
    return [{ zh: '第一个版本，没有可比较的现行版本。', en: 'Nothing in force to compare with.' }];
  }
  const days = report.comparison.days.map(({ on, results, isComplete }): LocalText => {
    const names = results.map(({ name }) => name);
    const rest = isComplete
      ? { zh: '其余结果已证明不变', en: 'the rest is proved the same' }
      : { zh: '其余结果没有全部证明不变', en: 'of the rest not all is proved the same' };
    if (names.length === 0) {
      return {
        zh: `${on}：没有找到变化的结果；${rest.zh}。`,
        en: `${on}: no result was found that differs; ${rest.en}.`,
      };
    }
    return {
      zh: `${on}：变化的结果有${names.join('、')}；${rest.zh}。`,
      en: `${on}: ${names.join(', ')} differ; ${rest.en}.`,
    };
  });
  const open = report.undecided.length;
  if (open === 0) return days;
  const undecided = { zh: `另有 ${open} 处未定。`, en: `${open} more are undecided.` };
  return [...days, undecided];
}
