import { ceilingDivide, floorDivide } from './integers.ts';
import type { Row } from './row.ts';
import { coefficientAt, coefficientOf, columnAt } from './row.ts';
import type { Column, Tableau } from './tableau.ts';
import { columnOf, moveColumn, pivot } from './tableau.ts';
import type { Whole } from './whole.ts';
import { bigOf, minus, plus, times, wholeOf } from './whole.ts';

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
  remember(tableau, column, held);
  held.low = low;
  held.least = wholeOf(low);
  if (!tableau.rows.has(column) && held.value < low) moveColumn(tableau, column, held.least);
  return true;
}

export function assertHigh(tableau: Tableau, column: number, high: bigint): boolean {
  const held = columnOf(tableau, column);
  if (held.high !== undefined && held.high <= high) return true;
  if (held.low !== undefined && held.low > high) return false;
  remember(tableau, column, held);
  held.high = high;
  held.most = wholeOf(high);
  if (!tableau.rows.has(column) && held.value > high) moveColumn(tableau, column, held.most);
  return true;
}

function remember({ trail }: Tableau, column: number, { low, high, least, most }: Column): void {
  trail.push({ column, ends: { low, high, least, most } });
}

/** Gives back the bounds that were narrowed since the trail had this length. */
export function giveBack(tableau: Tableau, length: number): void {
  while (tableau.trail.length > length) {
    const change = tableau.trail.pop();
    if (!change) return;
    Object.assign(columnOf(tableau, change.column), change.ends);
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
  readonly bound: Whole;
}

/** The first basic column that is out of its bounds. */
function firstBroken(tableau: Tableau): Broken | undefined {
  let found: Broken | undefined;
  for (const [basic, row] of tableau.rows) {
    if (found && found.basic < basic) continue;
    const { least, most } = columnOf(tableau, basic);
    if (least !== undefined && row.value < times(least, row.denominator)) {
      found = { basic, row, isLow: true, bound: least };
    } else if (most !== undefined && row.value > times(most, row.denominator)) {
      found = { basic, row, isLow: false, bound: most };
    }
  }
  return found;
}

/** The first column that can move the row towards its bound. */
function enteringColumn(tableau: Tableau, row: Row, upwards: boolean): number | undefined {
  for (let at = 0; at < row.size; at += 1) {
    const column = columnAt(row, at);
    if (canMove(tableau, column, coefficientAt(row, at) > 0 === upwards)) return column;
  }
  return undefined;
}

function canMove(tableau: Tableau, column: number, upwards: boolean): boolean {
  const { least, most, value } = columnOf(tableau, column);
  return upwards ? most === undefined || value < most : least === undefined || value > least;
}

/** The value of any column, as a fraction that need not be in lowest terms. */
export function columnValue(
  tableau: Tableau,
  column: number,
): { readonly numerator: bigint; readonly denominator: bigint } {
  const row = tableau.rows.get(column);
  if (row) return { numerator: bigOf(row.value), denominator: bigOf(row.denominator) };
  return { numerator: bigOf(columnOf(tableau, column).value), denominator: 1n };
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
    const rises = (row ? coefficientOf(row, entering) : 1) > 0;
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
  readonly numerator: Whole;
  readonly denominator: Whole;
  readonly basic: number;
  readonly bound: Whole;
}

/** Moves a nonbasic column as far as it goes; false when nothing stops it. */
function push(tableau: Tableau, column: number, upwards: boolean): boolean {
  let limit: Limit | undefined;
  for (const [basic, row] of tableau.rows) {
    const coefficient = coefficientOf(row, column);
    if (coefficient === 0) continue;
    const next = limitOf(tableau, basic, row, upwards ? coefficient : minus(coefficient));
    if (next && (!limit || isNearer(next, limit))) limit = next;
  }
  const own = columnOf(tableau, column);
  const end = upwards ? own.most : own.least;
  if (end !== undefined) {
    const room = upwards ? difference(end, own.value) : difference(own.value, end);
    if (!limit || times(room, limit.denominator) <= limit.numerator) {
      moveColumn(tableau, column, end);
      return true;
    }
  }
  if (!limit) return false;
  pivot(tableau, limit.basic, column, limit.bound);
  return true;
}

function limitOf(tableau: Tableau, basic: number, row: Row, coefficient: Whole): Limit | undefined {
  const { least, most } = columnOf(tableau, basic);
  const bound = coefficient > 0 ? most : least;
  if (bound === undefined) return undefined;
  const room = difference(times(bound, row.denominator), row.value);
  return coefficient > 0
    ? { numerator: room, denominator: coefficient, basic, bound }
    : { numerator: minus(room), denominator: minus(coefficient), basic, bound };
}

function isNearer(left: Limit, right: Limit): boolean {
  const one = times(left.numerator, right.denominator);
  const other = times(right.numerator, left.denominator);
  return one < other || (one === other && left.basic < right.basic);
}

function difference(left: Whole, right: Whole): Whole {
  return plus(left, minus(right));
}
