import type { Isolation, PolicyStore, Records } from '@tiaoli/workspace';
import { doneOrProblem } from './refused.ts';

/** Reads for a person; unwinds with the problem where it is refused. */
export function ask<Value>(
  store: PolicyStore,
  actorId: string,
  read: (records: Records) => Promise<Value>,
): Promise<Value> {
  return within(store, actorId, 'read-committed', read);
}

/** The same for what rests on several rows: as if nobody else were at work. */
export function askSerially<Value>(
  store: PolicyStore,
  actorId: string,
  work: (records: Records) => Promise<Value>,
): Promise<Value> {
  return within(store, actorId, 'serializable', work);
}

async function within<Value>(
  store: PolicyStore,
  actorId: string,
  isolation: Isolation,
  work: (records: Records) => Promise<Value>,
): Promise<Value> {
  const outcome = await store.transaction(actorId, isolation, async (records) => ({
    kind: 'done',
    value: await work(records),
  }));
  return doneOrProblem(outcome);
}
