import { expect, test } from 'vitest';
import { assertHigh, assertLow, columnValue, giveBack, isFeasible, maximise } from './simplex.ts';
import { addColumn, addRow, createTableau } from './tableau.ts';

/** Deterministic numbers from a seed (a linear congruence), so that a failure can be run again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % below;
  };
}

const side = 5;

/** Three amounts of 0 to 5 under three random inequalities, and an objective. */
function randomProblem(seed: number) {
  const next = numbers(seed);
  const line = () => [next(9) - 4, next(9) - 4, next(9) - 4];
  const rows = [0, 1, 2].map(() => ({ coefficients: line(), most: next(21) - 6 }));
  return { rows, objective: line() };
}

function points(): readonly (readonly number[])[] {
  const all = Array.from({ length: side + 1 }, (_, at) => at);
  return all.flatMap((a) => all.flatMap((b) => all.map((c) => [a, b, c])));
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, each, at) => sum + each * (right[at] ?? 0), 0);
}

test.each(Array.from({ length: 60 }, (_, seed) => [seed]))('random problem %d', (seed) => {
  const { rows, objective } = randomProblem(seed);
  const tableau = createTableau();
  const columns = [0, 1, 2].map(() => addColumn(tableau, 0n, BigInt(side)));
  const rowOf = (coefficients: readonly number[]) =>
    addRow(
      tableau,
      columns.map((column, at) => ({ column, coefficient: BigInt(coefficients[at] ?? 0) })),
    );
  const goal = rowOf(objective);
  const possible = rows.every(({ coefficients, most }) =>
    assertHigh(tableau, rowOf(coefficients), BigInt(most)),
  );
  const allowed = points().filter((point) =>
    rows.every(({ coefficients, most }) => dot(coefficients, point) <= most),
  );
  const feasible = possible && isFeasible(tableau, 1000) === true;
  // The relaxation may hold points between the integers, so one side only.
  if (allowed.length > 0) expect(feasible).toBe(true);
  if (!feasible) return;
  const most = maximise(tableau, goal, 1000);
  const best = Math.max(...allowed.map((point) => dot(objective, point)));
  expect(Number(most)).toBeGreaterThanOrEqual(best);
  for (const row of rows) {
    const held = columns.map((column) => columnValue(tableau, column));
    const sum = held.reduce(
      (total, { numerator, denominator }, at) =>
        total + (Number(numerator) / Number(denominator)) * (row.coefficients[at] ?? 0),
      0,
    );
    expect(sum).toBeLessThanOrEqual(row.most + 1e-9);
  }
});

test('bounds are given back', () => {
  const tableau = createTableau();
  const x = addColumn(tableau, 0n, 10n);
  const y = addColumn(tableau, 0n, 10n);
  const sum = addRow(tableau, [
    { column: x, coefficient: 1n },
    { column: y, coefficient: 1n },
  ]);
  expect(assertLow(tableau, sum, 5n)).toBe(true);
  const mark = tableau.trail.length;
  expect(assertHigh(tableau, x, 1n) && assertHigh(tableau, y, 3n)).toBe(true);
  expect(isFeasible(tableau, 100)).toBe(false);
  giveBack(tableau, mark);
  expect(isFeasible(tableau, 100)).toBe(true);
  expect(maximise(tableau, sum, 100)).toBe(20n);
});
