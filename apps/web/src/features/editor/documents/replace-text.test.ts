import { expect, test } from 'vitest';
import { smallestReplacement } from './replace-text.ts';

test.each([
  ['甲乙丙', '甲丁丙', { start: 1, end: 2, text: '丁' }],
  ['甲乙丙', '甲丙', { start: 1, end: 2, text: '' }],
  ['甲丙', '甲乙丙', { start: 1, end: 1, text: '乙' }],
  ['', '甲', { start: 0, end: 0, text: '甲' }],
  ['甲', '', { start: 0, end: 1, text: '' }],
  ['aa', 'aaa', { start: 2, end: 2, text: 'a' }],
  ['𠮷野', '𠮸野', { start: 0, end: 2, text: '𠮸' }],
  ['x𠮷', 'x\u{21fb7}', { start: 1, end: 3, text: '\u{21fb7}' }],
])('%j to %j', (before, after, expected) => {
  const found = smallestReplacement(before, after);
  expect(found).toEqual(expected);
  const { start, end, text } = expected;
  expect(before.slice(0, start) + text + before.slice(end)).toBe(after);
});

test('nothing to replace', () => {
  expect(smallestReplacement('甲', '甲')).toBeUndefined();
});
