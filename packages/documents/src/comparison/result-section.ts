import type { TextLanguage } from '@tiaoli/base';
import type { Region, ResultDifference } from '@tiaoli/diff';
import {
  boundsText,
  caseText,
  changeText,
  factValueText,
  furthestExample,
  isSame,
  reasonText,
  regionText,
  sequenceText,
  slopeText,
  smallestText,
  subjectOf,
  subjectText,
} from '@tiaoli/diff';
import { pathText } from '@tiaoli/settlement';
import type { Markup } from '../page/markup.ts';
import { element, tableOf } from '../page/markup.ts';
import { caseTable } from './case-table.ts';
import { effectText } from './comparison-words.ts';
import type { EffectCell, FactValues } from './effect-grid.ts';
import { effectGrid } from './effect-grid.ts';
import type { PageContext } from './page-context.ts';
import { causesText, changesBehind, layersOf, wordsBehind } from './region-causes.ts';
import { sliceFigure } from './slice-figure.ts';
import { piecesMarkup } from './text-markup.ts';

/** One result that is another: the grid, a card for each region, the clauses behind it, a slice, a case. */
export function resultSection(result: ResultDifference, id: string, context: PageContext): Markup {
  const { language, say } = context;
  const after = say({ zh: '（结算之后）', en: ' (after the claim)' });
  const title = result.kind === 'state' ? `${result.name}${after}` : result.name;
  const changed = result.regions.filter(({ state }) => !isSame(state));
  return element(
    'section',
    { 'aria-labelledby': id },
    element('h3', { id }, `${title}  ${boundsText(result, result.type, language)}`),
    ...gridTables(result, context),
    element('div', { class: 'cards' }, ...changed.map((region) => card(region, result, context))),
    ...sequenceMarkup(result, context),
    behindMarkup(changed, context),
    sliceFigure(result, id, context),
    caseTable(result, context),
  );
}

/** Where only later claims are others: claims one after the other that show it. */
function sequenceMarkup(
  { sequence }: ResultDifference,
  { behaviour: { behaviour }, language }: PageContext,
): readonly Markup[] {
  return sequence ? [element('p', {}, sequenceText(sequence, behaviour, language))] : [];
}

function gridTables(result: ResultDifference, context: PageContext): readonly Markup[] {
  const { say, language } = context;
  const grid = effectGrid(result);
  const row = nameOf(grid.rowFact, context);
  return grid.sheets.map(({ values, columns, rows }) => {
    const third = grid.sheetFact
      ? `　${nameOf(grid.sheetFact, context)}：${listed(values, language)}`
      : '';
    const whom = say({ zh: '所有人', en: 'everybody' });
    const effect = say({ zh: '差额', en: 'difference' });
    return tableOf({
      caption: `${result.name}${third}`,
      heads: [row || whom, ...columns.map((each) => listed(each, language) || effect)],
      rows: rows.map(({ values: own, cells }) => [
        listed(own, language) || whom,
        ...cells.map((cell) => effectMark(cell, result, language)),
      ]),
    });
  });
}

function effectMark(cell: EffectCell, { type }: ResultDifference, language: TextLanguage): Markup {
  return element('span', { class: `effect ${cell.sign}` }, effectText(cell, type, language));
}

function nameOf(fact: string | undefined, { behaviour: { behaviour } }: PageContext): string {
  const declared = [...behaviour.after.declarations, ...behaviour.before.declarations];
  return declared.find(({ id }) => id === fact)?.name ?? '';
}

function listed(values: FactValues, language: TextLanguage): string {
  const words = values.map((value) => factValueText(value, language));
  return words.join(language === 'zh' ? '、' : ', ');
}

function card(region: Region, { type }: ResultDifference, context: PageContext): Markup {
  const {
    say,
    language,
    behaviour: { behaviour },
  } = context;
  const whom = regionText(region, behaviour, language) || say({ zh: '所有人', en: 'everybody' });
  const [text, small] = [furthestExample(region), region.smallest].map((example) =>
    example ? caseText(example, type, behaviour, language) : '',
  );
  const causes = causesText(region.causes, behaviour, language);
  const layers = layersOf(region.causes, behaviour).join('、');
  const reasons =
    region.state === 'undecided' ? region.reasons.map((each) => say(reasonText(each))) : [];
  const facts: readonly (readonly [string, string])[] = [
    [say({ zh: '差额', en: 'Difference' }), boundsText(region, type, language)],
    [say({ zh: '比如', en: 'For example' }), text ?? ''],
    [
      region.smallest ? say(smallestText(region.smallest)) : '',
      small === text ? '' : (small ?? ''),
    ],
    [say({ zh: '每多1元', en: 'For each yuan' }), region.slope ? say(slopeText(region.slope)) : ''],
    [say({ zh: '没能判定', en: 'Not decided' }), reasons.join('、')],
    [say({ zh: '来自', en: 'From' }), causes],
    [say({ zh: '所在的层', en: 'Layer' }), layers],
  ];
  const told = facts.filter(([, value]) => value !== '');
  return element(
    'article',
    { class: 'card' },
    element('h4', {}, whom),
    element(
      'dl',
      {},
      ...told.map(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]),
    ),
  );
}

/** Both texts of what was edited in the clauses that the difference comes from. */
function behindMarkup(regions: readonly Region[], context: PageContext): Markup {
  const { say, language, comparison } = context;
  const causes = regions.flatMap((region) => region.causes);
  if (!comparison || causes.length === 0) return { html: '' };
  const items = changesBehind(causes, comparison).map((change) =>
    element('li', {}, `${subjectText(subjectOf(change), language)}  ${say(changeText(change))}`),
  );
  const words = wordsBehind(causes, comparison).map(({ before, after, quote, paraphrase }) =>
    element(
      'li',
      {},
      `${pathText([(after ?? before)?.name ?? ''])} `,
      ...piecesMarkup([...quote, ...paraphrase]),
    ),
  );
  if (items.length + words.length === 0) return { html: '' };
  const head = say({
    zh: '引起这些变化的条款改了什么',
    en: 'What was edited in the clauses behind it',
  });
  return element('div', {}, element('h4', {}, head), element('ul', {}, ...items, ...words));
}
