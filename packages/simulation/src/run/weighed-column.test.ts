import { expect, test } from 'vitest';
import { addProduct, exactSums, sumAt } from './exact-sums.ts';
import { addColumn, weighed } from './weighed-column.ts';

const GREAT = 2 ** 52 - 1;

test.each([
  ['small ones', [3, 0, 7, 10_000], [5, 9, -2, 123_456]],
  ['sums beyond what a double holds', [1, 1, 1, 1], [GREAT, GREAT, GREAT, -1]],
  ['products beyond what a double holds', [10_000, 3, 10_001, 1], [GREAT, GREAT - 2, -GREAT, 1]],
] as const)('a column adds up to the same as its people one by one: %s', (_, weights, values) => {
  const [times, amounts] = [Float64Array.from(weights), Float64Array.from(values)];
  const cells = Int32Array.from([2, 0, 2, 1]);
  const [whole, single] = [exactSums(5), exactSums(5)];
  for (const _round of [1, 2]) {
    addColumn(whole, cells, weighed(times, amounts), 2);
    cells.forEach((cell, row) => {
      addProduct(single, cell + 2, times[row] ?? 0, amounts[row] ?? 0);
    });
  }
  const exact = cells.reduce(
    (sums, cell, row) => {
      const product = BigInt(weights[row] ?? 0) * BigInt(values[row] ?? 0);
      sums[cell + 2] = (sums[cell + 2] ?? 0n) + 2n * product;
      return sums;
    },
    [0n, 0n, 0n, 0n, 0n],
  );
  for (const [cell, sum] of exact.entries()) {
    expect(sumAt(whole, cell)).toBe(sum);
    expect(sumAt(single, cell)).toBe(sum);
  }
});
