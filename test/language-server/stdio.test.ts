import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StdioServer } from './start-stdio.ts';
import { root, startStdio } from './start-stdio.ts';

let server: StdioServer;

beforeAll(async () => {
  server = await startStdio(root);
});

afterAll(async () => {
  expect(server.editor.logged).toEqual([]);
  expect(await server.stop()).toBe(0);
});

const zibo = 'policies/shandong/zibo/assistance.tiaoli';
const province = 'policies/shandong/assistance-2022.tiaoli';

function stored(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

test('findings have a code, a remedy on its own line and related places', async () => {
  const uri = server.uriOf(zibo);
  await server.editor.open(uri, stored(zibo));
  expect(await server.editor.findings(uri)).toEqual([]);
  await server.editor.edit(uri, stored(zibo).replace('= 75%', '= 50%'));
  const [finding] = await server.editor.findings(uri);
  expect(finding).toMatchObject({ code: 'below-lower-bound', severity: 1, source: 'tiaoli' });
  expect(finding?.message).toMatch(/\n建议：/);
  expect(finding?.relatedInformation).toMatchObject([
    { location: { uri: server.uriOf(province) } },
  ]);
  await server.editor.edit(uri, stored(zibo));
  expect(await server.editor.findings(uri)).toEqual([]);
});
