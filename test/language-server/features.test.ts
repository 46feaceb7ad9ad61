import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClauseView } from '@tiaoli/language-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  CompletionList,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  SemanticTokens,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { StdioServer } from './start-stdio.ts';
import { root, startStdio } from './start-stdio.ts';
import { applied, rangeOf, textIn } from './text-places.ts';

const cityPath = 'policies/shandong/zibo/assistance.tiaoli';
const provincePath = 'policies/shandong/assistance-2022.tiaoli';
const city = readFileSync(join(root, cityPath), 'utf8');
const province = readFileSync(join(root, provincePath), 'utf8');

let server: StdioServer;
let uri = '';
let provinceUri = '';

beforeAll(async () => {
  server = await startStdio(root);
  uri = server.uriOf(cityPath);
  provinceUri = server.uriOf(provincePath);
  await server.editor.open(uri, city);
});

afterAll(async () => {
  expect(server.editor.logged).toEqual([]);
  expect(await server.stop()).toBe(0);
});

/** A request about the city's document; at the first place of `words`, if any are given. */
function ask<Answer>(method: string, words?: string, more: object = {}): Promise<Answer> {
  const position = words === undefined ? undefined : rangeOf(words, city).start;
  const params = { textDocument: { uri }, ...(position && { position }), ...more };
  return server.editor.request<Answer>(`textDocument/${method}`, params);
}

const delegated = '重点救助比例';

test('the outline lists clauses with their statements', async () => {
  const symbols = await ask<readonly DocumentSymbol[]>('documentSymbol');
  expect(JSON.stringify(symbols)).toContain('重点救助对象');
  expect(JSON.stringify(symbols)).toContain('两种身份就高不重复');
});

test('blocks fold', async () => {
  const ranges = await ask<readonly FoldingRange[]>('foldingRange');
  const { line } = rangeOf('  据 鲁政办发', city).start;
  expect(ranges.map(({ startLine }) => startLine)).toContain(line);
});

test('every token has a meaning for its colour', async () => {
  const { data } = await ask<SemanticTokens>('semanticTokens/full');
  expect(data.length).toBeGreaterThan(500);
  expect(data.length % 5).toBe(0);
  const { semanticTokensProvider } = server.initialized.capabilities;
  expect(semanticTokensProvider).toMatchObject({ full: true });
});

test('a name leads to its declaration, in another document too', async () => {
  const places = await ask<readonly Location[]>('definition', delegated);
  expect(places.map((place) => place.uri)).toEqual([provinceUri]);
  expect(places.map(({ range }) => textIn(range, province))).toEqual([delegated]);
});

test('references are found in all documents', async () => {
  const context = { includeDeclaration: true };
  const places = await ask<readonly Location[]>('references', delegated, { context });
  expect(new Set(places.map((place) => place.uri)).size).toBeGreaterThan(2);
  expect(places.map((place) => place.uri)).toContain(uri);
});

test('a name is marked wherever it stands in the document', async () => {
  const marks = await ask<readonly DocumentHighlight[]>('documentHighlight', delegated);
  expect(marks.map(({ range }) => textIn(range, city))).toContain(delegated);
});

test('hover quotes the clause', async () => {
  const { contents } = await ask<Hover>('hover', delegated);
  expect(JSON.stringify(contents)).toContain('重点救助对象');
  expect(JSON.stringify(contents)).toMatch(/70%|75%/);
});

test('names are completed by initials', async () => {
  const half = city.replace('确定 重点救助比例 = 75%', '确定 zdjzbl');
  await server.editor.edit(uri, half);
  const position = rangeOf('确定 zdjzbl', half).end;
  const list = await ask<CompletionList>('completion', undefined, { position });
  const item = list.items.find(({ label }) => label === delegated);
  expect(item?.filterText).toContain('zdjzbl');
  await server.editor.edit(uri, city);
});

test('a rename reaches every document', async () => {
  const { changes = {} } = await ask<WorkspaceEdit>('rename', delegated, {
    newName: '一类救助比例',
  });
  expect(Object.keys(changes)).toContain(provinceUri);
  expect(applied(changes[uri] ?? [], city)).toContain('确定 一类救助比例 = 75%');
  expect(await ask('prepareRename', delegated)).not.toBeNull();
});

test('a rename to what is no free name is refused with a sentence', async () => {
  const refused = ask('rename', delegated, { newName: '边缘救助比例' });
  await expect(refused).rejects.toThrow(/边缘救助比例/);
});

test('values in effect stand behind their names', async () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 200, character: 0 } };
  const hints = await ask<readonly InlayHint[]>('inlayHint', undefined, { range });
  expect(hints.length).toBeGreaterThan(0);
});

test('a document is formatted by edits of the lines that change', async () => {
  const untidy = city.replace('  据 鲁政办发', '        据   鲁政办发');
  await server.editor.edit(uri, untidy);
  const options = { tabSize: 2, insertSpaces: true };
  const edits = await ask<readonly TextEdit[]>('formatting', undefined, { options });
  expect(applied(edits, untidy)).toBe(city);
  expect(edits).toHaveLength(1);
  await server.editor.edit(uri, city);
});

test('lines are told that differ from another text', async () => {
  const before = `一行\n${city}`;
  const found = await server.editor.request('tiaoli/differences', { uri, before });
  expect(found).toEqual([{ kind: 'removed', from: 0, to: 0 }]);
});

test('clauses come with their legal text', async () => {
  const clauses = await server.editor.request<readonly ClauseView[]>('tiaoli/clauses', { uri });
  expect(clauses[0]).toMatchObject({ name: '「重点救助对象」', status: 'rules' });
  expect(clauses[0]?.source).toContain('特困人员');
});
