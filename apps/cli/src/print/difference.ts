import type {
  Change,
  ChangeGroup,
  ClauseDifference,
  TextDifference,
  TextPiece,
} from '@tiaoli/diff';
import { changeText, groupChanges, isAboutSource, renameText, subjectText } from '@tiaoli/diff';
import type {
  BasisDifference,
  CatalogueComparison,
  ComparedSide,
  VersionComparison,
} from '@tiaoli/workspace';
import { changeKinds } from '@tiaoli/workspace';
import type { DiffViews } from '../commands/diff.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { rowChangeText, rowKindWords } from './catalogue-rows.ts';

/** Both sides, then what differs: the words of the clauses, what is declared, the documents below, the catalogues. */
export function printDifference(
  terminal: Terminal,
  comparison: VersionComparison,
  view: DiffViews,
): void {
  printSides(terminal, comparison);
  if (!comparison.isOneDocument)
    terminal.print(`${say(terminal, notOne)}
`);
  if (view.has('text')) printText(terminal, comparison.text);
  if (view.has('structure')) {
    printStructure(terminal, comparison);
    for (const each of comparison.basis) printBasis(terminal, each);
    for (const each of comparison.catalogues) printCatalogue(terminal, each);
  }
  const isDeclared = view.has('text') || view.has('structure');
  if (isDeclared && comparison.isSame && !comparison.isUndecided)
    terminal.print(`${say(terminal, same)}\n`);
}

const same = {
  zh: '两边声明的内容相同。',
  en: 'Both sides declare the same.',
};

const notOne = {
  zh: '注意：两边是不同的文件，只按名称对应。',
  en: 'Mind: these are two different documents, held together by names alone.',
};

export function printSides(
  terminal: Terminal,
  { old, new: now }: Pick<VersionComparison, 'old' | 'new'>,
): void {
  terminal.print(`${say(terminal, { zh: '旧', en: 'old' })}  ${sideText(terminal, old)}\n`);
  terminal.print(`${say(terminal, { zh: '新', en: 'new' })}  ${sideText(terminal, now)}\n`);
}

function sideText(terminal: Terminal, { title, on, reference, file }: ComparedSide): string {
  const days =
    on === undefined
      ? { zh: '（全部版本）', en: ' (all versions)' }
      : { zh: `（${on} 有效的内容）`, en: ` (what is in force on ${on})` };
  const where = reference === file ? file : `${reference}  ${file}`;
  return `${title}${say(terminal, days)}  ${where}`;
}

function printText(terminal: Terminal, { clauses }: TextDifference): void {
  const title =
    clauses.length === 0
      ? { zh: '条文：没有改动', en: 'Text: no change' }
      : { zh: `条文：${clauses.length} 条有改动`, en: `Text: ${clauses.length} articles differ` };
  terminal.print(`\n${say(terminal, title)}\n`);
  printClauses(terminal, clauses);
}

/** Articles by their names, with the words that went and came. */
export function printClauses(terminal: Terminal, clauses: readonly ClauseDifference[]): void {
  for (const { kind, before, after, quote, paraphrase } of clauses) {
    const place = after ?? before;
    const moved = before && after && before.name !== after.name ? `${before.name} → ` : '';
    const name = articleText(terminal, `${moved}${place?.name ?? ''}`);
    terminal.print(`  ${say(terminal, clauseWords[kind])}${name}\n`);
    printPieces(terminal, quote, '');
    printPieces(terminal, paraphrase, say(terminal, { zh: '转述：', en: 'paraphrase: ' }));
  }
}

function articleText(terminal: Terminal, name: string): string {
  return subjectText({ kind: 'clause', name }, terminal.language);
}

const clauseWords = {
  added: { zh: '新增 ', en: 'new ' },
  removed: { zh: '删去 ', en: 'removed ' },
  changed: { zh: '', en: '' },
} as const;

function printPieces(terminal: Terminal, pieces: readonly TextPiece[], head: string): void {
  if (pieces.length === 0) return;
  terminal.print(`    ${head}${pieces.map(pieceText).join('').replaceAll('\n', '\n    ')}\n`);
}

