import type { Whole } from './whole.ts';
import { commonDivisor, divided, minus, plus, times, wholeOf } from './whole.ts';

/**
 * The rows of a simplex tableau in integers: `denominator × basic = Σ coefficients × nonbasic`.
 *
 * `value` is Σ coefficients × values of the nonbasic columns, so that the basic column has value ÷ denominator.
 */
export interface Row {
  denominator: Whole;
  readonly coefficients: Map<number, Whole>;
  value: Whole;
}

export interface Column extends Ends {
  /** The value of a nonbasic column; of a basic one it means nothing. */
  value: Whole;
}

/** The bounds of a column, and the same for reckoning. */
export interface Ends {
  low: bigint | undefined;
  high: bigint | undefined;
  least: Whole | undefined;
  most: Whole | undefined;
}

export interface Tableau {
  readonly columns: Column[];
  /** By basic column. */
  readonly rows: Map<number, Row>;
  /** Bounds that were narrowed, to be given back. */
  readonly trail: { readonly column: number; readonly ends: Readonly<Ends> }[];
  /** How much was reckoned: one for each pivot, and for a large one as many as small ones cost as much. */
  pivots: number;
}

export function createTableau(): Tableau {
  return { columns: [], rows: new Map(), trail: [], pivots: 0 };
}

export function columnOf({ columns }: Tableau, column: number): Column {
  const found = columns[column];
  if (!found) throw new RangeError(`no such column: ${column}`);
  return found;
}

/** A new nonbasic column between bounds, at the end that is nearest to zero. */
export function addColumn(
  tableau: Tableau,
  low: bigint | undefined,
  high: bigint | undefined,
): number {
  const [least, most] = [low, high].map((end) => (end === undefined ? undefined : wholeOf(end)));
  const atLow = least !== undefined && least > 0 ? least : 0;
  const value = most !== undefined && most < atLow ? most : atLow;
  tableau.columns.push({ low, high, least, most, value });
  return tableau.columns.length - 1;
}

/** A new column equal to Σ coefficients × columns, without bounds. */
export function addRow(
  tableau: Tableau,
  terms: readonly { readonly column: number; readonly coefficient: bigint }[],
): number {
  const { rows } = tableau;
  const basic = addColumn(tableau, undefined, undefined);
  const row: Row = { denominator: 1, coefficients: new Map(), value: 0 };
  for (const { column, coefficient } of terms) {
    const defining = rows.get(column);
    const factor = wholeOf(coefficient);
    if (defining) addMultiple(row, factor, defining);
    else addTo(row.coefficients, column, times(factor, row.denominator));
  }
  normalise(row);
  rows.set(basic, row);
  setValue(tableau, row);
  return basic;
}

/** row += coefficient × (defining ÷ its denominator). */
function addMultiple(row: Row, coefficient: Whole, defining: Row): void {
  const divisor = commonDivisor(row.denominator, defining.denominator);
  const byDefining = times(divided(row.denominator, divisor), coefficient);
  scaleRow(row, divided(defining.denominator, divisor));
  for (const [column, value] of defining.coefficients) {
    addTo(row.coefficients, column, times(value, byDefining));
  }
}

function scaleRow(row: Row, by: Whole): void {
  if (by === 1) return;
  row.denominator = times(row.denominator, by);
  for (const [column, value] of row.coefficients) row.coefficients.set(column, times(value, by));
}

function addTo(coefficients: Map<number, Whole>, column: number, amount: Whole): void {
  const known = coefficients.get(column);
  const sum = known === undefined ? amount : plus(known, amount);
  if (sum === 0) coefficients.delete(column);
  else coefficients.set(column, sum);
}

function normalise(row: Row): void {
  if (row.denominator === 1) return;
  let divisor = row.denominator;
  for (const value of row.coefficients.values()) {
    divisor = commonDivisor(divisor, value);
    if (divisor === 1) return;
  }
  row.denominator = divided(row.denominator, divisor);
  for (const [column, value] of row.coefficients) {
    row.coefficients.set(column, divided(value, divisor));
  }
}

function setValue(tableau: Tableau, row: Row): void {
  let value: Whole = 0;
  for (const [column, coefficient] of row.coefficients) {
    const held = columnOf(tableau, column).value;
    if (held !== 0) value = plus(value, times(coefficient, held));
  }
  row.value = value;
}

/** Moves a nonbasic column; the basic ones follow. */
export function moveColumn(tableau: Tableau, column: number, value: Whole): void {
  const moved = columnOf(tableau, column);
  const by = plus(value, minus(moved.value));
  if (by === 0) return;
  moved.value = value;
  for (const row of tableau.rows.values()) {
    const coefficient = row.coefficients.get(column);
    if (coefficient !== undefined) row.value = plus(row.value, times(coefficient, by));
  }
}

/** A pivot touches so many numbers of other rows, or fewer; one that touches more counts for several. */
const numbersOfPivot = 1000;

/** Makes `entering` basic in place of `leaving`, which takes `value`. */
export function pivot(tableau: Tableau, leaving: number, entering: number, value: Whole): void {
  const { rows } = tableau;
  const row = rows.get(leaving);
  const factor = row?.coefficients.get(entering);
  if (!row || factor === undefined) throw new RangeError('no pivot in this place');
  rows.delete(leaving);
  columnOf(tableau, leaving).value = value;
  const solved = solveFor(row, leaving, entering, factor);
  let touched = 0;
  for (const other of rows.values()) {
    const coefficient = other.coefficients.get(entering);
    if (coefficient === undefined) continue;
    other.coefficients.delete(entering);
    substitute(other, coefficient, solved);
    setValue(tableau, other);
    touched += solved.coefficients.size + other.coefficients.size;
  }
  tableau.pivots += 1 + Math.floor(touched / numbersOfPivot);
  rows.set(entering, solved);
  setValue(tableau, solved);
}

/** factor × entering = denominator × leaving − the rest. */
function solveFor(row: Row, leaving: number, entering: number, factor: Whole): Row {
  const isPositive = factor > 0;
  const own = isPositive ? row.denominator : minus(row.denominator);
  const coefficients = new Map<number, Whole>([[leaving, own]]);
  for (const [column, value] of row.coefficients) {
    if (column !== entering) coefficients.set(column, isPositive ? minus(value) : value);
  }
  const solved: Row = { denominator: isPositive ? factor : minus(factor), coefficients, value: 0 };
  normalise(solved);
  return solved;
}

function substitute(row: Row, coefficient: Whole, solved: Row): void {
  scaleRow(row, solved.denominator);
  for (const [column, value] of solved.coefficients) {
    addTo(row.coefficients, column, times(value, coefficient));
  }
  normalise(row);
}
