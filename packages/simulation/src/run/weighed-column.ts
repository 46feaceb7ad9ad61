import type { ExactSums } from './exact-sums.ts';
import { addAmount, addProduct, MOST } from './exact-sums.ts';

/** Weight × value of each person who has a value: made once, then added to many sums. */
export interface WeighedColumn {
  /** Rows of the persons whose product is not nothing, in order. */
  readonly rows: Int32Array;
  readonly weights: Float64Array;
  readonly values: Float64Array;
  /** Of each of `rows`. */
  readonly products: Float64Array;
  /** Whether each product is held without loss, and fits a sum. */
  readonly isExact: boolean;
}

/** Whole numbers that doubles hold. */
export function weighed(weights: Float64Array, values: Float64Array): WeighedColumn {
  // Most columns are of few people: arrays as long as the column would cost more than looking through it twice.
  const some = someIn(weights, values);
  const rows = new Int32Array(some);
  const products = new Float64Array(some);
  let count = 0;
  let isExact = true;
  for (let row = 0; count < some; row += 1) {
    const product = (weights[row] ?? 0) * (values[row] ?? 0);
    if (product === 0) continue;
    rows[count] = row;
    products[count] = product;
    if (product > MOST || product < -MOST) isExact = false;
    count += 1;
  }
  return { weights, values, isExact, rows, products };
}

/** How many products are not nothing. */
function someIn(weights: Float64Array, values: Float64Array): number {
  let count = 0;
  for (let row = 0; row < values.length; row += 1) {
    if (values[row] !== 0 && weights[row] !== 0) count += 1;
  }
  return count;
}

/** Adds the products to the cell of each person, so many cells further. */
export function addColumn(
  sums: ExactSums,
  cells: Int32Array,
  { rows, products, isExact, weights, values }: WeighedColumn,
  shift = 0,
): void {
  if (isExact) {
    for (let at = 0; at < rows.length; at += 1) {
      addAmount(sums, shift + (cells[rows[at] ?? 0] ?? 0), products[at] ?? 0);
    }
    return;
  }
  for (const row of rows) {
    addProduct(sums, shift + (cells[row] ?? 0), weights[row] ?? 0, values[row] ?? 0);
  }
}
