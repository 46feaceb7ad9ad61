import { ceilingDivide, floorDivide } from './integers.ts';
import type { Row, Tableau } from './tableau.ts';
import { columnOf, moveColumn, pivot } from './tableau.ts';

/**
 * Linear programming over exact integers: bounds on columns that can be given back, feasibility, greatest values.
 *
 * The general simplex of Dutertre and de Moura. Bounds are integers because every column counts whole units; nothing is
 * ever rounded. Bland's rule, so that it ends.
 */

/** Narrows a column; false when its bounds cross. */
export function assertLow(tableau: Tableau, column: number, low: bigint): boolean {
  const held = columnOf(tableau, column);
  if (held.low !== undefined && held.low >= low) return true;
  if (held.high !== undefined && held.high < low) return false;
  tableau.trail.push({ column, low: held.low, high: held.high });
  held.low = low;
  if (!tableau.rows.has(column) && held.value < low) moveColumn(tableau, column, low);
  return true;
}

export function assertHigh(tableau: Tableau, column: number, high: bigint): boolean {
  const held = columnOf(tableau, column);
  if (held.high !== undefined && held.high <= high) return true;
  if (held.low !== undefined && held.low > high) return false;
  tableau.trail.push({ column, low: held.low, high: held.high });
  held.high = high;
  if (!tableau.rows.has(column) && held.value > high) moveColumn(tableau, column, high);
  return true;
}

/** Gives back the bounds that were narrowed since the trail had this length. */
export function giveBack(tableau: Tableau, length: number): void {
  while (tableau.trail.length > length) {
    const change = tableau.trail.pop();
    if (!change) return;
    const held = columnOf(tableau, change.column);
    held.low = change.low;
    held.high = change.high;
  }
}

/** Finds values within all bounds; false when there are none, undefined when `mostPivots` were not enough. */
export function isFeasible(tableau: Tableau, mostPivots: number): boolean | undefined {
  for (;;) {
    const broken = firstBroken(tableau);
    if (!broken) return true;
    if (tableau.pivots >= mostPivots) return undefined;
    const entering = enteringColumn(tableau, broken.row, broken.isLow);
    if (entering === undefined) return false;
    pivot(tableau, broken.basic, entering, broken.bound);
  }
}

interface Broken {
  readonly basic: number;
  readonly row: Row;
  readonly isLow: boolean;
  readonly bound: bigint;
}

/** The first basic column that is out of its bounds. */
function firstBroken(tableau: Tableau): Broken | undefined {
  let found: Broken | undefined;
  for (const [basic, row] of tableau.rows) {
    if (found && found.basic < basic) continue;
    const { low, high } = columnOf(tableau, basic);
    if (low !== undefined && row.value < low * row.denominator) {
      found = { basic, row, isLow: true, bound: low };
    } else if (high !== undefined && row.value > high * row.denominator) {
      found = { basic, row, isLow: false, bound: high };
    }
  }
  return found;
}

/** The first column that can move the row towards its bound. */
function enteringColumn(tableau: Tableau, row: Row, upwards: boolean): number | undefined {
  let found: number | undefined;
  for (const [column, coefficient] of row.coefficients) {
    if (found !== undefined && found < column) continue;
    if (canMove(tableau, column, coefficient > 0n === upwards)) found = column;
  }
  return found;
}

function canMove(tableau: Tableau, column: number, upwards: boolean): boolean {
  const { low, high, value } = columnOf(tableau, column);
  return upwards ? high === undefined || value < high : low === undefined || value > low;
}

/** The value of any column, as a fraction that need not be in lowest terms. */
export function columnValue(
  tableau: Tableau,
  column: number,
): { readonly numerator: bigint; readonly denominator: bigint } {
  const row = tableau.rows.get(column);
  if (row) return { numerator: row.value, denominator: row.denominator };
  return { numerator: columnOf(tableau, column).value, denominator: 1n };
}

/**
 * The greatest integer that a column may have over the feasible values, where the tableau then stands.
 *
 * Undefined when there is none, or when `mostPivots` were not enough. The tableau must be feasible.
 */
export function maximise(tableau: Tableau, column: number, mostPivots: number): bigint | undefined {
  return optimise(tableau, column, mostPivots, true);
}

/** The least integer, likewise. */
export function minimise(tableau: Tableau, column: number, mostPivots: number): bigint | undefined {
  return optimise(tableau, column, mostPivots, false);
}

function optimise(
  tableau: Tableau,
  column: number,
  mostPivots: number,
  upwards: boolean,
): bigint | undefined {
  for (;;) {
    const row = tableau.rows.get(column);
    const entering = row
      ? enteringColumn(tableau, row, upwards)
      : ownMove(tableau, column, upwards);
    if (entering === undefined) return wholeValue(tableau, column, upwards);
    if (tableau.pivots >= mostPivots) return undefined;
    const rises = (row?.coefficients.get(entering) ?? 1n) > 0n;
    if (!push(tableau, entering, rises === upwards)) return undefined;
  }
}

/** A nonbasic column moves itself. */
function ownMove(tableau: Tableau, column: number, upwards: boolean): number | undefined {
  return canMove(tableau, column, upwards) ? column : undefined;
}

function wholeValue(tableau: Tableau, column: number, upwards: boolean): bigint {
  const { numerator, denominator } = columnValue(tableau, column);
  return upwards ? floorDivide(numerator, denominator) : ceilingDivide(numerator, denominator);
}

interface Limit {
  /** How far the entering column may move: numerator ÷ denominator ≥ 0. */
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly basic: number;
  readonly bound: bigint;
}

/** Moves a nonbasic column as far as it goes; false when nothing stops it. */
function push(tableau: Tableau, column: number, upwards: boolean): boolean {
  let limit: Limit | undefined;
  for (const [basic, row] of tableau.rows) {
    const coefficient = row.coefficients.get(column);
    if (coefficient === undefined) continue;
    const next = limitOf(tableau, basic, row, upwards ? coefficient : -coefficient);
    if (next && (!limit || isNearer(next, limit))) limit = next;
  }
  const own = columnOf(tableau, column);
  const end = upwards ? own.high : own.low;
  if (end !== undefined) {
    const room = upwards ? end - own.value : own.value - end;
    if (!limit || room * limit.denominator <= limit.numerator) {
      moveColumn(tableau, column, end);
      return true;
    }
  }
  if (!limit) return false;
  pivot(tableau, limit.basic, column, limit.bound);
  return true;
}

function limitOf(
  tableau: Tableau,
  basic: number,
  row: Row,
  coefficient: bigint,
): Limit | undefined {
  const { low, high } = columnOf(tableau, basic);
  const bound = coefficient > 0n ? high : low;
  if (bound === undefined) return undefined;
  const room = bound * row.denominator - row.value;
  const [numerator, denominator] = coefficient > 0n ? [room, coefficient] : [-room, -coefficient];
  return { numerator, denominator, basic, bound };
}

function isNearer(left: Limit, right: Limit): boolean {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference < 0n || (difference === 0n && left.basic < right.basic);
}
