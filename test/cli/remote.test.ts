import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJobRunner } from '@tiaoli/jobs';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import type { ApiWorld } from '../api/api-world.ts';
import { done, startApiWorld } from '../api/api-world.ts';
import { serveApi } from '../api/serve-api.ts';
import { cityText, pathOf, provinceText, publishBase } from '../store/delegated.ts';
import { runHere } from './run-tiaoli.ts';

let api: ApiWorld;
let served: Awaited<ReturnType<typeof serveApi>>;
let cwd: string;
const file = pathOf('city');

beforeAll(async () => {
  api = await startApiWorld('embedded');
  await publishBase(api.store, api.world, 'province', '100元');
  await publishBase(api.store, api.world, 'city', '55%');
  served = await serveApi(api);
  cwd = await mkdtemp(join(tmpdir(), 'tiaoli-remote-'));
  vi.stubEnv('TIAOLI_TOKEN', api.tokens.get('city drafter') ?? '');
}, 300_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await served.stop();
  await api.under.stop();
  await rm(cwd, { recursive: true, force: true });
  expect(api.defects).toEqual([]);
}, 60_000);

const run = (...args: readonly string[]) => runHere(args, { cwd });
const pull = () => run('pull', '--server', served.address, '--on', '2027-01-01');
const read = (path: string) => readFile(join(cwd, path), 'utf8');
const write = (text: string) => writeFile(join(cwd, file), text);
const draft = async () => (await done(api, 'city drafter', 'GET', '/drafts')).drafts[0];

test('pull writes what is in force to the byte, push makes a draft of what was changed, and saves it again', async () => {
  const pulled = await pull();
  expect(pulled).toMatchObject({ code: 0, stderr: '' });
  expect(pulled.stdout).toContain(file);
  expect([await read(file), await read(pathOf('province'))]).toEqual([
    cityText('55%'),
    provinceText('100元'),
  ]);
  // Nothing was changed, so nothing is saved.
  expect(await run('push')).toEqual({ code: 0, stdout: '', stderr: '' });
  await write(cityText('60%'));
  const pushed = await run('push', '--title', '提高比例');
  expect([pushed.code, pushed.stderr, pushed.stdout.includes('第 1 稿')]).toEqual([0, '', true]);
  expect(await draft()).toMatchObject({ title: '提高比例', revision: 1, path: file });
  await write(cityText('61%'));
  expect((await run('push', file)).stdout).toContain('第 2 稿');
  // Where the server is known, it need not be named again.
  expect((await run('pull', '--on', '2027-01-01')).stdout).toContain(`${file}（草稿）`);
  expect(await read(file)).toBe(cityText('61%'));
}, 120_000);

test('what was changed here is not overwritten by pull', async () => {
  await write(cityText('62%'));
  const { code, stderr } = await pull();
  expect([code, stderr.includes('本地改过，没有覆盖')]).toEqual([1, true]);
  expect(await read(file)).toBe(cityText('62%'));
});

test('where somebody saved first: base, mine and theirs, nothing overwritten, and then merged', async () => {
  const { id } = await draft();
  await done(api, 'city drafter', 'PUT', `/drafts/${id}`, {
    ...{ body: { text: cityText('65%') }, headers: { 'if-match': '"2"' } },
  });
  const { code, stderr } = await run('push');
  expect(code).toBe(1);
  expect(['61%', '62%', '65%'].filter((each) => stderr.includes(each))).toHaveLength(3);
  expect(stderr).toMatch(/原文.*61%.*我的.*62%.*对方的.*65%/s);
  expect(stderr).toContain('--onto 3');
  expect(await read(join('.tiaoli/theirs', file))).toBe(cityText('65%'));
  expect(await read(file)).toBe(cityText('62%'));
  const stored = () => done(api, 'city drafter', 'GET', `/drafts/${id}`);
  expect(await stored()).toMatchObject({ revision: 3, text: cityText('65%') });
  await write(cityText('64%'));
  expect((await run('push', file, '--onto', '3')).code).toBe(0);
  expect(await stored()).toMatchObject({ revision: 4, text: cityText('64%') });
}, 120_000);

test('propose lays what was pushed before the office, and nothing else', async () => {
  const propose = (...more: readonly string[]) =>
    run('propose', file, '--from', '2027-06-01', '--reason', '基金有结余', ...more);
  await write(cityText('80%'));
  const early = await propose();
  expect([early.code, early.stderr.includes('tiaoli push')]).toEqual([2, true]);
  await run('push');
  const outside = await propose();
  expect([outside.code, outside.stderr.includes('above-upper-bound')]).toEqual([1, true]);
  await write(cityText('64%'));
  await run('push');
  const problems: string[] = [];
  const onProblem = (problem: string) => void problems.push(problem);
  const runner = openJobRunner({ store: api.store, onProblem, paceMillis: 50 });
  onTestFinished(runner.close);
  const proposed = await propose('--check');
  expect(proposed.stdout).toContain('没有妨碍批准或发布的事项。');
  expect(problems).toEqual([]);
  expect([proposed.code, proposed.stderr]).toEqual([0, '']);
  const { proposals } = await done(api, 'province reviewer', 'GET', '/proposals');
  expect(proposals).toMatchObject([{ state: 'proposed', round: 1 }]);
  expect(proposed.stdout).toContain(proposals[0].id);
}, 120_000);

test.each([
  [['push', 'no-such.tiaoli'], 2, '不是取来的文件'],
  [['push', '--onto', '3'], 2, '请同时写明那一个文件'],
  [['push', '--dir', 'nowhere'], 2, 'tiaoli pull'],
  [['pull', '--server', 'ftp://x'], 2, '请用 --server'],
  [['pull', '--server', 'http://127.0.0.1:1'], 2, '连不上工作台'],
  [['pull', '--on', '2027-02-30'], 1, '不合格式'],
  [['pull', '--token-file', 'no-such'], 2, '没有令牌'],
  [['propose', 'policies/city.tiaoli'], 2, '--from'],
])('%j: exit %i with a sentence', async (args, code, sentence) => {
  const before = await read('.tiaoli/state.json');
  const finished = await run(...args);
  expect([finished.code, finished.stdout]).toEqual([code, '']);
  expect(finished.stderr).toContain(sentence);
  expect(await read('.tiaoli/state.json')).toBe(before);
});

test('a token that is not taken is told as such, and stands nowhere in the folder', async () => {
  const token = api.tokens.get('city drafter') ?? '';
  expect(await read('.tiaoli/state.json')).not.toContain(token);
  await writeFile(join(cwd, 'token'), 'tiaoli_unknown');
  const { code, stderr } = await run('pull', '--token-file', 'token');
  expect([code, stderr.includes('令牌')]).toEqual([2, true]);
});
