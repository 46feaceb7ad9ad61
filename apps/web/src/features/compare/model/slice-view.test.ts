import { expect, test } from 'vitest';
import type { PieceAnswer } from '../slice-answers.ts';
import { curveOf, piecesIn, rangeOf, windowEnds } from './slice-view.ts';

const pieces: readonly PieceAnswer[] = [
  piece('0.00', '100.00', '0.00', '0.00'),
  piece('100.01', '300.01', '0.00', '100.00'),
  { ...piece('300.02', '1000.00', '100.00', '100.00'), new: { kind: 'refused' } },
];

test('windows end beyond the case, the last one with the domain', () => {
  expect(windowEnds({ pieces, at: '90.00' })).toEqual([200, 500, 1000]);
  expect(windowEnds({ pieces, at: '900.00' })).toEqual([1000]);
  expect(windowEnds({ pieces: [], at: '0' })).toEqual([0]);
});

test('a curve is cut at the window, and broken where there is no value', () => {
  const window = { from: 0, to: 200.01 };
  const [flat, rising] = curveOf(pieces, (each) => each.new, window);
  expect(flat).toEqual([
    [0, 0],
    [100, 0],
  ]);
  expect(rising?.[1]?.map((each) => each.toFixed(2))).toEqual(['200.01', '50.00']);
  expect(piecesIn(pieces, window)).toHaveLength(2);
  expect(curveOf(pieces, (each) => each.new, { from: 0, to: 1000 })).toHaveLength(2);
});

test('a range holds nought and is never empty', () => {
  expect(rangeOf([])).toEqual([0, 1]);
  expect(rangeOf([[[0, 5]]])).toEqual([0, 5]);
  expect(rangeOf([[[0, -5]]])).toEqual([-5, 0]);
});

function piece(from: string, to: string, first: string, last: string): PieceAnswer {
  const line = { kind: 'line', first, last, slope: '0' } as const;
  return { from, to, old: line, new: line, rules: [] };
}
