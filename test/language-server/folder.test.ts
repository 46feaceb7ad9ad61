import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver/node';
import type { StdioServer } from './start-stdio.ts';
import { startStdio } from './start-stdio.ts';

/** Names as people give them: with blanks, in Chinese, with a percent sign. */
const folder = mkdtempSync(join(tmpdir(), '条例 100% '));
const base = documentOf('国家', '参数 甲：金额 = 1元；');
const above = '依据 国家；';
const user = documentOf('乙', '定义 丙：金额 = 甲；', above);

let server: StdioServer;

beforeAll(async () => {
  mkdirSync(join(folder, 'policies', '国家 一级'), { recursive: true });
  writeFileSync(join(folder, 'policies', '国家 一级', '甲.tiaoli'), base);
  writeFileSync(join(folder, 'policies', '乙.tiaoli'), user);
  writeFileSync(join(folder, 'elsewhere.tiaoli'), 'no policy at all');
  server = await startStdio(folder);
});

afterAll(async () => {
  expect(server.editor.logged).toEqual([]);
  expect(await server.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

function documentOf(name: string, statements: string, basis = ''): string {
  return `文件「${name}」 { 层级 国家； 施行 自 2024-01-01； ${basis} }\n条「一」"原文" { ${statements} }\n`;
}

const unknown = documentOf('乙', '定义 丙：金额 = 丁；', above);

test('a document rests on one that is only stored, in the editor’s own spelling of its URI', async () => {
  const uri = server.uriOf('policies/乙.tiaoli').replace('%E4', '%e4');
  await server.editor.open(uri, user);
  expect((await server.editor.findings(uri)).filter(({ severity }) => severity === 1)).toEqual([]);
  await server.editor.edit(uri, unknown);
  expect(await server.editor.findings(uri)).toMatchObject([{ code: 'unresolved-name' }]);
  await server.editor.edit(uri, user);
  await server.editor.findings(uri);
});

test('a stored document that changes outside the editor is read again', async () => {
  const uri = server.uriOf('policies/国家 一级/甲.tiaoli');
  writeFileSync(join(folder, 'policies', '国家 一级', '甲.tiaoli'), base.replace('甲：', '戊：'));
  const open = server.uriOf('policies/乙.tiaoli').replace('%E4', '%e4');
  const errors = (all: readonly Diagnostic[]) => all.filter(({ severity }) => severity === 1);
  const told = server.editor.nextFindings(open, (all) => errors(all).length > 0);
  await server.editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
  expect((await told).map(({ code }) => code)).toContain('unresolved-name');
  const mended = server.editor.nextFindings(open, (all) => errors(all).length === 0);
  writeFileSync(join(folder, 'policies', '国家 一级', '甲.tiaoli'), base);
  await server.editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
  expect(errors(await mended)).toEqual([]);
});

test('a question about an unknown document has an empty answer', async () => {
  const textDocument = { uri: server.uriOf('policies/没有.tiaoli') };
  const context = { diagnostics: [] };
  const position = { line: 0, character: 0 };
  const range = { start: position, end: position };
  expect(await server.editor.request('textDocument/codeLens', { textDocument })).toEqual([]);
  expect(
    await server.editor.request('textDocument/codeAction', { textDocument, range, context }),
  ).toEqual([]);
  expect(await server.editor.request('tiaoli/runExamples', textDocument)).toEqual({ examples: [] });
});

test('a request without a document is refused, and an unknown method too', async () => {
  await expect(server.editor.request('textDocument/codeLens', {})).rejects.toThrow('no document');
  await expect(server.editor.request('textDocument/nonsense', {})).rejects.toThrow(/nonsense/);
});

test('only the newest of many keys is checked, and a cancelled request is not answered', async () => {
  const uri = server.uriOf('policies/新.tiaoli');
  await server.editor.open(uri, base);
  for (let key = 0; key < 200; key += 1) {
    await server.editor.edit(uri, `${unknown}// ${'键'.repeat(key)}`);
  }
  expect((await server.editor.findings(uri)).map(({ code }) => code)).toContain('unresolved-name');
  const versions = server.editor.published.filter((each) => each.uri === uri);
  expect(versions.length).toBeLessThan(20);
  const closed = server.editor.nextFindings(uri);
  await server.editor.notify('textDocument/didClose', { textDocument: { uri } });
  expect(await closed).toEqual([]);
});

test('a server whose editor is gone ends by itself', async () => {
  const other = await startStdio(folder);
  const ended = new Promise((resolve) => other.child.on('exit', resolve));
  other.child.stdin?.end();
  expect(await ended).toBe(1);
  other.editor.connection.dispose();
});
