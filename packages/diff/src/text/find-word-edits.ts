import type { ClauseDeclaration, Module } from '@tiaoli/ir';
import { isAboutSource, subjectOf } from '../print/group-changes.ts';
import type { Change, ItemKind } from '../structure/structure.ts';
import { declarationsOf } from '../structure/structure-of.ts';
import type { ClauseDifference, ClausePlace } from './compare-text.ts';

/**
 * Clauses whose words are others while every rule that stands in them is as it was: words alone, or a rule that somebody
 * forgot.
 *
 * @param changes  every change of what the two modules declare
 */
export function findWordEdits(
  clauses: readonly ClauseDifference[],
  changes: readonly Change[],
  modules: readonly [Module, Module],
): readonly ClauseDifference[] {
  const edited = new Set(
    changes
      .filter(isOfRule)
      .flatMap((change) => modules.flatMap((module) => pathsOf(change, module))),
  );
  return clauses.filter(({ kind, before, after }) => {
    if (kind !== 'changed' || !before || !after) return false;
    const [old, now] = modules;
    const isCoded = holdsRules(old, before) && holdsRules(now, after);
    return isCoded && !isEdited(before, edited) && !isEdited(after, edited);
  });
}

/** What is said about the text and its sources, or shows how it works, is no rule. */
const beside: ReadonlySet<ItemKind> = new Set(['clause', 'example', 'document']);

function isOfRule(change: Change): boolean {
  return !beside.has(subjectOf(change).kind) && !isAboutSource(change);
}

/** Every clause in which the declaration stands, and the clauses around it. */
function pathsOf(change: Change, module: Module): readonly string[] {
  const found = declarationsOf(module, subjectOf(change));
  return found.flatMap(({ clause }) =>
    (clause?.path ?? []).map((_, depth, path) => path.slice(0, depth + 1).join('·')),
  );
}

function isEdited({ name }: ClausePlace, edited: ReadonlySet<string>): boolean {
  return edited.has(name);
}

/** Of a clause that nobody has put into rules nothing can be said. */
function holdsRules({ declarations, document }: Module, { name }: ClausePlace): boolean {
  const own = declarations.filter((each) => each.document === document);
  const clauses = own.filter(
    (each): each is ClauseDeclaration => each.kind === 'clause' && isWithin(name, each.path),
  );
  const isCoded = clauses.every(({ status }) => status === 'rules');
  return isCoded && own.some((each) => !beside.has(each.kind) && isWithin(name, each.clause?.path));
}

function isWithin(name: string, path: readonly string[] = []): boolean {
  const inner = path.join('·');
  return inner === name || inner.startsWith(`${name}·`);
}
