// How long whoever starts the workbench waits for its first page, on a folder of policies and on an embedded store.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildWorkbench } from '@tiaoli/web';
import { median } from '../measure.ts';
import type { Row } from '../row.ts';

const repository = join(import.meta.dirname, '../../..');

/** Starts of each kind, of which the median counts. */
const STARTS = 5;

/** From the start of `tiaoli serve` to the answer of its first page. */
export async function startRows(): Promise<readonly Row[]> {
  await buildWorkbench();
  const above = await mkdtemp(join(tmpdir(), 'tiaoli-starts-'));
  try {
    const data = (at: number): readonly string[] => ['--data', join(above, `store-${at}`)];
    // What is compiled and packed once is so after the first start.
    await firstPageMillis(data(-1));
    return [
      rowOf('start-folder', 'a folder of policies', await timeStarts(() => [])),
      rowOf('start-new-store', 'a store that is made', await timeStarts(data)),
      rowOf('start-store', 'a store that is there', await timeStarts(() => data(0))),
    ];
  } finally {
    await rm(above, { recursive: true, force: true });
  }
}

async function timeStarts(optionsOf: (at: number) => readonly string[]): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < STARTS; at += 1) times.push(await firstPageMillis(optionsOf(at)));
  return median(times);
}

async function firstPageMillis(options: readonly string[]): Promise<number> {
  const before = performance.now();
  const program = join(repository, 'apps/cli/bin/tiaoli.mjs');
  const server = spawn(
    process.execPath,
    [program, 'serve', '--no-open', '--port', '0', '--policies', 'policies', ...options],
    { cwd: repository, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const ended = new Promise<void>((done) => server.once('close', () => done()));
  const address = new Promise<string>((done, fail) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      const found = /http:\/\/[^\s/]+/.exec(line)?.[0];
      if (found) done(found);
    });
    ended.then(() => fail(new Error('the server ended at once')));
  });
  try {
    const page = await fetch(await address);
    await page.text();
    if (!page.ok) throw new Error(`the first page: ${page.status}`);
    return performance.now() - before;
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
}

function rowOf(id: string, over: string, amount: number): Row {
  return {
    ...{ id, what: `from the start to the first page, ${over}`, amount, unit: 'ms waited' },
    floor: { of: 'amount', bound: 'at-most', limit: 10_000, aim: 3000 },
  };
}
