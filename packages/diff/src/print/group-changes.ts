import { compareText } from '@tiaoli/base';
import { subjectKey } from '../structure/part-key.ts';
import type { Change, ItemKind, Place, Subject } from '../structure/structure.ts';
import { kindWords } from './kind-words.ts';

/** The changes of one declaration. */
export interface ChangeGroup {
  readonly subject: Subject;
  /** Where it is said, on the later side where it has one. */
  readonly place?: Place;
  readonly changes: readonly Change[];
}

/** Changes by declaration, the kinds in a fixed order. */
export function groupChanges(changes: readonly Change[]): readonly ChangeGroup[] {
  const groups = Map.groupBy(changes, (change) => subjectKey(subjectOf(change)));
  const kinds = Object.keys(kindWords);
  const rank = ({ kind }: Subject): number => kinds.indexOf(kind satisfies ItemKind);
  return [...groups.values()]
    .flatMap((same): readonly ChangeGroup[] => {
      const [first] = same;
      if (!first) return [];
      const place = same.map(placeOfChange).find((each) => each !== undefined);
      return [{ subject: subjectOf(first), changes: same, ...(place && { place }) }];
    })
    .toSorted(
      ({ subject: left }, { subject: right }) =>
        rank(left) - rank(right) || compareText(left.name, right.name),
    );
}

export function subjectOf(change: Change): Subject {
  return change.kind === 'added' || change.kind === 'removed'
    ? change.item.subject
    : change.subject;
}

/** Where the later side says it; of what it says no longer, where the earlier did. */
export function placeOfChange(change: Change): Place | undefined {
  switch (change.kind) {
    case 'added':
    case 'removed':
      return change.item.place;
    case 'changed':
      return change.after?.place ?? change.before?.place;
    default:
      return undefined;
  }
}

/** Whether a change is about where a value was found, and not about what it is. */
export function isAboutSource(change: Change): boolean {
  return change.kind === 'changed' && change.part.field === 'provenance';
}
