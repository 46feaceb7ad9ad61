import { parseRational } from '@tiaoli/base';
import { expect, test } from 'vitest';
import type { Expression } from '../generated/ast.ts';
import type { End } from './interval.ts';
import { contact } from './interval.ts';

function end(text: string, included: boolean): End {
  const node = { $type: 'NameReference', $cstNode: { text } } as unknown as Expression;
  return { node, included, value: parseRational(text) };
}

test.each([
  ['不超过10 · 超过10', end('10', true), end('10', false), 'touch'],
  ['不满10 · 10以上', end('10', false), end('10', true), 'touch'],
  ['不超过10 · 10以上', end('10', true), end('10', true), 'overlap'],
  ['不满10 · 超过10', end('10', false), end('10', false), 'gap'],
  ['不超过10 · 超过12', end('10', true), end('12', false), 'gap'],
  ['不超过12 · 超过10', end('12', true), end('10', false), 'overlap'],
  ['不超过 分界 · 超过 分界', end('分界', true), end('分界', false), 'touch'],
  ['不超过 甲 · 超过 乙', end('甲', true), end('乙', false), 'unknown'],
])('%s: %s', (_, high, low, expected) => {
  expect(contact(high, low)).toBe(expected);
});

test('an open end meets everything', () => {
  expect(contact(undefined, end('10', true))).toBe('overlap');
});
