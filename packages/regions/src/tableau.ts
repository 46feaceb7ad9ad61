import { greatestCommonDivisor } from '@tiaoli/base';

/**
 * The rows of a simplex tableau in integers: `denominator × basic = Σ coefficients × nonbasic`.
 *
 * `value` is Σ coefficients × values of the nonbasic columns, so that the basic column has value ÷ denominator.
 */
export interface Row {
  denominator: bigint;
  readonly coefficients: Map<number, bigint>;
  value: bigint;
}

export interface Column {
  low: bigint | undefined;
  high: bigint | undefined;
  /** The value of a nonbasic column; of a basic one it means nothing. */
  value: bigint;
}

export interface Tableau {
  readonly columns: Column[];
  /** By basic column. */
  readonly rows: Map<number, Row>;
  /** Bounds that were narrowed, to be given back. */
  readonly trail: {
    readonly column: number;
    readonly low: bigint | undefined;
    readonly high: bigint | undefined;
  }[];
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
  const atLow = low !== undefined && low > 0n ? low : 0n;
  const value = high !== undefined && high < atLow ? high : atLow;
  tableau.columns.push({ low, high, value });
  return tableau.columns.length - 1;
}

/** A new column equal to Σ coefficients × columns, without bounds. */
export function addRow(
  tableau: Tableau,
  terms: readonly { readonly column: number; readonly coefficient: bigint }[],
): number {
  const { columns, rows } = tableau;
  columns.push({ low: undefined, high: undefined, value: 0n });
  const basic = columns.length - 1;
  const row: Row = { denominator: 1n, coefficients: new Map(), value: 0n };
  for (const { column, coefficient } of terms) {
    const defining = rows.get(column);
    if (defining) addMultiple(row, coefficient, defining);
    else addTo(row.coefficients, column, coefficient * row.denominator);
  }
  normalise(row);
  rows.set(basic, row);
  setValue(tableau, row);
  return basic;
}

/** row += coefficient × (defining ÷ its denominator). */
function addMultiple(row: Row, coefficient: bigint, defining: Row): void {
  const divisor = greatestCommonDivisor(row.denominator, defining.denominator);
  const byRow = defining.denominator / divisor;
  const byDefining = (row.denominator / divisor) * coefficient;
  if (byRow !== 1n) {
    row.denominator *= byRow;
    for (const [column, value] of row.coefficients) row.coefficients.set(column, value * byRow);
  }
  for (const [column, value] of defining.coefficients) {
    addTo(row.coefficients, column, value * byDefining);
  }
}

function addTo(coefficients: Map<number, bigint>, column: number, amount: bigint): void {
  const sum = (coefficients.get(column) ?? 0n) + amount;
  if (sum === 0n) coefficients.delete(column);
  else coefficients.set(column, sum);
}

function normalise(row: Row): void {
  if (row.denominator === 1n) return;
  let divisor = row.denominator;
  for (const value of row.coefficients.values()) {
    divisor = greatestCommonDivisor(divisor, value);
    if (divisor === 1n) return;
  }
  row.denominator /= divisor;
  for (const [column, value] of row.coefficients) row.coefficients.set(column, value / divisor);
}

function setValue(tableau: Tableau, row: Row): void {
  let value = 0n;
  for (const [column, coefficient] of row.coefficients) {
    const held = columnOf(tableau, column).value;
    if (held !== 0n) value += coefficient * held;
  }
  row.value = value;
}

/** Moves a nonbasic column; the basic ones follow. */
export function moveColumn(tableau: Tableau, column: number, value: bigint): void {
  const moved = columnOf(tableau, column);
  const by = value - moved.value;
  if (by === 0n) return;
  moved.value = value;
  for (const row of tableau.rows.values()) {
    const coefficient = row.coefficients.get(column);
    if (coefficient !== undefined) row.value += coefficient * by;
  }
}

/** Makes `entering` basic in place of `leaving`, which takes `value`. */
export function pivot(tableau: Tableau, leaving: number, entering: number, value: bigint): void {
  const { rows } = tableau;
  const row = rows.get(leaving);
  const factor = row?.coefficients.get(entering);
  if (!row || factor === undefined) throw new RangeError('no pivot in this place');
  tableau.pivots += 1;
  rows.delete(leaving);
  columnOf(tableau, leaving).value = value;
  const solved = solveFor(row, leaving, entering, factor);
  for (const other of rows.values()) {
    const coefficient = other.coefficients.get(entering);
    if (coefficient === undefined) continue;
    other.coefficients.delete(entering);
    substitute(other, coefficient, solved);
    setValue(tableau, other);
  }
  rows.set(entering, solved);
  setValue(tableau, solved);
}

/** factor × entering = denominator × leaving − the rest. */
function solveFor(row: Row, leaving: number, entering: number, factor: bigint): Row {
  const sign = factor > 0n ? 1n : -1n;
  const coefficients = new Map<number, bigint>([[leaving, row.denominator * sign]]);
  for (const [column, value] of row.coefficients) {
    if (column !== entering) coefficients.set(column, -value * sign);
  }
  const solved: Row = { denominator: factor * sign, coefficients, value: 0n };
  normalise(solved);
  return solved;
}

function substitute(row: Row, coefficient: bigint, solved: Row): void {
  const by = solved.denominator;
  if (by !== 1n) {
    row.denominator *= by;
    for (const [column, value] of row.coefficients) row.coefficients.set(column, value * by);
  }
  for (const [column, value] of solved.coefficients) {
    addTo(row.coefficients, column, value * coefficient);
  }
  normalise(row);
}
