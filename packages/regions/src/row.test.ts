import { expect, test } from 'vitest';
import type { Row } from './row.ts';
import {
  addMultiple,
  coefficientOf,
  emptyTerms,
  rowOfColumn,
  solveFor,
  termsOfRow,
} from './row.ts';
import { bigOf, wholeOf } from './whole.ts';

// Numbers that stay small, that pass the safe integers on the way, and that lie far beyond them.

const columns = [3, 5, 8, 13];

function rowOf(coefficients: readonly bigint[], denominator = 1n): Row {
  const row: Row = { ...emptyTerms(), denominator: 1, value: 0 };
  for (const [at, coefficient] of coefficients.entries()) {
    const held = rowOfColumn(columns[at] ?? 0, at + 1);
    addMultiple(row, wholeOf(coefficient), held, emptyTerms());
  }
  return { ...row, denominator: wholeOf(denominator) };
}

/** By column: numerator and denominator. */
function ratesOf(row: Row): readonly (readonly [bigint, bigint])[] {
  return columns.map((column) => [bigOf(coefficientOf(row, column)), bigOf(row.denominator)]);
}

function expectSame(row: Row, expected: readonly (readonly [bigint, bigint])[]): void {
  for (const [at, [numerator, denominator]] of ratesOf(row).entries()) {
    const [own = 0n, over = 1n] = expected[at] ?? [];
    expect(numerator * over).toBe(own * denominator);
  }
  const named = termsOfRow(row).map(({ column }) => column);
  expect(named).toEqual(named.toSorted((one, other) => one - other));
  expect(termsOfRow(row).every(({ coefficient }) => coefficient !== 0)).toBe(true);
}

const factors = [1n, -7n, 94_906_267n, 2n ** 51n + 1n, -(2n ** 60n) + 3n];

test.each(factors.flatMap((one) => factors.map((other) => [one, other] as const)))(
  'adds and solves with %d and %d as with fractions',
  (one, other) => {
    const left = [6n * one, 0n, -4n * other, 10n];
    const right = [one, 3n, 2n * other, -5n];
    const [over, by] = [12n, 3n];
    const row = rowOf(left);
    // Σ left + by × Σ right ÷ over
    addMultiple(row, wholeOf(by), rowOf(right, over), emptyTerms());
    const sum = columns.map((_, at) => (left[at] ?? 0n) * over + by * (right[at] ?? 0n));
    expectSame(
      row,
      sum.map((each) => [each, over]),
    );
    const total = sum.reduce((all, each, at) => all + each * BigInt(at + 1), 0n);
    expect(bigOf(row.value) * over).toBe(total * bigOf(row.denominator));
    // The row is that of column 7; then that of one of those that it names, and 7 stands in its place.
    for (const [at, column] of columns.entries()) {
      const pivot = right[at] ?? 0n;
      const solved = rowOf(right, over);
      solveFor(solved, 7, column);
      const expected = right.map((each, place) => [place === at ? 0n : -each, pivot] as const);
      expectSame(solved, expected);
      const own = bigOf(coefficientOf(solved, 7));
      expect(own * pivot).toBe(over * bigOf(solved.denominator));
    }
    const without = rowOf(left);
    addMultiple(without, wholeOf(by), rowOf(right, over), emptyTerms(), 13);
    expect(coefficientOf(without, 13)).toBe(0);
  },
);
