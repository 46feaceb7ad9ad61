import type { PolicyStore, Records } from '@tiaoli/workspace';
import { doneOrProblem } from './refused.ts';

/** Reads for a person; unwinds with the problem where it is refused. */
export async function ask<Value>(
  store: PolicyStore,
  actorId: string,
  read: (records: Records) => Promise<Value>,
): Promise<Value> {
  const outcome = await store.transaction(actorId, 'read-committed', async (records) => ({
    kind: 'done',
    value: await read(records),
  }));
  return doneOrProblem(outcome);
}
