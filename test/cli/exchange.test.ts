import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openStore } from '@tiaoli/store';
import { operatorId } from '@tiaoli/workspace';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startPlaces } from '../store/places.ts';
import { as } from '../store/world.ts';
import { runHere, runHereJson, runTiaoli } from './run-tiaoli.ts';
import { schemaErrors } from './schemas.ts';

let cwd: string;

const city = (days: string, amount: string) => `语言 1

文件「市办法」 {
  标识 yi.rules；
  层级 市 乙市 属 甲省；
  施行 ${days}；
  依据 jia.rules；
}

条「起付」 出处 "起付线为${amount}" {
  确定 起付线 = ${amount}；
}
`;
/** A province, and a city below it that decides what is left to it, in two versions. */
const texts = {
  'policies/jia/rules.tiaoli': `语言 1

文件「省办法」 {
  标识 jia.rules；
  层级 省 甲省；
  施行 自 2024-01-01；
}

条「起付」 出处 "起付线为一百元，由各市确定" {
  参数 起付线：金额 = 100元；
  授权 市 确定 起付线 不低于 50元；
}
`,
  'policies/jia/yi/rules-2024.tiaoli': city('自 2024-06-01 至 2024-12-31', '80元'),
  'policies/jia/yi/rules-2025.tiaoli': city('自 2025-01-01', '90元'),
};
const files = Object.keys(texts);
const [first = ''] = files;

beforeAll(async () => {
  vi.stubEnv('DATABASE_URL', '');
  cwd = await mkdtemp(join(tmpdir(), 'tiaoli-exchange-'));
  for (const [file, text] of Object.entries(texts)) {
    await mkdir(dirname(join(cwd, file)), { recursive: true });
    await writeFile(join(cwd, file), text);
  }
}, 60_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(cwd, { recursive: true, force: true });
});

const run = (...args: readonly string[]) => runHere(args, { cwd });
const runJson = (...args: readonly string[]) => runHereJson([...args, '--format', 'json'], { cwd });

test('a folder in, the same bytes out, and nothing new the second time', async () => {
  const began = await runJson('import-policies', 'policies', '--data', 'data');
  expect(began.stderr).toContain('新建数据库');
  expect([began.code, schemaErrors('import-policies.schema.json', began.json)]).toEqual([0, []]);
  expect(began.json.published.toSorted()).toEqual(files.toSorted());
  const again = await run('import-policies', 'policies', '--data', 'data');
  expect(again).toMatchObject({ code: 0, stderr: '' });
  expect(again.stdout).toContain(`没有新的内容：${files.length} 个文件`);
  const out = await runJson('export-policies', '--data', 'data', '--out', 'out');
  expect([out.code, schemaErrors('export-policies.schema.json', out.json)]).toEqual([0, []]);
  expect(out.json.written).toEqual(files.toSorted());
  for (const file of files) {
    expect((await readFile(join(cwd, 'out', file))).equals(await readFile(join(cwd, file)))).toBe(
      true,
    );
  }
  // What is exported goes in again as what is there.
  const back = await runJson('import-policies', 'out/policies', '--data', 'data');
  expect(back.json).toEqual({ published: [], known: began.json.published });
}, 300_000);

test('an export over a folder leaves what is the same, restores what is not, and removes nothing', async () => {
  await writeFile(join(cwd, 'out', first), 'changed');
  await writeFile(join(cwd, 'out/policies/own.tiaoli'), 'own');
  const { code, json } = await runJson('export-policies', '--data', 'data', '--out', 'out');
  expect(code).toBe(0);
  expect([json.written, json.other]).toEqual([[first], ['policies/own.tiaoli']]);
  expect(json.same).toEqual(files.toSorted().slice(1));
  expect(await readFile(join(cwd, 'out/policies/own.tiaoli'), 'utf8')).toBe('own');
  expect((await readFile(join(cwd, 'out', first))).equals(await readFile(join(cwd, first)))).toBe(
    true,
  );
  // A link that leads elsewhere is not written through.
  await writeFile(join(cwd, 'elsewhere'), 'elsewhere');
  await rm(join(cwd, 'out', first));
  await symlink(join(cwd, 'elsewhere'), join(cwd, 'out', first));
  const linked = await run('export-policies', '--data', 'data', '--out', 'out');
  expect(linked.code).toBe(2);
  expect(await readFile(join(cwd, 'elsewhere'), 'utf8')).toBe('elsewhere');
}, 180_000);

