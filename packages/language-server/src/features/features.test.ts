import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDate } from '@tiaoli/base';
import { beforeAll, expect, test } from 'vitest';
import type { Hover } from 'vscode-languageserver';
import { ResponseError } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  findClauses,
  findCompletions,
  findDefinition,
  findDocumentSymbols,
  findFoldingRanges,
  findHighlights,
  findHover,
  findInlayHints,
  findLinkedNames,
  findRead,
  findReaders,
  findReferences,
  findSemanticTokens,
  formatDocument,
  formatTyped,
  prepareCalls,
  prepareRename,
  renameSymbol,
  semanticTokensLegend,
} from './index.ts';
import type { SampleSession } from './sample-session.ts';
import { openSession } from './sample-session.ts';

const root = join(import.meta.dirname, '../../../..');
const province = 'policies/shandong/assistance-2022.tiaoli';
const city = 'policies/shandong/taian/assistance.tiaoli';

const sources = readdirSync(join(root, 'policies'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tiaoli'))
  .map((path) => join('policies', path))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

let session: SampleSession;
beforeAll(async () => {
  session = await openSession(sources);
});

function textAt(uri: string, range: Parameters<TextDocument['getText']>[0]): string {
  const text = session.textOf(session.pathOf(uri)) ?? '';
  return TextDocument.create(uri, '', 0, text).getText(range);
}

test('a name of a city leads to the province', () => {
  const found = findDefinition(session, session.at(city, '重点救助比例', 1));
  expect(found.map(({ uri, range }) => [session.pathOf(uri), textAt(uri, range)])).toEqual([
    [province, '重点救助比例'],
  ]);
});

test('references stand in all documents, highlights in one', () => {
  const params = session.at(province, '重点救助比例', 1);
  const all = findReferences(session, { ...params, context: { includeDeclaration: true } });
  const files = new Set(all.map(({ uri }) => session.pathOf(uri)));
  expect(files).toContain(city);
  expect(files).toContain(province);
  expect(all.every(({ uri, range }) => textAt(uri, range) === '重点救助比例')).toBe(true);
  const others = findReferences(session, { ...params, context: { includeDeclaration: false } });
  expect(others).toHaveLength(all.length - 1);
  expect(findHighlights(session, params)).toHaveLength(3);
});

function shown(hover: Hover | null): string {
  const contents = hover?.contents;
  return typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

test('hovering shows the value of the place, the clause, and who says so', () => {
  const hover = findHover(session, session.at(city, '重点救助限额', 1));
  const value = shown(hover);
  expect(value).toContain('**重点救助限额** `keyCap` — 参数 · 金额');
  expect(value).toContain('泰安市，2024-08-01：**33000元**');
  expect(value).toContain(
    '由《泰安市健全重特大疾病医疗保险和救助制度的实施意见》确定，原为 30000元',
  );
  expect(value).toContain('> 转述：对特困人员、低保对象、返贫致贫人口不设起付标准');
  expect(value).toContain('鲁政办发〔2022〕12号');
  const layer = findHover(session, session.at(province, '层 医疗救助', 3));
  expect(shown(layer)).toContain('— 层');
});

test('hovering speaks English to whoever asks in English', async () => {
  const english = await openSession(sources, { language: 'en' });
  const hover = findHover(english, english.at(city, '重点救助限额', 1));
  expect(shown(hover)).toContain('33000 yuan');
});

const everything = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

test('hints show values in force, and what a city replaced', () => {
  const labels = (path: string): readonly unknown[] =>
    findInlayHints(session, { ...session.document(path), range: everything }).map(
      ({ position, label }) => `${position.line + 1} ${label}`,
    );
  expect(labels(city)).toEqual([
    '16 原 70%',
    '21 原 30000元',
    '27 原 50%',
    '28 原 未定',
    '35 原 未定',
    '36 原 70%',
    '37 原 20000元',
  ]);
  expect(labels(province).slice(0, 3)).toEqual(['91 = 70%', '92 = 30000元', '95 = 3000元']);
});

test('hints are those of the day of the session', async () => {
  const early = await openSession(sources, { on: parseDate('2020-01-01') ?? 0 });
  const path = 'policies/qinghai/resident.tiaoli';
  const label = (asked: SampleSession): readonly unknown[] =>
    findInlayHints(asked, { ...asked.document(path), range: everything }).flatMap(
      ({ label: text }) => (typeof text === 'string' && /^= \d/.test(text) ? [text] : []),
    );
  expect(label(session)).toEqual(['= 12000元']);
  expect(label(early)).toEqual(['= 5000元']);
});

test('completion is found by pinyin and replaces the half-typed word', async () => {
  const own = await openSession(sources);
  const text = `${own.textOf(city)}\n层 新 { 限额 每年 zdjz`;
  await own.change({ path: city, text });
  const { items } = findCompletions(own, own.at(city, 'zdjz', 4));
  const item = items.find(({ label }) => label === '重点救助限额');
  expect(item?.filterText).toContain('zdjzxe');
  const edit = item?.textEdit;
  const range = edit && 'range' in edit ? edit.range : everything;
  expect(range.end.character - range.start.character).toBe(4);
  expect(item?.labelDetails?.description).toContain('山东省');
});

test('renaming edits all documents, or says why not', () => {
  const params = session.at(city, '重点救助限额', 1);
  expect(prepareRename(session, params)).toMatchObject({ placeholder: '重点救助限额' });
  const edit = renameSymbol(session, { ...params, newName: '重点人员限额' });
  const changes = edit instanceof ResponseError ? {} : (edit.changes ?? {});
  expect(Object.keys(changes).map((uri) => session.pathOf(uri))).toEqual(
    expect.arrayContaining([province, city]),
  );
  const refused = renameSymbol(session, { ...params, newName: '重点救助比例' });
  expect(refused).toBeInstanceOf(ResponseError);
  expect(refused instanceof ResponseError ? refused.message : '').toContain('换一个名称');
  expect(prepareRename(session, session.at(city, '确定'))).toBeInstanceOf(ResponseError);
});

test('the outline, folds and clauses of a policy', () => {
  const symbols = findDocumentSymbols(session, session.document(province));
  const clause = symbols.find(({ name }) => name === '医疗救助');
  expect(clause?.children?.map(({ name }) => name)).toEqual(['医疗救助']);
  expect(clause?.children?.[0]?.children?.map(({ name }) => name)).toEqual([
    '重点',
    '边缘',
    '因病致贫',
  ]);
  expect(findFoldingRanges(session, session.document(province)).length).toBeGreaterThan(10);
  const [, , , uncoded] = findClauses(session, { uri: session.uriOf(city) });
  expect(uncoded).toMatchObject({ name: '「因病致贫重病患者」', status: 'uncoded' });
  const [first] = findClauses(session, { uri: session.uriOf(city) });
  expect(first?.source).toMatch(/^转述：特困人员.*，等级 A，转述$/);
});

test('colours are told relative to each other, by a legend that fits', () => {
  const { data } = findSemanticTokens(session, session.document(province));
  expect(data.length % 5).toBe(0);
  let line = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [lines = -1, characters = -1, length = 0, type = -1] = data.slice(index, index + 5);
    line += lines;
    expect(lines >= 0 && (lines > 0 || characters > 0 || index === 0) && length > 0).toBe(true);
    expect(semanticTokensLegend.tokenTypes[type]).toBeDefined();
  }
  expect(line).toBeGreaterThan(90);
  expect(semanticTokensLegend.tokenModifiers.length).toBeLessThan(32);
});

test('formatting touches only lines that change, and nothing that does not parse', async () => {
  const own = await openSession(sources);
  expect(formatDocument(own, own.document(city))).toEqual([]);
  const text = (own.textOf(city) ?? '').replace('  地区 泰安市；', '      地区   泰安市;');
  await own.change({ path: city, text });
  expect(formatDocument(own, own.document(city))).toEqual([
    {
      range: { start: { line: 43, character: 0 }, end: { line: 44, character: 0 } },
      newText: '  地区 泰安市；\n',
    },
  ]);
  await own.change({ path: city, text: `${text}层 {` });
  expect(formatDocument(own, own.document(city))).toEqual([]);
});

test('a parameter tells what it was in every version, and what the place at hand made of it', () => {
  const path = 'policies/shanxi/resident-outpatient-2024.tiaoli';
  const text = session.textOf(path) ?? '';
  const name = /参数 ([^：]+)：/.exec(text)?.[1] ?? '';
  const value = shown(findHover(session, session.at(path, `参数 ${name}`, 4)));
  expect(value).toContain('沿革');
  expect(value).toMatch(/- 自 20\d\d-\d\d-\d\d.*《.*》/);
});

test('a value leads to what reads it and to what it reads', () => {
  const [item] = prepareCalls(session, session.at(province, '重点救助比例', 1)) ?? [];
  expect(item).toMatchObject({ name: '重点救助比例', detail: expect.stringContaining('参数') });
  const readers = findReaders(session, { item: item ?? expect.unreachable() });
  expect(readers.map(({ from }) => from.name)).toContain('医疗救助');
  const layer = readers.find(({ from }) => from.name === '医疗救助')?.from ?? expect.unreachable();
  const read = findRead(session, { item: layer });
  expect(read.map(({ to }) => to.name)).toEqual(expect.arrayContaining(['重点救助比例']));
  for (const { fromRanges } of read) {
    for (const range of fromRanges) expect(textAt(layer.uri, range)).not.toBe('');
  }
  expect(prepareCalls(session, session.at(province, '文件'))).toBeNull();
  const foreign = { ...layer, data: { kind: 'no such kind', id: 1 } };
  expect(findReaders(session, { item: foreign })).toEqual([]);
});

test('names that are typed at their declaration are linked, with a pattern for what a name is', () => {
  const found = findLinkedNames(session, session.at(province, '层 医疗救助', 3));
  expect(found).toBeNull();
});

test.each([
  ['a statement', '参数  甲 ：金额=1元；', '；', '参数 甲：金额 = 1元；'],
  ['a block', '层 乙 {\n支付方   统筹基金；\n}', '}', '层 乙 {\n  支付方 统筹基金；\n}'],
  ['the line before', '参数  甲 ：金额=1元；\n', '\n', '参数 甲：金额 = 1元；\n'],
])('%s is formatted as it ends, and nothing before it', async (_, typed, ch, formatted) => {
  const path = 'typed.tiaoli';
  const before = '参数   乱：金额=2元；\n';
  const own = await openSession([{ path, text: `${before}${typed}\n参数   后：金额=3元；\n` }]);
  const params = own.at(path, typed, typed.length);
  const edits = formatTyped(own, { ...params, ch });
  const document = TextDocument.create('', '', 0, own.textOf(path) ?? '');
  expect(TextDocument.applyEdits(document, edits)).toBe(
    `${before}${formatted}\n参数   后：金额=3元；\n`,
  );
});

test('nothing moves while the document does not parse', async () => {
  const path = 'typed.tiaoli';
  const own = await openSession([{ path, text: '参数   甲：金额=；\n参数   乙：金额=3元；' }]);
  expect(formatTyped(own, { ...own.at(path, '；', 1), ch: '；' })).toEqual([]);
});
