import { expect, test } from 'vitest';
import { withPool } from './child-pool.ts';

const limits = { seconds: 60 };
const job = { kind: 'query', folder: '/nowhere', files: [], queries: [] } as const;

test('a process goes from one piece of work to the next; one that is at work, or was ended, does not', async () => {
  await withPool(undefined, async (pool) => {
    const one = pool.take();
    expect((await one.ask(job, limits)).kind).toBe('failed');
    pool.giveBack(one);
    expect(pool.take()).toBe(one);
    const asked = one.ask(job, limits);
    expect(one.isFree()).toBe(false);
    // Given back at work nobody waits for it: it is killed, unless it has told that there is no such folder before that.
    pool.giveBack(one);
    expect(['ended', 'failed']).toContain((await asked).kind);
    const other = pool.take();
    expect(other).not.toBe(one);
    const stop = new AbortController();
    const cancelled = other.ask(job, { ...limits, signal: stop.signal });
    stop.abort();
    expect((await cancelled).kind).toBe('cancelled');
    pool.giveBack(other);
    const third = pool.take();
    expect(third).not.toBe(other);
    pool.giveBack(third);
  });
}, 60_000);
