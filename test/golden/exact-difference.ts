import type { Change, Structure } from '@tiaoli/diff';
import { applyChanges, compareStructures } from '@tiaoli/diff';
import { expect } from 'vitest';

/** What a structure says: clauses without their numbers, formulas without their spelling, places aside, in no order. */
function said({ items }: Structure): readonly string[] {
  return items
    .map(({ subject, facts }) => {
      const name = subject.kind === 'clause' ? '' : subject.name;
      const texts = facts.map(({ part, value }) =>
        JSON.stringify([part, value.kind === 'formula' ? value.canonical : value]),
      );
      return JSON.stringify([subject.kind, name, texts.toSorted()]);
    })
    .toSorted();
}

/** A change as it is seen from the other side. */
function mirrored(change: Change): string {
  switch (change.kind) {
    case 'added':
      return JSON.stringify(['removed', said({ document: '', items: [change.item] })]);
    case 'removed':
      return JSON.stringify(['added', said({ document: '', items: [change.item] })]);
    case 'version-moved':
      return JSON.stringify([change.subject.kind, change.after, change.before]);
    case 'changed': {
      const { subject, part, before, after } = change;
      return JSON.stringify([subject.kind, part, after?.value, before?.value]);
    }
  }
}

function seen(change: Change): string {
  switch (change.kind) {
    case 'added':
      return JSON.stringify(['added', said({ document: '', items: [change.item] })]);
    case 'removed':
      return JSON.stringify(['removed', said({ document: '', items: [change.item] })]);
    case 'version-moved':
      return JSON.stringify([change.subject.kind, change.before, change.after]);
    case 'changed': {
      const { subject, part, before, after } = change;
      return JSON.stringify([subject.kind, part, before?.value, after?.value]);
    }
  }
}

/** The changes made on one side give the other, and are seen mirrored from there. */
export function expectExact(before: Structure, after: Structure): void {
  const { changes } = compareStructures(before, after);
  expect(said(applyChanges(before, changes))).toEqual(said(after));
  const back = compareStructures(after, before).changes;
  expect(back.map(mirrored).toSorted()).toEqual(changes.map(seen).toSorted());
}
