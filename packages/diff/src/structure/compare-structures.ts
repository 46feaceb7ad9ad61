import { movedVersions, withVersion } from './moved-versions.ts';
import { pairClauses } from './pair-clauses.ts';
import { factsByPart, saysTheSame, subjectKey } from './part-key.ts';
import { proposeRenames } from './propose-renames.ts';
import type { Change, Fact, Item, Structure, StructureDifference, Subject } from './structure.ts';

/** What `after` says that `before` does not, and the other way round, in the order of the items; empty for equal ones. */
export function compareStructures(before: Structure, after: Structure): StructureDifference {
  const pairs = pairItems(before.items, after.items);
  const taken = new Set(pairs.values());
  const removed = before.items.filter((item) => !taken.has(item));
  const added = after.items.filter((item) => !pairs.has(item));
  const changes: readonly Change[] = [
    ...before.items.flatMap((old): readonly Change[] =>
      removed.includes(old) ? [{ kind: 'removed', item: old }] : [],
    ),
    ...after.items.flatMap((now): readonly Change[] => {
      const old = pairs.get(now);
      return old ? compareItems(old, now) : [{ kind: 'added', item: now }];
    }),
  ];
  return { changes, renames: proposeRenames(removed, added) };
}

/** Each item of the later side with the one of the earlier side that has its name. */
function pairItems(before: readonly Item[], after: readonly Item[]): ReadonlyMap<Item, Item> {
  const isClause = ({ subject }: Item): boolean => subject.kind === 'clause';
  const pairs = new Map(pairClauses(before.filter(isClause), after.filter(isClause)));
  const bySubject = new Map(before.map((item) => [subjectKey(item.subject), item]));
  for (const now of after.filter((item) => !isClause(item))) {
    const old = bySubject.get(subjectKey(now.subject));
    if (old) pairs.set(now, old);
  }
  return pairs;
}

function compareItems(before: Item, now: Item): readonly Change[] {
  const { subject } = before;
  const moves = movedVersions(before.facts, now.facts);
  const old = moves.reduce(
    (facts, move) => facts.map((fact) => withVersion(fact, move)),
    before.facts,
  );
  return [
    ...moves.map((move): Change => ({ kind: 'version-moved', subject, ...move })),
    ...compareFacts(subject, old, now.facts),
  ];
}

function compareFacts(
  subject: Subject,
  before: readonly Fact[],
  after: readonly Fact[],
): readonly Change[] {
  const [old, now] = [factsByPart(before), factsByPart(after)];
  const gone = [...old].filter(([key]) => !now.has(key)).map(([, fact]) => fact);
  const found = [...now].flatMap(([key, fact]): readonly Change[] => {
    const earlier = old.get(key);
    if (!earlier) return [{ kind: 'changed', subject, part: fact.part, after: fact }];
    if (saysTheSame(earlier.value, fact.value)) return [];
    return [{ kind: 'changed', subject, part: fact.part, before: earlier, after: fact }];
  });
  const lost = gone.map(
    (fact): Change => ({ kind: 'changed', subject, part: fact.part, before: fact }),
  );
  return [...lost, ...found];
}
