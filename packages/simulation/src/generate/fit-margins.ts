/** A way to sort cells, and what the cells of each kind have to add up to. */
export interface Margin {
  readonly kindOf: (cell: number) => number;
  readonly totals: readonly number[];
}

const ROUNDS = 200;
const NEAR_ENOUGH = 1e-10;

/**
 * Iterative proportional fitting: the table nearest to `seed` whose margins are those given. Cells of zero stay zero; the
 * last margin is exact.
 */
export function fitMargins(seed: Float64Array, margins: readonly Margin[]): Float64Array {
  const fitted = Float64Array.from(seed);
  for (let round = 0; round < ROUNDS; round += 1) {
    let worst = 0;
    for (const margin of margins) worst = Math.max(worst, fitOne(fitted, margin));
    if (worst < NEAR_ENOUGH) break;
  }
  return fitted;
}

/** Scales every cell of a kind alike; gives the largest relative change. */
function fitOne(cells: Float64Array, { kindOf, totals }: Margin): number {
  const sums = new Float64Array(totals.length);
  cells.forEach((value, cell) => {
    const kind = kindOf(cell);
    sums[kind] = (sums[kind] ?? 0) + value;
  });
  const factors = totals.map((total, kind) => {
    const sum = sums[kind] ?? 0;
    return sum > 0 ? total / sum : 1;
  });
  cells.forEach((value, cell) => {
    cells[cell] = value * (factors[kindOf(cell)] ?? 1);
  });
  return Math.max(...factors.map((factor) => Math.abs(factor - 1)));
}

/** Whole numbers in the proportions of `shares` that add up to `total`: the largest remainders get one more. */
export function apportion(shares: readonly number[], total: number): readonly number[] {
  const sum = shares.reduce((all, share) => all + share, 0);
  const exact = shares.map((share) => (share / sum) * total);
  const whole = exact.map(Math.floor);
  const left = total - whole.reduce((all, count) => all + count, 0);
  const order = exact
    .map((value, at) => ({ at, rest: value - Math.floor(value) }))
    .sort((one, other) => other.rest - one.rest || one.at - other.at);
  for (const { at } of order.slice(0, left)) whole[at] = (whole[at] ?? 0) + 1;
  return whole;
}

/**
 * Controlled rounding: whole cells that add up to `total`, so that every run of neighbouring cells is within one of what
 * it was. `offset` (0 to 1) decides where the wholes fall; on average over it a cell is what it was.
 */
export function roundTogether(
  cells: ArrayLike<number>,
  total: number,
  offset: number,
): readonly number[] {
  const values = Array.from(cells);
  const sum = values.reduce((all, value) => all + value, 0);
  const rounded: number[] = [];
  let before = 0;
  let running = 0;
  values.forEach((value, at) => {
    running += value;
    const isLast = at === values.length - 1;
    const upTo = isLast ? total : Math.min(total, Math.floor((running / sum) * total + offset));
    rounded.push(upTo - before);
    before = upTo;
  });
  return rounded;
}
