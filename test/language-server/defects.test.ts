import { PassThrough } from 'node:stream';
import { startLanguageServer } from '@tiaoli/language-server';
import { expect, test } from 'vitest';
import type { CodeLens, Hover } from 'vscode-languageserver/node';
import {
  CancellationTokenSource,
  createConnection,
  createProtocolConnection,
  ErrorCodes,
  LSPErrorCodes,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { createEditor } from './editor.ts';
import { startHere } from './start-here.ts';

const uri = 'tiaoli:///policies/甲.tiaoli';
const text =
  '文件「甲」 { 层级 国家； 施行 自 2024-01-01 }\n参数 乙：金额 = 1元；\n定义 丙：金额 = 乙；\n';
const textDocument = { uri };
const position = { line: 1, character: 3 };

test('what fails is answered as an error and logged, and the server goes on', async () => {
  const editor = await startHere([]);
  await editor.open(uri, text);
  const broken = editor.request('textDocument/hover', { textDocument, position: null });
  await expect(broken).rejects.toMatchObject({ code: ErrorCodes.InternalError });
  expect(editor.logged).toHaveLength(1);
  expect(editor.logged[0]).toContain('textDocument/hover');
  await editor.notify('textDocument/didChange', { textDocument: { uri } });
  const hover = await editor.request<Hover>('textDocument/hover', { textDocument, position });
  expect(JSON.stringify(hover)).toContain('1元');
  expect(editor.logged).toHaveLength(2);
});

test('a request that is cancelled while it waits is not worked out', async () => {
  const editor = await startHere([]);
  await editor.open(uri, text);
  const source = new CancellationTokenSource();
  const params = { textDocument };
  const first = editor.request<readonly CodeLens[]>('textDocument/codeLens', params);
  const cancelled = editor.connection.sendRequest('textDocument/codeLens', params, source.token);
  source.cancel();
  await expect(cancelled).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(await first).toEqual([]);
});

test('nothing is answered before the editor has introduced itself', async () => {
  const [toServer, toEditor] = [new PassThrough(), new PassThrough()];
  const reader = new StreamMessageReader(toServer);
  startLanguageServer(createConnection(reader, new StreamMessageWriter(toEditor)));
  const connection = createProtocolConnection(
    new StreamMessageReader(toEditor),
    new StreamMessageWriter(toServer),
  );
  const editor = createEditor(connection);
  connection.listen();
  await editor.open(uri, text);
  const early = editor.request('textDocument/codeLens', { textDocument });
  await expect(early).rejects.toMatchObject({ code: ErrorCodes.ServerNotInitialized });
});

test('options and sources of a wrong shape are left out', async () => {
  const editor = await startHere([]);
  await editor.notify('tiaoli/setOptions', { language: 7, on: {}, sources: [{ uri: 1 }, null] });
  await editor.notify('tiaoli/updateSources', { changed: 'x', removed: [1, uri] });
  await editor.notify('tiaoli/setOptions', { on: 'no date' });
  await editor.open(uri, text);
  expect(await editor.findings(uri)).toEqual([]);
  expect(editor.logged).toEqual([]);
});

test('a column of a catalogue that has no name yet stands in nobody’s way', async () => {
  const typed = `语言 1
文件「甲」 { 层级 国家； 施行 自 2024-01-01 }
实体 明细 { 输入 代码：文本；  定义 档位：比例 = 目录甲[代码].档 }
目录 目录甲 来源 "a.csv" { 键 编码：文本； 列 }
`;
  const editor = await startHere([]);
  await editor.open(uri, typed);
  const position = { line: 2, character: (typed.split('\n')[2] ?? '').indexOf('.档') + 1 };
  await editor.request('textDocument/hover', { textDocument, position });
  expect(editor.logged).toEqual([]);
});
