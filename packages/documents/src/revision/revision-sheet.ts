import type { LocalText, TextLanguage } from '@tiaoli/base';
import { summaryText } from '@tiaoli/diff';
import { pathText } from '@tiaoli/settlement';
import type { BehaviourComparison, CatalogueComparison } from '@tiaoli/workspace';
import { sideText } from '../comparison/comparison-words.ts';
import type { ComparisonReport } from '../comparison/report.ts';
import { verdictText } from '../comparison/verdict-words.ts';
import { demoMark } from '../sheet/demo-mark.ts';
import type { Sheet, SheetBlock, SheetColumn, SheetRow, SheetRun } from '../sheet/sheet.ts';
import { plainCell } from '../sheet/sheet.ts';
import { illustrativeText } from '../statement/case-words.ts';
import { conformanceBlocks } from './conformance-blocks.ts';
import { impactCell } from './impact-cell.ts';
import { basisCell, revisionCell } from './revision-cells.ts';
import type { RevisedClause } from './revision-rows.ts';
import { revisedClauses } from './revision-rows.ts';

type Say = (text: LocalText) => string;

/** 修订对照表: clause by clause what was and what is, on what it rests, and what comes of it. */
export function revisionSheet(report: ComparisonReport, language: TextLanguage): Sheet {
  const say: Say = (text) => text[language];
  const { old, new: now, comparison, behaviour, conformance } = report;
  const clauses = comparison ? revisedClauses(comparison) : [];
  const catalogues = comparison?.catalogues ?? [];
  const rows = [
    ...clauses.map((clause, at) => rowOf(clause, at + 1, report, language)),
    ...catalogues.map((each, at) => catalogueRow(each, clauses.length + at + 1, say)),
  ];
  const none = say({ zh: '两边声明的内容相同。', en: 'Both sides declare the same.' });
  return {
    title: say({ zh: `${now.title}修订对照表`, en: `${now.title}: table of revisions` }),
    language,
    orientation: 'landscape',
    ...demoMark(report.isDemo ?? false, say),
    blocks: [
      line(`${say({ zh: '修订前：', en: 'Before: ' })}${say(sideText(old))}　${old.reference}`),
      line(`${say({ zh: '修订后：', en: 'After: ' })}${say(sideText(now))}　${now.reference}`),
      ...conclusion(behaviour, say),
      ...(report.effects?.lines ?? []).map((text) => line(text)),
      ...(comparison && rows.length === 0 ? [line(none)] : []),
      ...(rows.length > 0 ? [revisionTable(rows, say)] : []),
      ...(conformance ? conformanceBlocks(conformance, say) : []),
    ],
  };
}

function revisionTable(rows: readonly SheetRow[], say: Say): SheetBlock {
  const caption = say({ zh: '修订对照表', en: 'Revisions' });
  return { kind: 'table', caption, columns: columnsOf(say), rows };
}

function line(text: string, mark?: SheetRun['mark']): SheetBlock {
  return { kind: 'paragraph', runs: [{ text, ...(mark && { mark }) }] };
}

function conclusion(compared: BehaviourComparison | undefined, say: Say): readonly SheetBlock[] {
  if (!compared) return [];
  const { behaviour, illustrative } = compared;
  const join = say({ zh: '；', en: '; ' });
  const assumed = `${say({ zh: '前提：', en: 'Provided that ' })}${behaviour.assumptions.map(say).join(join)}`;
  const unlike = behaviour.unlike.map(say).join(join);
  return [
    line(`${say({ zh: '结论：', en: 'Conclusion: ' })}${say(summaryText(behaviour))}`, 'strong'),
    line(assumed, 'quiet'),
    ...verdictLines(compared, say),
    ...(unlike === '' ? [] : [line(`${say({ zh: '没有比较：', en: 'Not compared: ' })}${unlike}`)]),
    ...(illustrative.length === 0 ? [] : [line(say(illustrativeText(illustrative)), 'invented')]),
  ];
}

/** The declared intent, and whether it was kept. */
function verdictLines({ verdict }: BehaviourComparison, say: Say): readonly SheetBlock[] {
  if (!verdict) return [];
  const head = say({ zh: '意图：', en: 'Intent: ' });
  return [line(`${head}${verdict.intent.text}　${say(verdictText(verdict))}`)];
}

function columnsOf(say: Say): readonly SheetColumn[] {
  return [
    { head: say({ zh: '序号', en: 'No.' }), width: 5 },
    { head: say({ zh: '条款', en: 'Article' }), width: 11 },
    { head: say({ zh: '修订前', en: 'Before' }), width: 22 },
    { head: say({ zh: '修订后', en: 'After' }), width: 22 },
    { head: say({ zh: '修订依据及说明', en: 'Basis and explanation' }), width: 21 },
    { head: say({ zh: '影响测算', en: 'Effect' }), width: 19 },
  ];
}

function rowOf(
  clause: RevisedClause,
  number: number,
  report: ComparisonReport,
  language: TextLanguage,
): SheetRow {
  return [
    plainCell(String(number)),
    plainCell(clauseName(clause, language)),
    revisionCell(clause, 'before', language),
    revisionCell(clause, 'after', language),
    basisCell(clause, language),
    impactCell(clause, report, language),
  ];
}

function clauseName({ path, basis }: RevisedClause, language: TextLanguage): string {
  const own =
    path === ''
      ? { zh: '条款以外', en: 'outside of articles' }[language]
      : pathText(path.split('·'));
  return basis === undefined ? own : `《${basis}》 ${own}`;
}

function catalogueRow(each: CatalogueComparison, number: number, say: Say): SheetRow {
  const name = `${say({ zh: '目录', en: 'Catalogue ' })}「${each.name}」`;
  const cells = (texts: readonly string[]): SheetRow =>
    [String(number), name, ...texts].map(plainCell);
  if (each.kind === 'unread') {
    const files = each.files.join('、');
    const unread = say({
      zh: `${files} 读不出来，行有没有改动无法判断`,
      en: `${files} cannot be read, so nobody can say whether rows differ`,
    });
    return cells(['—', '—', unread, '—']);
  }
  const { before, after, changed } = each.rows;
  const rowsText = (count: number): string => say({ zh: `${count} 行`, en: `${count} rows` });
  const told = say({ zh: `${changed} 行有改动`, en: `${changed} rows differ` });
  return cells([rowsText(before), rowsText(after), told, '—']);
}
