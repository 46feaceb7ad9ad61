import type { Row, Terms } from './row.ts';
import {
  addMultiple,
  coefficientAt,
  coefficientOf,
  columnAt,
  emptyTerms,
  rowOfColumn,
  solveFor,
} from './row.ts';
import type { Whole } from './whole.ts';
import { minus, plus, times, wholeOf } from './whole.ts';

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
  /** Lists that no row has, for the next sum. */
  readonly spare: Terms;
}

export function createTableau(): Tableau {
  return { columns: [], rows: new Map(), trail: [], pivots: 0, spare: emptyTerms() };
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
  const { rows, spare } = tableau;
  const basic = addColumn(tableau, undefined, undefined);
  const row: Row = { ...emptyTerms(), denominator: 1, value: 0 };
  for (const { column, coefficient } of terms) {
    const factor = times(wholeOf(coefficient), row.denominator);
    const held = rows.get(column) ?? rowOfColumn(column, columnOf(tableau, column).value);
    addMultiple(row, factor, held, spare);
  }
  rows.set(basic, row);
  return basic;
}

function setValue(tableau: Tableau, row: Row): void {
  let value: Whole = 0;
  for (let at = 0; at < row.size; at += 1) {
    const held = columnOf(tableau, columnAt(row, at)).value;
    if (held !== 0) value = plus(value, times(coefficientAt(row, at), held));
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
    const coefficient = coefficientOf(row, column);
    if (coefficient !== 0) row.value = plus(row.value, times(coefficient, by));
  }
}

/** A pivot touches so many numbers of other rows, or fewer; one that touches more counts for several. */
const numbersOfPivot = 1000;

/** Makes `entering` basic in place of `leaving`, which takes `value`. */
export function pivot(tableau: Tableau, leaving: number, entering: number, value: Whole): void {
  const { rows, spare } = tableau;
  const solved = rows.get(leaving);
  if (!solved || coefficientOf(solved, entering) === 0)
    throw new RangeError('no pivot in this place');
  rows.delete(leaving);
  columnOf(tableau, leaving).value = value;
  const before = columnOf(tableau, entering).value;
  solveFor(solved, leaving, entering);
  setValue(tableau, solved);
  let touched = 0;
  for (const other of rows.values()) {
    const coefficient = coefficientOf(other, entering);
    if (coefficient === 0) continue;
    if (before !== 0) other.value = plus(other.value, minus(times(coefficient, before)));
    addMultiple(other, coefficient, solved, spare, entering);
    touched += solved.size + other.size;
  }
  tableau.pivots += 1 + Math.floor(touched / numbersOfPivot);
  rows.set(entering, solved);
}
