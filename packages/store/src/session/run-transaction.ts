import { setTimeout as wait } from 'node:timers/promises';
import type { Diagnostic } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import type { Isolation, Outcome } from '@tiaoli/workspace';
import { report } from '@tiaoli/workspace';
import type { Database } from '../database/database.ts';
import type { Prisma } from '../generated/client.ts';
import { failureOf } from './database-failure.ts';
import { Refusal } from './session.ts';

/** How often work is tried again that others were in the way of. */
const MOST_RETRIES = 7;

/** Milliseconds: until a connection is free, and for the transaction itself. */
const limits = { maxWait: 30_000, timeout: 30_000 } as const;

/** Does work in one transaction; where it is refused or fails, nothing of it is kept. Throws on mistakes of ours. */
export async function runTransaction<Value>(
  database: Database,
  isolation: Isolation,
  work: (client: Prisma.TransactionClient) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  if (database.hasSpace && !(await database.hasSpace())) {
    return refused(report('store-full', {}, fileSpan('store')));
  }
  for (let attempt = 0; attempt <= MOST_RETRIES; attempt += 1) {
    // Longer each time, and not all at the same moment.
    if (attempt > 0) await wait(2 ** attempt * (10 + Math.random() * 10));
    const result = await tryOnce(database, isolation, work);
    if (result.kind !== 'in-the-way') return result;
  }
  return refused(report('store-busy', {}, fileSpan('store')));
}

async function tryOnce<Value>(
  { client }: Database,
  isolation: Isolation,
  work: (client: Prisma.TransactionClient) => Promise<Outcome<Value>>,
): Promise<Outcome<Value> | { readonly kind: 'in-the-way' }> {
  const isolationLevel = isolation === 'serializable' ? 'Serializable' : 'ReadCommitted';
  try {
    return await client.$transaction(
      async (transaction) => {
        const outcome = await work(transaction);
        // A refusal that is returned after something was written undoes it, as one that is thrown.
        if (outcome.kind === 'refused') throw new Refusal(outcome.diagnostics);
        return outcome;
      },
      { isolationLevel, ...limits },
    );
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', diagnostics: error.diagnostics };
    const failure = failureOf(error);
    if (failure?.kind === 'in-the-way') return failure;
    if (failure?.kind === 'duplicate')
      return refused(report('already-there', {}, fileSpan('store')));
    if (failure?.kind === 'full') return refused(report('store-full', {}, fileSpan('store')));
    if (failure) return refused(report('store-unavailable', failure, fileSpan('store')));
    throw error;
  }
}

function refused<Value>(finding: Diagnostic): Outcome<Value> {
  return { kind: 'refused', diagnostics: [finding] };
}
