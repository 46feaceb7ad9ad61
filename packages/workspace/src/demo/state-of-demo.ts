import { operatorId } from '../permissions/permits.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore } from '../records/policy-store.ts';

/** What a store is to whoever wants a demonstration. */
export type DemoState =
  /** Nothing is in it yet. */
  | 'empty'
  /** Making it was broken off; nobody can have worked in it. */
  | 'broken-off'
  /** A demonstration, as it was made or as people went on with it. */
  | 'made'
  /** Somebody's own data. */
  | 'real';

/** Looks at what `makeDemo` does last: a demonstration that has it is whole. */
export function stateOfDemo(store: PolicyStore): Promise<Outcome<DemoState>> {
  return store.transaction(operatorId, 'read-committed', async (records) => {
    if (!records.isDemo) {
      const lists = [records.documents, records.jurisdictions, records.users];
      const all = await Promise.all(lists.map((each) => each.list()));
      return { kind: 'done', value: all.every(({ length }) => length === 0) ? 'empty' : 'real' };
    }
    const proposals = await records.proposals.list();
    const isTakenUp = proposals.some(({ state, round }) => state !== 'proposed' || round > 1);
    return { kind: 'done', value: proposals.length > 1 && isTakenUp ? 'made' : 'broken-off' };
  });
}
