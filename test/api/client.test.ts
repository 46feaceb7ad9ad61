import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiClient } from '@tiaoli/client';
import { createApiClient } from '@tiaoli/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiWorld } from './api-world.ts';
import { addDraft, startApiWorld } from './api-world.ts';
import { clientTypesPath, makeClientTypes } from './generate-client.ts';

let api: ApiWorld;
let ids: Awaited<ReturnType<typeof addDraft>>;
let client: ApiClient;

beforeAll(async () => {
  api = await startApiWorld('embedded');
  ids = await addDraft(api);
  client = clientOf('city drafter');
}, 300_000);
afterAll(() => api.under.stop(), 60_000);

function clientOf(who: string, language: 'zh' | 'en' = 'zh'): ApiClient {
  const token = api.tokens.get(who) ?? who;
  return createApiClient({ server: 'http://localhost/', token, language, fetch: api.fetch });
}

test('the committed types are what the description gives (npm run generate)', async () => {
  const committed = readFileSync(join(import.meta.dirname, '../..', clientTypesPath), 'utf8');
  expect(await makeClientTypes()).toBe(committed);
});

test('a draft is read and saved, and a save from an old revision tells what both changed', async () => {
  const params = { path: { id: ids.draft.id } };
  const read = await client.GET('/api/v1/drafts/{id}', { params });
  expect(read.data).toMatchObject({ text: '语言 1\n', revision: 1 });
  const save = (text: string) =>
    client.PUT('/api/v1/drafts/{id}', {
      params: { ...params, header: { 'if-match': read.response.headers.get('etag') ?? '' } },
      body: { text },
    });
  expect((await save('语言 1\n\n')).data?.revision).toBe(2);
  const late = await save('语言 1\n// 又\n');
  expect([late.data, late.response.status]).toEqual([undefined, 412]);
  if (!late.error || !('theirs' in late.error)) throw new Error('not a conflict');
  expect(late.error.theirs.text).toBe('语言 1\n\n');
});

test('what cannot be had is a problem in the reader’s language', async () => {
  const path = { id: ids.draft.id };
  const foreign = await clientOf('sister drafter', 'en').GET('/api/v1/drafts/{id}', {
    params: { path },
  });
  expect(foreign.error).toMatchObject({ code: 'record-not-found', status: 404 });
  expect(foreign.error?.title).not.toMatch(/\p{Script=Han}/u);
  const nobody = await clientOf('nobody').GET('/api/v1/me');
  expect(nobody.error?.code).toBe('not-signed-in');
});

test('a text comes byte by byte', async () => {
  const source = await client.GET('/api/v1/versions/{id}/source', {
    ...{ params: { path: { id: ids.version.id } }, parseAs: 'arrayBuffer' },
  });
  expect(new Uint8Array(source.data ?? new ArrayBuffer(0))).toEqual(
    new TextEncoder().encode('\ufeff语言 1\r\n'),
  );
});
