import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@tiaoli/store';
import type { PolicyStore } from '@tiaoli/workspace';
import { expect, onTestFinished, test } from 'vitest';
import { tokenOf } from '../api/api-world.ts';
import { makeWorld, personOf } from '../store/world.ts';
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

test('with a store it answers the API beside the pages, keeps others out of it, and frees it at its end', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tiaoli-served-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const store = await openIn(folder);
  const world = await makeWorld(store);
  const token = await tokenOf(store, personOf(world, 'city', 'drafter'));
  await store.close();
  const served = await servePolicies(['--data', folder]);
  try {
    const headers = { authorization: `Bearer ${token}` };
    const me = await fetch(`${served.address}/api/v1/me`, { headers });
    expect(me.status).toBe(200);
    expect(await me.json()).toMatchObject({ login: 'city-drafter' });
    expect((await fetch(`${served.address}/api/v1/me`)).status).toBe(401);
    expect((await fetch(`${served.address}/api/v1/nowhere`, { headers })).status).toBe(404);
    expect((await fetch(`${served.address}/api/v1/openapi.json`)).status).toBe(200);
    expect((await fetch(`${served.address}/documents`)).status).toBe(200);
    const kept = tiaoli('verify-store', '--data', folder);
    expect([kept.status, kept.stderr]).toEqual([2, expect.stringContaining('正由另一个程序使用')]);
  } finally {
    expect(await served.stop()).toBe(0);
  }
  expect(tiaoli('verify-store', '--data', folder)).toMatchObject({ status: 0 });
  const invented = join(folder, 'demo');
  const demoStore = await openIn(invented);
  expect(await demoStore.markDemo()).toMatchObject({ kind: 'done' });
  await demoStore.close();
  const demo = tiaoli('serve', '--no-open', '--port', '0', '--data', invented);
  expect([demo.status, demo.stderr]).toEqual([1, expect.stringContaining('演示数据')]);
});

async function openIn(folder: string): Promise<PolicyStore> {
  const opened = await openStore({ kind: 'folder', folder });
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.diagnostics));
  return opened.value;
}

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
