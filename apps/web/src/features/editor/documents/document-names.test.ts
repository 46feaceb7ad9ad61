import { expect, test } from 'vitest';
import { documentName, findDocuments, folderOf, keywordLanguage } from './document-names.ts';

const path = 'policies/shandong/zibo/assistance.tiaoli';

test.each([
  [
    '语言 1\n\n文件「淄博市医疗救助」 {\n  标识 zibo.assistance；',
    '淄博市医疗救助',
    'zibo.assistance',
  ],
  ['edition 1\ndocument "Zibo" {\n  id zibo.assistance;', 'Zibo', 'zibo.assistance'],
  ['文件「半', 'assistance', undefined],
  ['', 'assistance', undefined],
])('%j', (text, title, id) => {
  expect(documentName(path, text)).toEqual({ path, title, id });
});

test.each([
  ['语言 1', 'zh'],
  ['// note\n/* more */ edition 1', 'en'],
  ['', 'zh'],
  ['x语言 1', 'zh'],
])('keywords of %j', (text, expected) => {
  expect(keywordLanguage(text)).toBe(expected);
});

test('a search finds by title, id and path', () => {
  const all = [
    { path: 'policies/taian/a.tiaoli', title: '泰安市居民大病', id: 'taian.a' },
    { path: 'policies/zibo/b.tiaoli', title: '淄博市救助', id: 'zibo.b' },
    { path: 'policies/zibo/c.tiaoli', title: '居民 taian', id: 'c' },
  ];
  const found = (search: string) => findDocuments(all, search).map(({ path: each }) => each.at(-8));
  expect(found('')).toEqual(['a', 'b', 'c']);
  expect(found('taian')).toEqual(['c', 'a']);
  expect(found('居民 ZIBO')).toEqual(['c']);
  expect(found('none')).toEqual([]);
});

test('the folder of a path', () => {
  expect(folderOf(path)).toBe('policies/shandong/zibo');
});
