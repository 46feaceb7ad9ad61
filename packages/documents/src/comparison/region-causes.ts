import type { TextLanguage } from '@tiaoli/base';
import type { Behaviour, Cause, Change, ClauseDifference } from '@tiaoli/diff';
import { isAboutSource, placeOfChange, subjectOf } from '@tiaoli/diff';
import { clauseText, documentNames } from '@tiaoli/settlement';
import type { VersionComparison } from '@tiaoli/workspace';

/** The clauses in which a difference arises, and what stands in none by its name. */
export function causesText(
  causes: readonly Cause[],
  { before, after }: Pick<Behaviour, 'before' | 'after'>,
  language: TextLanguage,
): string {
  const names = documentNames([...after.declarations, ...before.declarations]);
  const texts = causes.map(({ name, clause }) => (clause ? clauseText(clause, names) : name));
  return [...new Set(texts)].join(language === 'zh' ? '、' : ', ');
}

/** Names of the layers among the causes. */
export function layersOf(
  causes: readonly Cause[],
  { before, after }: Pick<Behaviour, 'before' | 'after'>,
): readonly string[] {
  const all = [...after.declarations, ...before.declarations];
  const layers = causes.flatMap(({ declaration }) => {
    const found = all.find(({ id }) => id === declaration);
    return found?.kind === 'layer' ? [found.name] : [];
  });
  return [...new Set(layers)];
}

/** What was edited in the clauses from which a difference comes. */
export function changesBehind(
  causes: readonly Cause[],
  { structure, basis }: VersionComparison,
): readonly Change[] {
  const clauses = new Set(causes.map(({ clause }) => keyOf(clause?.path)));
  const names = new Set(causes.map(({ name }) => name.split('.')[0]));
  const all = [...structure.changes, ...basis.flatMap(({ changes }) => changes)];
  return all.filter((change) => {
    if (isAboutSource(change)) return false;
    const path = placeOfChange(change)?.clause;
    return (path !== undefined && clauses.has(keyOf(path))) || names.has(subjectOf(change).name);
  });
}

/** The clauses behind a difference whose words are others. */
export function wordsBehind(
  causes: readonly Cause[],
  { text }: VersionComparison,
): readonly ClauseDifference[] {
  const clauses = new Set(causes.map(({ clause }) => keyOf(clause?.path)));
  return text.clauses.filter((each) => {
    const place = each.after ?? each.before;
    return place !== undefined && clauses.has(place.name);
  });
}

function keyOf(path: readonly string[] | undefined): string {
  return (path ?? []).join('·');
}
