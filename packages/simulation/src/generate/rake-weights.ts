import { exp } from '../random/elementary.ts';

/** A condition on the weights: the sum of weight × value over people is `total`. */
export interface Constraint {
  readonly values: Float64Array;
  readonly total: number;
}

/** No weight is below the first or above the second. */
export type WeightBounds = readonly [number, number];

/** A weight and its derivative by the score of its person. */
type WeightCurve = (u: number) => { readonly weight: number; readonly slope: number };

/** The logit weight of Deville and Särndal: 1 at 0, within the bounds everywhere. */
function weightCurve([low, high]: WeightBounds): WeightCurve {
  const steepness = (high - low) / ((1 - low) * (high - 1));
  return (u) => {
    const grown = exp(steepness * Math.max(-40, Math.min(40, u)));
    const bottom = high - 1 + (1 - low) * grown;
    const weight = (low * (high - 1) + high * (1 - low) * grown) / bottom;
    const slope = (((high - weight) * (weight - low)) / (high - low)) * steepness;
    return { weight, slope };
  };
}

const STEPS = 40;
const HALVINGS = 8;
/** The search ends when no condition is missed by more, of the spread of its values over everybody. */
const NEAR_ENOUGH = 1e-9;

/** Weights, and how far the conditions are missed. */
export interface Raked {
  readonly weights: Float64Array<ArrayBuffer>;
  readonly worst: number;
}

/**
 * Bounded raking: the weights nearest to one that meet the conditions, by Newton's method on the dual. Where the
 * conditions cannot all be met within the bounds, the nearest that was found.
 *
 * Sums run over people in their order, so the result is the same on every machine.
 */
export function rakeWeights(
  people: number,
  constraints: readonly Constraint[],
  bounds: WeightBounds,
): Raked {
  const rows = { ...sparseRows(people, constraints), curve: weightCurve(bounds) };
  const totals = constraints.map(({ total }, at) => total * (rows.scales[at] ?? 1));
  let point = new Float64Array(constraints.length);
  let current = evaluate(rows, point, totals);
  for (let step = 0; step < STEPS && current.worst > NEAR_ENOUGH * people; step += 1) {
    const direction = solve(current.curvature, current.misses);
    const next = walk(rows, totals, { point, current, direction });
    if (!next) break;
    point = next.point;
    current = next.current;
  }
  return { weights: weightsAt(rows, point), worst: current.worst / people };
}

/** The conditions person by person; most people have no part in most of them. */
interface SparseRows {
  readonly people: number;
  readonly starts: Int32Array;
  readonly which: Int32Array;
  readonly values: Float64Array;
  /** What each condition was multiplied by, so that all are of one size. */
  readonly scales: readonly number[];
  readonly curve: WeightCurve;
}

function sparseRows(people: number, constraints: readonly Constraint[]): Omit<SparseRows, 'curve'> {
  const scales = constraints.map(({ values }) => {
    let squares = 0;
    for (const value of values) squares += value * value;
    return squares > 0 ? 1 / Math.sqrt(squares / people) : 1;
  });
  const starts = new Int32Array(people + 1);
  for (const { values } of constraints) {
    values.forEach((value, person) => {
      if (value !== 0) starts[person + 1] = (starts[person + 1] ?? 0) + 1;
    });
  }
  for (let person = 0; person < people; person += 1) {
    starts[person + 1] = (starts[person + 1] ?? 0) + (starts[person] ?? 0);
  }
  const which = new Int32Array(starts[people] ?? 0);
  const values = new Float64Array(which.length);
  const ends = starts.slice(0, people);
  constraints.forEach((constraint, at) => {
    constraint.values.forEach((value, person) => {
      if (value === 0) return;
      const end = ends[person] ?? 0;
      which[end] = at;
      values[end] = value * (scales[at] ?? 1);
      ends[person] = end + 1;
    });
  });
  return { people, starts, which, values, scales };
}

interface Evaluation {
  /** Total − achieved, by condition. */
  readonly misses: Float64Array;
  readonly curvature: readonly Float64Array[];
  readonly worst: number;
}

