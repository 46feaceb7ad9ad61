import { withVersion } from './moved-versions.ts';
import { partKey, subjectKey } from './part-key.ts';
import type { Change, Item, Structure } from './structure.ts';

/**
 * `structure` with the changes made: what a comparison of it with another one gives makes the other one of it, but for
 * the numbers of its clauses and the way in which equal formulas are written.
 */
export function applyChanges(structure: Structure, changes: readonly Change[]): Structure {
  const removed = new Set(
    changes.flatMap((change) =>
      change.kind === 'removed' ? [subjectKey(change.item.subject)] : [],
    ),
  );
  const kept = structure.items
    .filter(({ subject }) => !removed.has(subjectKey(subject)))
    .map((item) => changed(item, changes));
  const added = changes.flatMap((change) => (change.kind === 'added' ? [change.item] : []));
  return { ...structure, items: [...kept, ...added] };
}

function changed(item: Item, changes: readonly Change[]): Item {
  const key = subjectKey(item.subject);
  const own = changes.filter((change) => 'subject' in change && subjectKey(change.subject) === key);
  if (own.length === 0) return item;
  return { ...item, facts: own.reduce(applyOne, item.facts) };
}

function applyOne(facts: Item['facts'], change: Change): Item['facts'] {
  switch (change.kind) {
    case 'version-moved':
      return facts.map((fact) => withVersion(fact, change));
    case 'changed': {
      const key = partKey(change.part);
      const others = facts.filter(({ part }) => partKey(part) !== key);
      return change.after ? [...others, change.after] : others;
    }
    default:
      return facts;
  }
}
