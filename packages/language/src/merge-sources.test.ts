import { array, assert, constantFrom, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { mergeSources } from './merge-sources.ts';

const text = (words: string): string => words.split('').join('\n');

test.each([
  ['nobody changed', 'abcde', 'abcde', 'abcde', 'abcde'],
  ['only I', 'abcde', 'abXde', 'abcde', 'abXde'],
  ['only they', 'abcde', 'abcde', 'abXde', 'abXde'],
  ['both the same', 'abcde', 'abXde', 'abXde', 'abXde'],
  ['different lines', 'abcde', 'Xbcde', 'abcYe', 'XbcYe'],
  ['one removes, one adds', 'abcde', 'bcde', 'abcdYe', 'bcdYe'],
  ['both remove', 'abcdefg', 'acdefg', 'abcdef', 'acdef'],
  ['the same line', 'abcde', 'abXde', 'abYde', undefined],
  ['lines that touch', 'abcde', 'aXcde', 'abYde', undefined],
  ['two additions at one place', 'abcde', 'abXcde', 'abYcde', undefined],
  ['an addition where lines are removed', 'abcde', 'abe', 'abcXde', undefined],
  ['two additions at the end', 'abcde', 'abcdeX', 'abcdeY', undefined],
  ['repeated lines are not taken for each other', 'aQbQcQd', 'aQbQcXd', 'YQbQcQd', 'YQbQcXd'],
])('%s', (_, base, mine, theirs, expected) => {
  const wanted = expected === undefined ? undefined : text(expected);
  expect(mergeSources(text(base), text(mine), text(theirs))).toBe(wanted);
  expect(mergeSources(text(base), text(theirs), text(mine))).toBe(wanted);
});

test('the end of the last line is kept as it is', () => {
  expect(mergeSources('甲\n乙\n丙', 'X\n乙\n丙', '甲\n乙\n丙\n')).toBe('X\n乙\n丙\n');
  expect(mergeSources('', '甲\n', '')).toBe('甲\n');
  expect(mergeSources('甲\n', '', '甲\n')).toBe('');
});

test('texts that have nothing in common are not merged', () => {
  const of = (word: string): string =>
    Array.from({ length: 5000 }, (_, at) => `${word}${at}\n`).join('');
  expect(mergeSources(of('a'), of('b'), `${of('a')}c\n`)).toBeUndefined();
});

test('edits of lines that lie apart are both there, whatever the lines are', () => {
  const line = constantFrom('甲', '乙', '丙', '');
  const edit = constantFrom('keep', 'mine', 'theirs');
  assert(
    property(array(tuple(line, edit), { maxLength: 30 }), (rows) => {
      // A mark before and behind each row keeps changes apart, and tells lines from each other.
      const write = (side: 'base' | 'mine' | 'theirs' | 'both'): string =>
        rows
          .map(([word, who], at) => {
            const isChanged = who !== 'keep' && (side === who || side === 'both');
            return `<${at}\n${isChanged ? '改' : word}\n>${at}\n`;
          })
          .join('');
      const both = mergeSources(write('base'), write('mine'), write('theirs'));
      expect(both).toBe(write('both'));
    }),
  );
});
