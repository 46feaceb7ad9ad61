import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExamplesAnswer } from '@tiaoli/language-server';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { CodeAction, CodeLens, Range } from 'vscode-languageserver/node';
import type { StdioServer } from './start-stdio.ts';
import { root, startStdio } from './start-stdio.ts';
import { applied, rangeOf } from './text-places.ts';

const path = 'policies/shandong/zibo/assistance.tiaoli';
const provincePath = 'policies/shandong/assistance-2022.tiaoli';
const text = readFileSync(join(root, path), 'utf8');
const province = readFileSync(join(root, provincePath), 'utf8');

let server: StdioServer;
let uri = '';
let provinceUri = '';

beforeAll(async () => {
  server = await startStdio(root);
  uri = server.uriOf(path);
  provinceUri = server.uriOf(provincePath);
  await server.editor.open(uri, text);
});

afterEach(async () => {
  await server.editor.edit(uri, text);
  await server.editor.findings(uri);
});

afterAll(async () => {
  expect(server.editor.logged).toEqual([]);
  expect(await server.stop()).toBe(0);
});

function about(range?: Range) {
  return { textDocument: { uri }, ...(range && { range, position: range.start }) };
}

test('findings have a code, a remedy on its own line, related places and a version', async () => {
  expect(await server.editor.findings(uri)).toEqual([]);
  await server.editor.edit(uri, text.replace('= 75%', '= 50%'));
  const [finding] = await server.editor.findings(uri);
  expect(finding).toMatchObject({ code: 'below-lower-bound', severity: 1, source: 'tiaoli' });
  expect(finding?.message).toMatch(/\n建议：/);
  expect(finding?.relatedInformation).toMatchObject([{ location: { uri: provinceUri } }]);
});

test('a code action mends what is found', async () => {
  const wrong = text.replace('= 75%', '= 50%');
  await server.editor.edit(uri, wrong);
  const actions = await server.editor.request<readonly CodeAction[]>('textDocument/codeAction', {
    ...about(rangeOf('50%', wrong)),
    context: { diagnostics: [], only: ['quickfix'] },
  });
  expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
    ['改为 70%', true],
  ]);
  const edits = actions[0]?.edit?.changes?.[uri] ?? [];
  await server.editor.edit(uri, applied(edits, wrong));
  expect(await server.editor.findings(uri)).toEqual([]);
});

test('a code action converts the keywords', async () => {
  const actions = await server.editor.request<readonly CodeAction[]>('textDocument/codeAction', {
    ...about(rangeOf('文件', text)),
    context: { diagnostics: [], only: ['source.keywords'] },
  });
  const edits = actions[0]?.edit?.changes?.[uri] ?? [];
  expect(actions[0]?.title).toBe('关键字改为英文');
  expect(applied(edits, text)).toContain('document 「');
});

test('an edit is told of in the documents that it breaks, open or not', async () => {
  const closed = server.editor.nextFindings(uri);
  await server.editor.notify('textDocument/didClose', about());
  await closed;
  const broken = server.editor.nextFindings(uri, (all) => all.length > 0);
  await server.editor.open(provinceUri, province.replace('不低于 70%', '不低于 90%'));
  expect((await broken).map(({ code }) => code)).toContain('below-lower-bound');
  const mended = server.editor.nextFindings(uri, (all) => all.length === 0);
  await server.editor.notify('textDocument/didClose', { textDocument: { uri: provinceUri } });
  expect(await mended).toEqual([]);
  await server.editor.open(uri, text);
});

test('the examples of a document run, and say what differs', async () => {
  const run = () => server.editor.request<ExamplesAnswer>('tiaoli/runExamples', { uri });
  const { examples, blocked } = await run();
  expect(blocked).toBeUndefined();
  expect(examples.length).toBeGreaterThan(3);
  expect(examples.filter(({ passed }) => !passed)).toEqual([]);
  expect(examples[0]?.range.start.line).toBe(rangeOf('算例「', text).start.line);
  await server.editor.edit(uri, text.replace('= 75%', '= 80%'));
  const after = (await run()).examples.flatMap(({ comparisons }) => comparisons);
  expect(after.filter(({ agrees }) => !agrees).length).toBeGreaterThan(0);
  await server.editor.edit(uri, text.replace('= 75%', '= 75'));
  expect((await run()).blocked).toMatch(/^本文件第 \d+ 行有错误/);
});

test('a lens over each example runs it', async () => {
  await server.editor.request('tiaoli/runExamples', { uri });
  const lenses = await server.editor.request<readonly CodeLens[]>('textDocument/codeLens', about());
  const titles = lenses.map(({ command }) => command?.title ?? '');
  expect(titles[0]).toBe('▶ 运行算例');
  expect(titles[1]).toMatch(/^✓ \d+ 项相符$/);
  const { command = '', arguments: args } = lenses[0]?.command ?? {};
  const shown = await server.editor.request('workspace/executeCommand', {
    command,
    arguments: args,
  });
  expect(shown).toContain(`算例「${args?.[1]}」：✓`);
  expect(server.editor.shown).toEqual([shown]);
});

test('the language of findings changes with the options', async () => {
  await server.editor.edit(uri, text.replace('= 75%', '= 50%'));
  await server.editor.findings(uri);
  const english = /is 50%, below .*\nHint: Set a value/;
  const told = server.editor.nextFindings(uri, ([first]) => english.test(String(first?.message)));
  await server.editor.notify('tiaoli/setOptions', { language: 'en' });
  expect(await told).toHaveLength(1);
  await server.editor.notify('tiaoli/setOptions', { language: 'zh' });
});