function scoreOf(rows: SparseRows, point: Float64Array, person: number): number {
  const { starts, which, values } = rows;
  let score = 0;
  for (let at = starts[person] ?? 0; at < (starts[person + 1] ?? 0); at += 1) {
    score += (values[at] ?? 0) * (point[which[at] ?? 0] ?? 0);
  }
  return score;
}

function evaluate(rows: SparseRows, point: Float64Array, totals: readonly number[]): Evaluation {
  const misses = Float64Array.from(totals);
  const curvature = totals.map(() => new Float64Array(totals.length));
  for (let person = 0; person < rows.people; person += 1) {
    addPerson(rows, person, rows.curve(scoreOf(rows, point, person)), { misses, curvature });
  }
  const worst = misses.reduce((most, miss) => Math.max(most, Math.abs(miss)), 0);
  return { misses, curvature, worst };
}

function addPerson(
  { starts, which, values }: SparseRows,
  person: number,
  { weight, slope }: { readonly weight: number; readonly slope: number },
  { misses, curvature }: Pick<Evaluation, 'misses' | 'curvature'>,
): void {
  const end = starts[person + 1] ?? 0;
  for (let one = starts[person] ?? 0; one < end; one += 1) {
    const at = which[one] ?? 0;
    const value = values[one] ?? 0;
    misses[at] = (misses[at] ?? 0) - weight * value;
    const line = curvature[at];
    if (!line) continue;
    for (let other = starts[person] ?? 0; other <= one; other += 1) {
      const column = which[other] ?? 0;
      line[column] = (line[column] ?? 0) + slope * value * (values[other] ?? 0);
    }
  }
}

/** A step in the direction, halved until the conditions are missed by less. */
function walk(
  rows: SparseRows,
  totals: readonly number[],
  {
    point,
    current,
    direction,
  }: {
    readonly point: Float64Array;
    readonly current: Evaluation;
    readonly direction: Float64Array;
  },
): { readonly point: Float64Array<ArrayBuffer>; readonly current: Evaluation } | undefined {
  let length = 1;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const next = Float64Array.from(point, (value, at) => value + length * (direction[at] ?? 0));
    const tried = evaluate(rows, next, totals);
    if (squareSum(tried.misses) < squareSum(current.misses)) return { point: next, current: tried };
    length /= 2;
  }
  return undefined;
}

function squareSum(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

/** Keeps a direction that no person moves in from being divided by nothing; relative to the diagonal. */
const RIDGE = 1e-10;

/** Solves a symmetric system of which the lower half is given (Cholesky). */
function solve(lower: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const factor = lower.map((line) => Float64Array.from(line));
  const cell = (row: number, column: number): number => factor[row]?.[column] ?? 0;
  const set = (row: number, column: number, value: number): void => {
    const line = factor[row];
    if (line) line[column] = value;
  };
  for (let column = 0; column < size; column += 1) {
    let pivot = cell(column, column) * (1 + RIDGE) + RIDGE;
    for (let k = 0; k < column; k += 1) pivot -= cell(column, k) * cell(column, k);
    const root = Math.sqrt(Math.max(pivot, RIDGE));
    set(column, column, root);
    for (let row = column + 1; row < size; row += 1) {
      let value = cell(row, column);
      for (let k = 0; k < column; k += 1) value -= cell(row, k) * cell(column, k);
      set(row, column, value / root);
    }
  }
  const forward = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    let value = right[row] ?? 0;
    for (let k = 0; k < row; k += 1) value -= cell(row, k) * (forward[k] ?? 0);
    forward[row] = value / cell(row, row);
  }
  const solution = new Float64Array(size);
  for (let row = size - 1; row >= 0; row -= 1) {
    let value = forward[row] ?? 0;
    for (let k = row + 1; k < size; k += 1) value -= cell(k, row) * (solution[k] ?? 0);
    solution[row] = value / cell(row, row);
  }
  return solution;
}

function weightsAt(rows: SparseRows, point: Float64Array): Float64Array<ArrayBuffer> {
  const weights = new Float64Array(rows.people);
  for (let person = 0; person < rows.people; person += 1) {
    weights[person] = rows.curve(scoreOf(rows, point, person)).weight;
  }
  return weights;
}
