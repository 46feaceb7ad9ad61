import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NextRequest } from 'next/server';
import { beforeAll, expect, test } from 'vitest';
import { GET as read, PUT as save } from '../app/api/sources/[...path]/route.ts';
import { GET as list } from '../app/api/sources/route.ts';

let folder = '';

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'tiaoli-sources-')), 'policies');
  await mkdir(join(folder, '山东省'), { recursive: true });
  await writeFile(join(folder, '山东省/甲.tiaoli'), '文件「甲」 {}');
  await writeFile(join(folder, 'gbk.tiaoli'), Buffer.from([0xce, 0xc4, 0xbc, 0xfe]));
  process.env.TIAOLI_POLICIES = folder;
});

function request(path: string, init: { headers?: Record<string, string>; text?: unknown } = {}) {
  const url = `http://localhost/api/sources${encodeURI(path)}`;
  const { headers = {}, text } = init;
  return new NextRequest(url, {
    headers,
    ...(text !== undefined && { method: 'PUT', body: JSON.stringify({ text }) }),
  });
}

interface Listed {
  readonly path: string;
  readonly revision: string;
  readonly isReadable: boolean;
}

test('the list has every policy, and says when nothing has changed', async () => {
  const first = await list(request(''));
  const { sources } = (await first.json()) as { readonly sources: readonly Listed[] };
  expect(sources.map(({ path, isReadable }) => [path, isReadable])).toEqual([
    ['policies/gbk.tiaoli', false],
    ['policies/山东省/甲.tiaoli', true],
  ]);
  const tag = first.headers.get('etag') ?? '';
  expect((await list(request('', { headers: { 'if-none-match': tag } }))).status).toBe(304);
  await writeFile(join(folder, '山东省/甲.tiaoli'), '文件「乙」 {}');
  expect((await list(request('', { headers: { 'if-none-match': tag } }))).status).toBe(200);
});

test('a save from the revision that is stored is kept, another is told what is stored', async () => {
  const path = '/policies/山东省/甲.tiaoli';
  const stored = (await (await read(request(path))).json()) as Listed;
  const headers = { 'if-match': `"${stored.revision}"` };
  const saved = await save(request(path, { headers, text: '新' }));
  expect(saved.status).toBe(200);
  expect(await readFile(join(folder, '山东省/甲.tiaoli'), 'utf8')).toBe('新');
  const late = await save(request(path, { headers, text: '迟' }));
  expect(late.status).toBe(412);
  expect(await late.json()).toMatchObject({ code: 'source-changed', text: '新' });
  expect(await readFile(join(folder, '山东省/甲.tiaoli'), 'utf8')).toBe('新');
});

const none = { 'if-none-match': '*' };
const some = { 'if-match': `"${'0'.repeat(64)}"` };

test.each([
  ['nothing said of the revision', '/policies/x.tiaoli', {}, '', 428],
  ['a new file', '/policies/新市/x.tiaoli', none, '', 200],
  ['a new file that is there', '/policies/gbk.tiaoli', none, '', 412],
  ['a file that is gone', '/policies/gone.tiaoli', some, '', 404],
  ['a path out of the folder', '/policies/a%2F..%2F..%2Fx.tiaoli', none, '', 422],
  ['no policy', '/policies/x.txt', none, '', 422],
  ['half a character', '/policies/y.tiaoli', none, '\ud800', 422],
  ['no text', '/policies/y.tiaoli', none, 7, 422],
  ['too much', '/policies/y.tiaoli', none, 'x'.repeat(9 * 1024 * 1024), 413],
] as const)('%s', async (_what, path, headers, text, status) => {
  const url = new URL(`http://localhost/api/sources${path}`);
  const init = { method: 'PUT', headers: { ...headers }, body: JSON.stringify({ text }) };
  const answer = await save(new NextRequest(url, init));
  expect(answer.status).toBe(status);
  if (status > 200) expect(await answer.json()).toHaveProperty('title');
});

test('what is not there is said', async () => {
  expect((await read(request('/policies/none.tiaoli'))).status).toBe(404);
  expect((await read(request('/policies/%'))).status).toBe(404);
});
