import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { withPool } from './child-pool.ts';

const limits = { seconds: 60 };
const job = { kind: 'query', folder: '/nowhere', files: [], queries: [] } as const;

test('a process goes from one piece of work to the next; one that is at work, or was ended, does not', async () => {
  await withPool(undefined, async (pool) => {
    const one = pool.take();
    expect((await one.ask(job, limits)).kind).toBe('failed');
    pool.giveBack(one);
    expect(pool.take()).toBe(one);
    // Nobody writes into the pipe, so it is still at work when it is given back.
    const asked = one.ask({ ...job, ...endlessFiles() }, limits);
    expect(one.isFree()).toBe(false);
    // Nobody waits for it.
    pool.giveBack(one);
    expect((await asked).kind).toBe('ended');
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

/** Data of people that are a pipe: whoever reads them waits. */
function endlessFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-pipe-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  const file = { path: 'pipe', table: 'persons', bucket: 0, rows: 1, sha256: '' } as const;
  return { folder, files: [file] };
}