test('what was in force on a day, as it was known at a moment', async () => {
  const written = async (out: string, ...args: readonly string[]) =>
    (await runJson('export-policies', '--data', 'data', '--out', out, ...args)).json.written;
  const [rules, older, newer] = files;
  expect(await written('on-2024', '--on', '2024-07-01')).toEqual([rules, older]);
  expect(await written('on-2025', '--on', '2025-07-01')).toEqual([rules, newer]);
  expect(await written('on-2023', '--on', '2023-07-01')).toEqual([]);
  // Nothing was known before the import.
  expect(await written('before', '--known', '2020-01-01')).toEqual([]);
  const [known, on] = ['2999-01-01T00:00:00+08:00', '2025-07-01'];
  expect(await written('later', '--on', on, '--known', known)).toEqual([rules, newer]);
  for (const [option, text] of [
    ['--on', '2025-02-30'],
    ['--known', 'yesterday'],
    ['--known', '2025-01-01T25:00:00+08:00'],
  ] as const) {
    const refused = await run('export-policies', '--data', 'data', '--out', 'never', option, text);
    expect([refused.code, refused.stderr.includes(text)]).toEqual([2, true]);
  }
}, 120_000);

test('a path that leads out of the folder is told and not written', async () => {
  const opened = await openStore({ kind: 'folder', folder: join(cwd, 'odd') });
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.diagnostics));
  const store = opened.value;
  await as(store, operatorId, async ({ jurisdictions, documents, users, versions }) => {
    const nation = await jurisdictions.add({ name: '国家', level: 'nation' });
    const document = await documents.add({ jurisdictionId: nation.id, code: 'a', title: '甲' });
    expect(await users.list()).toEqual([]);
    const bytes = new TextEncoder().encode('甲');
    await versions.publish({
      ...{ documentId: document.id, path: '../escaped.tiaoli', meaningHash: 'a'.repeat(64) },
      ...{ engineVersion: '1', effectiveFrom: '2027-01-01', files: [] },
      ...{ source: bytes, module: bytes },
    });
  });
  await store.close();
  const { code, stderr } = await run('export-policies', '--data', 'odd', '--out', 'deep/odd-out');
  expect(code).toBe(1);
  expect(stderr).toContain('没有写出「../escaped.tiaoli」');
  await expect(readFile(join(cwd, 'deep/escaped.tiaoli'))).rejects.toThrow('ENOENT');
}, 120_000);

test('what is refused says where in which file, and what to do', async () => {
  await mkdir(join(cwd, 'bad/policies'), { recursive: true });
  const text = texts['policies/jia/rules.tiaoli'];
  await writeFile(join(cwd, 'bad/policies/a.tiaoli'), text.replace('= 100元', '= 100'));
  const broken = await run('import-policies', 'bad/policies', '--data', 'bad-data');
  expect(broken).toMatchObject({ code: 1, stdout: '' });
  expect(broken.stderr).toContain('policies/a.tiaoli:10:');
  expect(broken.stderr).toContain('没有导入');
  const listed = await runJson('export-policies', '--data', 'bad-data', '--out', 'bad-out');
  expect(listed.json).toEqual({ written: [], same: [], other: [], unsuitable: [] });
}, 180_000);

test.each([
  [['import-policies', 'nowhere', '--data', 'x'], '没有「nowhere」'],
  [['import-policies', first, '--data', 'x'], '不是文件夹'],
  [['import-policies', 'empty', '--data', 'x'], '没有政策文件'],
  [['import-policies'], '缺少'],
  [['export-policies', '--data', 'x', '--out', 'y'], '没有条例的数据'],
  [['export-policies', '--data', 'x'], '--out'],
])('%j: exit 2 with a sentence, and no store made', async (args, sentence) => {
  await mkdir(join(cwd, 'empty'), { recursive: true });
  const finished = await run(...args);
  expect(finished).toMatchObject({ code: 2, stdout: '' });
  expect(finished.stderr).toContain(sentence);
  await expect(readFile(join(cwd, 'x'))).rejects.toThrow('ENOENT');
});

test('in a process of its own, in English', () => {
  const args = ['export-policies', '--data', 'data', '--out', 'english'];
  const { code, stdout, stderr } = runTiaoli(args, { cwd, language: 'en' });
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain(`${files.length} files written, 0 were the same`);
}, 120_000);

test('on a server the same, by DATABASE_URL', async () => {
  const server = await startPlaces('server');
  try {
    const place = await server.empty();
    if (place.kind !== 'server') throw new Error('no server');
    vi.stubEnv('DATABASE_URL', place.url);
    const read = await runJson('import-policies', 'policies');
    expect([read.code, read.json.published.length]).toEqual([0, files.length]);
    const out = await runJson('export-policies', '--out', 'server-out');
    expect(out.json.written).toEqual(files.toSorted());
    const again = await runJson('import-policies', 'policies');
    expect(again.json.published).toEqual([]);
  } finally {
    vi.stubEnv('DATABASE_URL', '');
    await server.stop();
  }
}, 300_000);
