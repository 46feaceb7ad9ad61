import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder, openDatabase, openStore, storeOf } from '@tiaoli/store';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startPlaces } from '../store/places.ts';
import { as, makeWorld, personOf } from '../store/world.ts';
import { runHere, runHereJson, runTiaoli } from './run-tiaoli.ts';
import { schemaErrors } from './schemas.ts';

let cwd: string;

beforeAll(async () => {
  vi.stubEnv('DATABASE_URL', '');
  cwd = await mkdtemp(join(tmpdir(), 'tiaoli-store-'));
  const opened = await openStore({ kind: 'folder', folder: join(cwd, 'tiaoli-data') });
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.diagnostics));
  const store = opened.value;
  const world = await makeWorld(store);
  await as(store, personOf(world, 'city', 'publisher'), ({ versions }) =>
    versions.publish({
      ...{ documentId: world.documents.city.id, path: 'a.tiaoli', meaningHash: 'a'.repeat(64) },
      ...{ engineVersion: '1', effectiveFrom: '2027-01-01', files: [] },
      source: new TextEncoder().encode('source'),
      module: new TextEncoder().encode('module'),
    }),
  );
  await store.close();
}, 180_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(cwd, { recursive: true, force: true });
});

const run = (...args: readonly string[]) => runHere(args, { cwd });
const runJson = (...args: readonly string[]) => runHereJson([...args, '--format', 'json'], { cwd });

test('backup, restore, verify-store: the same content, exit 0', async () => {
  const written = await runJson('backup', '--out', 'one.backup');
  expect([written.code, schemaErrors('backup.schema.json', written.json)]).toEqual([0, []]);
  const restored = await runJson('restore', 'one.backup', '--data', 'restored');
  expect(restored.json).toEqual(written.json);
  const verified = await runJson('verify-store', '--data', 'restored');
  expect(verified).toMatchObject({ code: 0, json: { whole: true, broken: [] } });
  const again = await run('restore', 'one.backup', '--data', 'restored');
  expect(again).toMatchObject({ code: 1, stdout: '' });
  expect(again.stderr).toContain('已经有数据');
  expect(again.stderr).toContain('空数据库');
}, 300_000);

test('in a process of its own, in words', () => {
  const { code, stdout, stderr } = runTiaoli(['verify-store'], { cwd });
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('完好');
}, 120_000);

test('verify-store names what was altered, exit 1', async () => {
  const folder = join(cwd, 'altered');
  await run('restore', 'one.backup', '--data', folder);
  const opened = await openDatabase({ kind: 'folder', folder });
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.diagnostics));
  const { client } = opened.database;
  await client.$executeRawUnsafe('ALTER TABLE version DISABLE TRIGGER version_stays');
  await client.$executeRawUnsafe("UPDATE version SET engine_version = '2'");
  const { id } = await client.version.findFirstOrThrow();
  await opened.database.close();
  const { code, json } = await runJson('verify-store', '--data', folder);
  expect([code, schemaErrors('verify-store.schema.json', json)]).toEqual([1, []]);
  expect(json).toEqual({
    whole: false,
    broken: [{ table: 'version', row: id, problem: 'altered' }],
  });
  const told = await run('verify-store', '--data', folder);
  expect(told.stdout).toContain(`已发布的版本 ${id}：被改动过`);
  expect(told.stdout).toContain('tiaoli restore');
  // What was broken when the backup was made is told when it is restored.
  await run('backup', '--data', folder, '--out', 'broken.backup');
  const restored = await run('restore', 'broken.backup', '--data', 'broken');
  expect(restored.code).toBe(1);
  expect(restored.stderr).toContain(`已发布的版本 ${id}：被改动过`);
}, 300_000);

test('a folder that is in use: who has it, and nothing is done', async () => {
  const lock = await lockFolder(join(cwd, 'tiaoli-data'));
  if (lock.kind === 'taken') throw new Error('taken');
  try {
    for (const args of [['verify-store'], ['backup', '--out', 'x.backup'], ['user', 'list']]) {
      const { code, stderr } = await run(...args);
      expect(code, args[0]).toBe(2);
      expect(stderr).toContain(`正由另一个程序使用（进程 ${process.pid}）`);
      expect(stderr).toContain('先停下那个程序');
    }
  } finally {
    lock.release();
  }
  expect(await readdir(cwd)).not.toContain('x.backup');
});

test('a slip in the name of the folder makes no store', async () => {
  for (const args of [['verify-store'], ['backup', '--out', 'x.backup'], ['user', 'list']]) {
    const { code, stderr } = await run(...args, '--data', 'slip');
    expect([code, stderr.includes('没有条例的数据')], args[0]).toEqual([2, true]);
  }
  expect(await readdir(cwd)).not.toContain('slip');
});

test.each([
  [['restore', 'no-such.backup', '--data', 'y'], 2, '读不了备份'],
  [['restore', 'text.backup', '--data', 'y'], 2, '读不了备份'],
  [['backup'], 2, '必须给出选项 --out'],
  [['user', 'add', 'a b', '--place', 'city'], 2, '登录名「a b」不合适'],
  [['user', 'add', 'x', '--place', 'nowhere'], 2, '没有「nowhere」这个地区。有：nation'],
  [['user', 'add', 'x', '--place', 'city', '--role', 'operator'], 2, '可选'],
  [['user', 'add', 'city-drafter', '--place', 'city'], 1, '已经有同名的记录'],
  [['user', 'role', 'x', '--place', 'city', '--add', 'drafter'], 2, '没有登录名为「x」的账号'],
  [['user', 'role', 'x', '--place', 'city'], 2, '没有写要授予'],
  [['user', 'disable', 'x'], 2, '没有登录名为「x」的账号'],
])('%j: exit %j with a sentence', async (args, code, sentence) => {
  await writeFile(join(cwd, 'text.backup'), 'text');
  const finished = await run(...args);
  expect(finished).toMatchObject({ code, stdout: '' });
  expect(finished.stderr).toContain(sentence);
  expect(await readdir(cwd)).not.toContain('y');
});

