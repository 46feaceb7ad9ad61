import type { TextLanguage } from '@tiaoli/base';
import type { ResultDifference } from '@tiaoli/diff';
import { boundsText, isSame, summaryText, workHeads, workRows, workText } from '@tiaoli/diff';
import type { BehaviourComparison, VersionComparison } from '@tiaoli/workspace';
import { openSlices } from '@tiaoli/workspace';
import type { Markup, Say } from '../page/markup.ts';
import { element, pageOf, section, tableOf } from '../page/markup.ts';
import { pageStyle } from '../page/page-style.ts';
import { demoText } from '../sheet/demo-mark.ts';
import { illustrativeText } from '../statement/case-words.ts';
import { sideText } from './comparison-words.ts';
import { conformanceSection, structureSection, textSection } from './declared-sections.ts';
import { drawers } from './drawers.ts';
import type { PageContext } from './page-context.ts';
import type { ComparisonReport } from './report.ts';
import { resultSection } from './result-section.ts';
import { verdictSection } from './verdict-section.ts';

/** A comparison as one page of HTML that needs no server, no script and no other file. */
export function comparisonPage(report: ComparisonReport, language: TextLanguage): string {
  const say: Say = (text) => text[language];
  const { old, new: now, behaviour, comparison, conformance, isDemo = false } = report;
  const title = say({
    zh: `${now.title}：修订对照`,
    en: `${now.title}: comparison of versions`,
  });
  return pageOf(
    { title, style: pageStyle, language },
    element(
      'header',
      {},
      element('h1', {}, title),
      ...(isDemo ? [element('p', { class: 'warning' }, say(demoText))] : []),
      element(
        'dl',
        {},
        ...[old, now].flatMap((side, at) => [
          element('dt', {}, say(at === 0 ? { zh: '旧', en: 'Old' } : { zh: '新', en: 'New' })),
          element('dd', {}, `${say(sideText(side))}　${side.reference}`),
        ]),
      ),
    ),
    element(
      'main',
      {},
      ...(behaviour ? behaviourSections(behaviour, comparison, language) : []),
      ...(comparison ? [structureSection(comparison, language), textSection(comparison, say)] : []),
      ...(conformance ? [conformanceSection(conformance, say)] : []),
    ),
  );
}

function behaviourSections(
  behaviour: BehaviourComparison,
  comparison: VersionComparison | undefined,
  language: TextLanguage,
): readonly Markup[] {
  const say: Say = (text) => text[language];
  const slicing = openSlices(behaviour.behaviour);
  const context: PageContext = {
    ...{ language, say, behaviour, slicing },
    ...(comparison && { comparison }),
  };
  const { results, assumptions } = behaviour.behaviour;
  const told = results.filter(({ state }) => !isSame(state) && state !== 'rounding');
  const assumed = assumptions.map(say).join(say({ zh: '；', en: '; ' }));
  return [
    section(
      'conclusion',
      say({ zh: '结论', en: 'Conclusion' }),
      element('p', { class: 'lead' }, say(summaryText(behaviour.behaviour))),
      element('p', { class: 'quiet' }, `${say({ zh: '前提：', en: 'Provided that ' })}${assumed}`),
      ...verdictSection(context),
      ...illustrativeWarning(behaviour, say),
      ...(told.length > 0 ? [resultTable(told, context)] : []),
    ),
    ...(told.length === 0
      ? []
      : [
          section(
            'results',
            say({ zh: '谁的结果变了多少', en: 'Whose results change by how much' }),
            ...told.map((result, at) => resultSection(result, `result-${at + 1}`, context)),
          ),
        ]),
    drawers(context),
    methodSection(context),
  ];
}

/** What was looked at to say so, result by result. */
function methodSection({ behaviour: { behaviour }, language, say }: PageContext): Markup {
  return section(
    'method',
    say({ zh: '数据与方法', en: 'Data and method' }),
    element('p', { class: 'quiet' }, say(workText(behaviour))),
    tableOf({
      caption: say({ zh: '逐项分析了多少', en: 'What was looked at for each result' }),
      heads: workHeads.map(say),
      rows: workRows(behaviour, language),
    }),
  );
}

/** What is nobody's policy is said with every result. */
function illustrativeWarning({ illustrative }: BehaviourComparison, say: Say): readonly Markup[] {
  if (illustrative.length === 0) return [];
  return [element('p', { class: 'warning' }, say(illustrativeText(illustrative)))];
}

function resultTable(results: readonly ResultDifference[], { say, language }: PageContext): Markup {
  const after = say({ zh: '（结算之后）', en: ' (after the claim)' });
  return tableOf({
    caption: say({ zh: '有变化的结果和累计', en: 'Results and accumulators that differ' }),
    heads: [
      say({ zh: '结果', en: 'Result' }),
      say({ zh: '差额和结论', en: 'Difference and conclusion' }),
    ],
    rows: results.map(({ name, kind, type, state, low, high }) => [
      kind === 'state' ? `${name}${after}` : name,
      boundsText({ state, ...(low && { low }), ...(high && { high }) }, type, language),
    ]),
  });
}
