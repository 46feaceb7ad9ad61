import { expect, test } from 'vitest';
import { changeOf } from './stored-sources.ts';

const source = (path: string, revision: string) =>
  [path, { path, text: '', revision, isReadable: true }] as const;

test('what is new, what is another text, and what is gone', () => {
  const before = new Map([source('a', '1'), source('b', '1'), source('c', '1')]);
  const after = new Map([source('a', '1'), source('b', '2'), source('d', '1')]);
  const { changed, removed } = changeOf(before, after);
  expect(changed.map(({ path }) => path)).toEqual(['b', 'd']);
  expect(removed).toEqual(['c']);
  expect(changeOf(after, after)).toEqual({ changed: [], removed: [] });
});
