import type { Definition, Program } from '@tiaoli/ir';
import type { ReadSet } from '@tiaoli/regions';
import type { Cause } from './behaviour.ts';

/** What the result reads and the two sides define otherwise: the rules to which a difference goes back. */
export function findCauses(
  before: Program,
  after: Program,
  read: readonly Pick<ReadSet, 'definitions'>[],
): readonly Cause[] {
  const old = new Map(before.definitions.map((each) => [each.id, each]));
  const now = new Map(after.definitions.map((each) => [each.id, each]));
  const ids = new Set(read.flatMap(({ definitions }) => [...definitions]));
  return [...ids].flatMap((id): readonly Cause[] => {
    const [left, right] = [old.get(id), now.get(id)];
    const shown = right ?? left;
    if (!shown || isAlike(left, right)) return [];
    const { name, origin } = shown;
    const clause = origin.clause && { clause: origin.clause };
    return [{ name, definition: id, declaration: origin.declaration, ...clause }];
  });
}

function isAlike(left: Definition | undefined, right: Definition | undefined): boolean {
  return JSON.stringify(left?.body) === JSON.stringify(right?.body);
}
