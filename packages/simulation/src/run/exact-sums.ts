/**
 * Sums of whole numbers by cell: exact however many are added, in whatever order.
 *
 * A cell holds what fits a double without loss; what would not fit is carried over to a big integer.
 */
export interface ExactSums {
  readonly cells: Float64Array;
  readonly carried: Map<number, bigint>;
}

/** Half of what a double holds exactly: two of them may be added. */
export const MOST = 2 ** 52;

export function exactSums(cells: number): ExactSums {
  return { cells: new Float64Array(cells), carried: new Map() };
}

/** Adds weight × value, both whole numbers that a double holds. */
export function addProduct(sums: ExactSums, at: number, weight: number, value: number): void {
  if (value === 0) return;
  const product = weight * value;
  if (product > MOST || product < -MOST) carry(sums, at, BigInt(weight) * BigInt(value));
  else addAmount(sums, at, product);
}

/** Adds a whole number of at most `MOST`, in either direction. */
export function addAmount(sums: ExactSums, at: number, amount: number): void {
  const { cells } = sums;
  const sum = (cells[at] ?? 0) + amount;
  if (sum <= MOST && sum >= -MOST) {
    cells[at] = sum;
    return;
  }
  cells[at] = 0;
  carry(sums, at, BigInt(sum));
}

/** Adds a whole number of any size. */
export function carry({ carried }: ExactSums, at: number, amount: bigint): void {
  if (amount !== 0n) carried.set(at, (carried.get(at) ?? 0n) + amount);
}

/** Adds all cells of another; the result does not depend on what is added first. */
export function addSums(sums: ExactSums, other: ExactSums): void {
  if (sums.cells.length !== other.cells.length) throw new Error('sums of different cells');
  other.cells.forEach((amount, at) => {
    if (amount !== 0) addAmount(sums, at, amount);
  });
  for (const [at, amount] of other.carried) carry(sums, at, amount);
}

export function sumAt({ cells, carried }: ExactSums, at: number): bigint {
  return BigInt(cells[at] ?? 0) + (carried.get(at) ?? 0n);
}
