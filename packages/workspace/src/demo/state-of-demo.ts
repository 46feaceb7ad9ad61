import { operatorId } from '../permissions/permits.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore, Records } from '../records/policy-store.ts';

/** What a store is to whoever wants a demonstration. */
export type DemoState =
  /** Nothing is in it yet. */
  | 'empty'
  /** Making it was broken off; nobody has worked in it. */
  | 'broken-off'
  /** A demonstration, as it was made or as people went on with it. */
  | 'made'
  /** Somebody's own data. */
  | 'real';

/**
 * Looks for what `makeDemo` does last, a question about a clause, and for anybody who signed in. Both are in the trails of
 * audit, which the operator may read, as they may not read proposals.
 */
export function stateOfDemo(store: PolicyStore): Promise<Outcome<DemoState>> {
  return store.transaction(operatorId, 'read-committed', async (records) => {
    if (records.isDemo) {
      return { kind: 'done', value: (await isWhole(records)) ? 'made' : 'broken-off' };
    }
    const lists = [records.documents, records.jurisdictions, records.users];
    const all = await Promise.all(lists.map((each) => each.list()));
    return { kind: 'done', value: all.every(({ length }) => length === 0) ? 'empty' : 'real' };
  });
}

const signs: ReadonlySet<string> = new Set(['comment-proposal', 'sign-in']);

async function isWhole({ jurisdictions, audit }: Records): Promise<boolean> {
  for (const { id } of await jurisdictions.list()) {
    const links = await audit.list(id);
    if (links.some(({ content }) => signs.has(JSON.parse(content).action))) return true;
  }
  return false;
}
