import { compareText } from '@tiaoli/base';
import type { Change, ClauseDifference, Place } from '@tiaoli/diff';
import { isAboutSource, placeOfChange, subjectOf } from '@tiaoli/diff';
import type { VersionComparison } from '@tiaoli/workspace';

/** What one clause had and has: its words, and what is declared in it. */
export interface RevisedClause {
  /** Title of the document, where it is one on which both sides rest. */
  readonly basis?: string;
  /** Numbers of the clause, outer to inner; empty for what stands in none. */
  readonly path: string;
  readonly words: readonly ClauseDifference[];
  readonly changes: readonly Change[];
  /** Changes of sources and grades. */
  readonly sources: readonly Change[];
}

/** Everything that differs, clause by clause in the order of the later text; nothing is left out and nothing stands twice. */
export function revisedClauses(comparison: VersionComparison): readonly RevisedClause[] {
  const { text, structure, basis } = comparison;
  return [
    ...clausesOf(text.clauses, structure.changes),
    ...basis.flatMap(({ title, changes }) =>
      clausesOf([], changes).map((clause) => ({ ...clause, basis: title })),
    ),
  ];
}

function clausesOf(
  words: readonly ClauseDifference[],
  changes: readonly Change[],
): readonly RevisedClause[] {
  const told = changes.filter((change) => words.length === 0 || !isToldAsWords(change));
  const pathOf = (change: Change): string => pathOfPlace(change);
  const wordPath = ({ before, after }: ClauseDifference): string => (after ?? before)?.name ?? '';
  const paths = [...new Set([...words.map(wordPath), ...told.map(pathOf)])];
  return paths
    .map((path): RevisedClause & { readonly line: number } => {
      const own = told.filter((change) => pathOf(change) === path);
      const said = words.filter((each) => wordPath(each) === path);
      const places = [
        ...said.flatMap(({ after, before }) => after ?? before ?? []),
        ...own.flatMap((each) => placeOfChange(each) ?? []),
      ];
      return {
        path,
        words: said,
        changes: own.filter((change) => !isAboutSource(change)),
        sources: own.filter(isAboutSource),
        line: Math.min(...places.map(({ line }: Place) => line)),
      };
    })
    .toSorted((left, right) => left.line - right.line || compareText(left.path, right.path))
    .map(({ line: _, ...clause }) => clause);
}

/** A clause itself by its name, what is declared in one by that. */
function pathOfPlace(change: Change): string {
  const { kind, name } = subjectOf(change);
  if (kind === 'clause') return name;
  return (placeOfChange(change)?.clause ?? []).join('·');
}

/** The quote of a clause is told word by word. */
function isToldAsWords(change: Change): boolean {
  if (subjectOf(change).kind !== 'clause') return false;
  if (change.kind === 'added' || change.kind === 'removed') return true;
  if (change.kind !== 'changed') return false;
  return (change.after ?? change.before)?.value.kind === 'quote';
}