test('user: add, role, disable, enable, list; each is in the audit trail', async () => {
  const place = 'province/city';
  const args = ['--name', '张伟', '--place', place, '--role', 'drafter', 'reviewer'];
  expect((await run('user', 'add', 'zhang.wei', ...args)).code).toBe(0);
  const change = ['--place', 'nation/province', '--add', 'analyst'];
  expect((await run('user', 'role', 'zhang.wei', ...change)).code).toBe(0);
  const taken = ['--place', 'city', '--remove', 'reviewer'];
  expect((await run('user', 'role', 'zhang.wei', ...taken)).code).toBe(0);
  expect((await run('user', 'disable', 'zhang.wei')).code).toBe(0);
  const zhang = async () => {
    const { code, json } = await runJson('user', 'list');
    expect([code, schemaErrors('users.schema.json', json)]).toEqual([0, []]);
    return json.users.find(({ login }: { readonly login: string }) => login === 'zhang.wei');
  };
  const roles = [
    { place: 'nation/province', role: 'analyst' },
    { place: 'nation/province/city', role: 'drafter' },
  ];
  const disabled = await zhang();
  expect(disabled).toMatchObject({ name: '张伟', disabled: true });
  expect(disabled.roles).toHaveLength(2);
  expect(disabled.roles).toEqual(expect.arrayContaining(roles));
  expect((await run('user', 'list')).stdout).toContain('zhang.wei  张伟（已停用）');
  expect((await run('user', 'enable', 'zhang.wei')).code).toBe(0);
  expect(await zhang()).toMatchObject({ disabled: false });
  const opened = await openDatabase({ kind: 'folder', folder: join(cwd, 'tiaoli-data') });
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.diagnostics));
  const events = await opened.database.client.auditEvent.findMany({ orderBy: { number: 'asc' } });
  const done = events
    .map(({ content }) => JSON.parse(content))
    .filter(({ subject }) => subject === disabled.id)
    .map(({ action }) => action);
  expect(done.toSorted()).toEqual(
    [
      ...['add-user', 'grant-role', 'grant-role', 'grant-role', 'revoke-role'],
      // In the chain of each place where the person has a role.
      ...['disable-user', 'disable-user', 'enable-user', 'enable-user'],
    ].toSorted(),
  );
  expect(await storeOf(opened.database).verify()).toEqual([]);
  await opened.database.close();
}, 180_000);

test('user: a token is shown once, listed without itself, and taken back', async () => {
  const issued = await run('user', 'token', 'city-drafter', '--name', '月度测算', '--days', '3');
  expect(issued.code).toBe(0);
  expect(issued.stdout).toMatch(/^tiaoli_[\w-]{43}\n$/);
  const listed = await run('user', 'tokens', 'city-drafter');
  expect(listed.stdout).toContain('月度测算');
  expect(listed.stdout).not.toContain(issued.stdout.trim());
  const [id = ''] = listed.stdout.split(' ');
  expect((await run('user', 'revoke', 'city-drafter', id)).code).toBe(0);
  expect((await run('user', 'tokens', 'city-drafter')).stdout).toContain('已收回');
  expect((await run('user', 'revoke', 'city-drafter', 'x')).code).toBe(1);
  const unnamed = await run('user', 'token', 'city-drafter', '--name', ' ');
  expect([unnamed.code, unnamed.stderr.includes('令牌要有名称')]).toEqual([1, true]);
  const long = await run('user', 'token', 'city-drafter', '--name', 'x', '--days', '367');
  expect([long.code, long.stdout]).toEqual([2, '']);
}, 180_000);

test('on a server the same, by DATABASE_URL; with --data as well it is refused', async () => {
  const server = await startPlaces('server');
  try {
    const place = await server.empty();
    if (place.kind !== 'server') throw new Error('no server');
    vi.stubEnv('DATABASE_URL', place.url);
    expect((await run('verify-store')).code).toBe(2);
    const restored = await runJson('restore', 'one.backup');
    expect(restored.code).toBe(0);
    const verified = await runJson('verify-store');
    expect(verified).toMatchObject({ code: 0, json: { whole: true } });
    const written = await runJson('backup', '--out', 'server.backup');
    expect(written.json.sha256).toBe(restored.json.sha256);
    const both = await run('backup', '--out', 'x.backup', '--data', 'tiaoli-data');
    expect(both.code).toBe(2);
    expect(both.stderr).toContain('去掉其中一个');
    vi.stubEnv('DATABASE_URL', 'postgresql://somebody:secret@127.0.0.1:1/none');
    const gone = await run('verify-store');
    expect(gone.code).toBe(2);
    expect(gone.stderr).toContain('打不开数据库 127.0.0.1:1');
    expect(gone.stderr).not.toContain('secret');
  } finally {
    vi.stubEnv('DATABASE_URL', '');
    await server.stop();
  }
}, 300_000);
