import { expect, test } from 'vitest';
import {
  coversLine,
  meets,
  toMonacoPosition,
  toMonacoRange,
  toPosition,
  toRange,
} from './ranges.ts';

const range = (a: number, b: number, c: number, d: number) => ({
  start: { line: a, character: b },
  end: { line: c, character: d },
});

test('there and back', () => {
  const given = range(0, 0, 3, 12);
  const monaco = { startLineNumber: 1, startColumn: 1, endLineNumber: 4, endColumn: 13 };
  expect(toMonacoRange(given)).toEqual(monaco);
  expect(toRange(monaco)).toEqual(given);
  expect(toMonacoPosition({ line: 4, character: 0 })).toEqual({ lineNumber: 5, column: 1 });
  expect(toPosition({ lineNumber: 5, column: 1 })).toEqual({ line: 4, character: 0 });
});

test.each([
  ['apart on a line', range(0, 0, 0, 2), range(0, 3, 0, 4), false],
  ['touching', range(0, 0, 0, 2), range(0, 2, 0, 4), true],
  ['a cursor inside', range(0, 0, 5, 0), range(2, 7, 2, 7), true],
  ['on other lines', range(0, 0, 1, 9), range(2, 0, 3, 0), false],
])('%s', (_what, left, right, expected) => {
  expect(meets(left, right)).toBe(expected);
  expect(meets(right, left)).toBe(expected);
});

test.each([
  [2, false],
  [3, true],
  [5, true],
  [6, false],
])('line %i of lines 3 to 5', (line, expected) => {
  expect(coversLine(range(2, 4, 4, 1), line)).toBe(expected);
});
