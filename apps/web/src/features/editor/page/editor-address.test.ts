import { expect, test } from 'vitest';
import { addressOf, lineOfSearch, pathOfAddress } from './editor-address.ts';

test.each(['policies/a.tiaoli', 'policies/山东省/居民 大病.tiaoli', 'policies/1%.tiaoli'])(
  '%s',
  (path) => {
    expect(pathOfAddress(addressOf(path))).toBe(path);
  },
);

test.each([
  [null, undefined],
  ['12', 12],
  ['0', undefined],
  ['1e3', undefined],
  ['-1', undefined],
  ['99999999', undefined],
])('?line=%s', (given, expected) => {
  expect(lineOfSearch(given)).toBe(expected);
});

test('an address that encodes nothing', () => {
  expect(pathOfAddress('/editor/%')).toBe('%');
  expect(pathOfAddress('/documents')).toBe('');
});
