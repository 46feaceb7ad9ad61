import { spawnSync } from 'node:child_process';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { servePolicies } from './serve-policies.ts';

const repository = join(import.meta.dirname, '../..');

test('it serves on loopback, says that it lives and is ready, and ends in peace', async () => {
  const served = await servePolicies();
  expect(served.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  for (const [path, text] of [
    ['/livez', 'alive'],
    ['/readyz', 'ready'],
  ]) {
    const answer = await fetch(`${served.address}${path}`);
    expect([answer.status, (await answer.text()).trim()]).toEqual([200, text]);
  }
  expect(await served.stop()).toBe(0);
  await expect(fetch(`${served.address}/livez`)).rejects.toThrow();
});

test('what is under way when it is told to stop is answered', async () => {
  const served = await servePolicies();
  const answers = Promise.all(
    Array.from({ length: 8 }, () => fetch(`${served.address}/api/documents?on=2026-11-22`)),
  );
  const stopped = served.stop();
  for (const answer of await answers) expect(answer.status).toBe(200);
  expect(await stopped).toBe(0);
});

test('a name that points here from elsewhere, and a page of another origin, get nothing', async () => {
  const served = await servePolicies();
  try {
    expect(await ask(served.address, { host: 'evil.example' })).toBe(421);
    expect(await ask(served.address, { origin: 'http://evil.example' }, 'PUT')).toBe(403);
  } finally {
    await served.stop();
  }
});

test('a port that is taken, a wrong port and a wrong folder are said in a sentence', async () => {
  const served = await servePolicies();
  try {
    const { port } = new URL(served.address);
    const taken = tiaoli('serve', '--no-open', '--port', port);
    expect([taken.status, taken.stderr]).toEqual([2, expect.stringContaining(`端口 ${port}`)]);
  } finally {
    await served.stop();
  }
  expect(tiaoli('serve', '--port', '70000')).toMatchObject({ status: 2 });
  const nowhere = tiaoli('serve', '--policies', 'no-such-folder');
  expect([nowhere.status, nowhere.stderr]).toEqual([2, expect.stringContaining('--policies')]);
});

function tiaoli(...args: readonly string[]) {
  const program = join(repository, 'apps/cli/bin/tiaoli.mjs');
  return spawnSync(process.execPath, [program, ...args], { cwd: repository, encoding: 'utf8' });
}

/** The status of an answer to a request with headers that fetch would not send. */
function ask(
  address: string,
  headers: Readonly<Record<string, string>>,
  method = 'GET',
): Promise<number | undefined> {
  return new Promise((done, fail) => {
    request(`${address}/documents`, { method, headers }, (answer) => {
      answer.resume();
      done(answer.statusCode);
    })
      .on('error', fail)
      .end();
  });
}
