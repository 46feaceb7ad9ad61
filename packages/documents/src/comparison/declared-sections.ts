import type { LocalText, TextLanguage } from '@tiaoli/base';
import { changeText, groupChanges, renameText, subjectText } from '@tiaoli/diff';
import { pathText } from '@tiaoli/settlement';
import type { ConformanceComparison, VersionComparison } from '@tiaoli/workspace';
import type { Markup, Say } from '../page/markup.ts';
import { element, section, tableOf } from '../page/markup.ts';
import {
  conformanceBoundsText,
  conformanceStateText,
  conformanceTitles,
} from './comparison-words.ts';
import { piecesMarkup } from './text-markup.ts';

/** What is declared otherwise, declaration by declaration. */
export function structureSection(
  { structure, basis, catalogues, isOneDocument }: VersionComparison,
  language: TextLanguage,
): Markup {
  const say: Say = (text) => text[language];
  const notOne = {
    zh: '注意：两边是不同的文件，只按名称对应。',
    en: 'Mind: these are two different documents, held together by names alone.',
  };
  const groups = (changes: VersionComparison['structure']['changes']): readonly Markup[] =>
    groupChanges(changes).map(({ subject, place, changes: own }) =>
      element(
        'li',
        {},
        `${subjectText(subject, language)}${place && place.clause.length > 0 ? `　${pathText(place.clause)}` : ''}`,
        element('ul', {}, ...own.map((change) => element('li', {}, say(changeText(change))))),
      ),
    );
  const none = element('p', {}, say({ zh: '没有改动。', en: 'No change.' }));
  return section(
    'structure',
    say({
      zh: `结构：${structure.changes.length} 处改动`,
      en: `Structure: ${structure.changes.length} changes`,
    }),
    ...(isOneDocument ? [] : [element('p', { class: 'warning' }, say(notOne))]),
    structure.changes.length === 0 ? none : element('ul', {}, ...groups(structure.changes)),
    ...structure.renames.map((rename) => element('p', {}, say(renameText(rename)))),
    ...basis.map(({ title, changes }) => {
      const head = {
        zh: `所依据的《${title}》也有改动`,
        en: `"${title}", on which it rests, differs too`,
      };
      return element(
        'div',
        {},
        element('h3', {}, say(head)),
        element('ul', {}, ...groups(changes)),
      );
    }),
    ...catalogues.map((each) => element('p', {}, say(catalogueText(each)))),
  );
}

function catalogueText(each: VersionComparison['catalogues'][number]): LocalText {
  if (each.kind === 'unread') {
    const files = each.files.join('、');
    return {
      zh: `目录「${each.name}」：${files} 读不出来，行有没有改动无法判断`,
      en: `Catalogue "${each.name}": ${files} cannot be read, so nobody can say whether rows differ`,
    };
  }
  const { before, after, changed } = each.rows;
  return {
    zh: `目录「${each.name}」：${before} 行变为 ${after} 行，${changed} 行有改动`,
    en: `Catalogue "${each.name}": ${before} rows became ${after}, ${changed} differ`,
  };
}

/** The words of the clauses, those that went struck through, those that came underlined. */
export function textSection({ text: { clauses } }: VersionComparison, say: Say): Markup {
  const title = {
    zh: `条文：${clauses.length} 条有改动`,
    en: `Text: ${clauses.length} articles differ`,
  };
  const none = element('p', {}, say({ zh: '没有改动。', en: 'No change.' }));
  const kinds = {
    added: { zh: '新增 ', en: 'new ' },
    removed: { zh: '删去 ', en: 'removed ' },
    changed: { zh: '', en: '' },
  } as const;
  const items = clauses.map(({ kind, before, after, quote, paraphrase }) =>
    element(
      'article',
      { class: 'card' },
      element('h3', {}, `${say(kinds[kind])}${pathText([(after ?? before)?.name ?? ''])}`),
      element('p', {}, ...piecesMarkup(quote)),
      ...(paraphrase.length > 0
        ? [element('p', {}, say({ zh: '转述：', en: 'paraphrase: ' }), ...piecesMarkup(paraphrase))]
        : []),
    ),
  );
  return section('text', say(title), ...(items.length > 0 ? items : [none]));
}

/** Who keeps within what the level above leaves. */
export function conformanceSection({ kind, rows }: ConformanceComparison, say: Say): Markup {
  const title = say(conformanceTitles[kind]);
  const dash = { zh: '—', en: '—' };
  if (rows.length === 0) {
    const none = { zh: '没有可以核对的取值。', en: 'There is nothing to hold against bounds.' };
    return section('conformance', title, element('p', {}, say(none)));
  }
  const table = tableOf({
    caption: title,
    heads: [
      say({ zh: '地区', en: 'Place' }),
      say({ zh: '参数', en: 'Parameter' }),
      say({ zh: '旧', en: 'Old' }),
      say({ zh: '新', en: 'New' }),
      say({ zh: '可定的范围', en: 'Bounds' }),
      say({ zh: '结论', en: 'Conclusion' }),
    ],
    rows: rows.map((row) => [
      row.place,
      row.parameter,
      say(row.old ?? dash),
      say(row.new ?? dash),
      say(conformanceBoundsText(row)),
      say(conformanceStateText(row)),
    ]),
  });
  return section('conformance', title, table);
}
