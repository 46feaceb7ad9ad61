import { expect, test } from 'vitest';
import { hasTag, saveCondition } from './revision-header.ts';

const revision = 'a'.repeat(64);

test.each([
  [{ 'if-match': `"${revision}"` }, { kind: 'revision', revision }],
  [{ 'if-none-match': '*' }, { kind: 'new' }],
  [{}, { kind: 'none' }],
  [{ 'if-match': '*' }, { kind: 'none' }],
  [{ 'if-match': revision }, { kind: 'none' }],
  [{ 'if-match': '"short"' }, { kind: 'none' }],
  [{ 'if-none-match': '"x"' }, { kind: 'none' }],
])('%j', (headers, expected) => {
  expect(saveCondition(new Headers(headers as Record<string, string>))).toEqual(expected);
});

test.each([
  [null, false],
  ['"x"', true],
  ['W/"x"', true],
  ['"y", "x"', true],
  ['"y"', false],
  ['*', true],
])('If-None-Match: %s', (header, expected) => {
  expect(hasTag(header, '"x"')).toBe(expected);
});