/** Words that went and came between marks that the language of the policies does not use. */
function pieceText({ kind, text }: TextPiece): string {
  if (kind === 'deleted') return `[-${text}-]`;
  return kind === 'inserted' ? `{+${text}+}` : text;
}

function printStructure(terminal: Terminal, { structure }: VersionComparison): void {
  const { changes, renames } = structure;
  const about = changes.filter((change) => !isAboutSource(change));
  const sources = changes.length - about.length;
  const title =
    changes.length === 0
      ? { zh: '结构：没有改动', en: 'Structure: no change' }
      : {
          zh: `结构：${about.length} 处改动${sources > 0 ? `；另有 ${sources} 处出处、等级改动` : ''}`,
          en: `Structure: ${about.length} changes${sources > 0 ? `, and ${sources} of sources or grades` : ''}`,
        };
  terminal.print(`\n${say(terminal, title)}\n`);
  printGroups(terminal, groupChanges(about), '  ');
  for (const rename of renames) {
    terminal.print(
      `  ${say(terminal, { zh: '提示：', en: 'Hint: ' })}${say(terminal, renameText(rename))}\n`,
    );
  }
}

/** Changes by declaration, each group with its clause and place. */
export function printGroups(
  terminal: Terminal,
  groups: readonly ChangeGroup[],
  indent: string,
): void {
  for (const { subject, place, changes } of groups) {
    const where = place ? `  ${place.file}:${place.line}` : '';
    const clause = place && place.clause.length > 0 && subject.kind !== 'clause';
    const article = clause ? `  ${articleText(terminal, place.clause.join('·'))}` : '';
    terminal.print(`${indent}${subjectText(subject, terminal.language)}${article}${where}\n`);
    for (const change of changes) terminal.print(`${indent}  ${lineOf(terminal, change)}\n`);
  }
}

function lineOf(terminal: Terminal, change: Change): string {
  return say(terminal, changeText(change));
}

function printBasis(terminal: Terminal, { title, changes }: BasisDifference): void {
  const text = {
    zh: `所依据的《${title}》也有改动：${changes.length} 处`,
    en: `"${title}", on which it rests, differs too: ${changes.length} changes`,
  };
  terminal.print(`\n${say(terminal, text)}\n`);
  printGroups(terminal, groupChanges(changes), '  ');
}

/** Rows of each catalogue that are shown; the others are counted, and listed in JSON. */
const MOST_SHOWN = 10;

function printCatalogue(terminal: Terminal, each: CatalogueComparison): void {
  if (each.kind === 'unread') {
    const files = each.files.join('、');
    const text = {
      zh: `目录「${each.name}」：${files} 读不出来，行有没有改动无法判断`,
      en: `Catalogue "${each.name}": ${files} cannot be read, so nobody can say whether rows differ`,
    };
    terminal.print(`\n${say(terminal, text)}\n`);
    return;
  }
  const { name, rows } = each;
  const counts = changeKinds.flatMap((kind) =>
    rows.counts[kind] > 0 ? [`${say(terminal, rowKindWords[kind])} ${rows.counts[kind]}`] : [],
  );
  const head = {
    zh: `目录「${name}」：${rows.before} 行变为 ${rows.after} 行，${rows.changed} 行有改动（${counts.join('，')}）`,
    en: `Catalogue "${name}": ${rows.before} rows became ${rows.after}, ${rows.changed} differ (${counts.join(', ')})`,
  };
  terminal.print(`\n${say(terminal, head)}\n`);
  for (const row of rows.rows.slice(0, MOST_SHOWN)) {
    terminal.print(`  ${rowChangeText(row, terminal.language)}\n`);
  }
  const rest = rows.changed - Math.min(MOST_SHOWN, rows.rows.length);
  const more = { zh: `另有 ${rest} 行`, en: `${rest} more rows` };
  if (rest > 0) terminal.print(`  ${say(terminal, more)}\n`);
}
