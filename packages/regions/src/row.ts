import type { Whole } from './whole.ts';
import { commonDivisor, divided, minus, plus, times } from './whole.ts';

/**
 * One row of a simplex tableau in integers: `denominator × basic = Σ coefficients × nonbasic`.
 *
 * `value` is Σ coefficients × values of the nonbasic columns, so that the basic column has value ÷ denominator.
 */
export interface Row extends Terms {
  denominator: Whole;
  value: Whole;
}

/** The first `size` places of two lists, by column, no coefficient 0; what stands behind them is nothing. */
export interface Terms {
  size: number;
  columns: number[];
  coefficients: Whole[];
}

export function emptyTerms(): Terms {
  return { size: 0, columns: [], coefficients: [] };
}

export function columnAt({ columns }: Terms, place: number): number {
  return columns[place] ?? -1;
}

export function coefficientAt({ coefficients }: Terms, place: number): Whole {
  return coefficients[place] ?? 0;
}

/** The coefficient of a column: 0 where the row does not name it. */
export function coefficientOf(terms: Terms, column: number): Whole {
  let low = 0;
  let high = terms.size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (columnAt(terms, middle) < column) low = middle + 1;
    else high = middle;
  }
  return low < terms.size && columnAt(terms, low) === column ? coefficientAt(terms, low) : 0;
}

/**
 * Σ of the row += coefficient × Σ of the other ÷ its denominator, the value likewise; of the column `without` nothing is left.
 *
 * The sum is written into the lists of `spare`, which takes those of the row.
 */
export function addMultiple(
  row: Row,
  coefficient: Whole,
  other: Row,
  spare: Terms,
  without = -1,
): void {
  const divisor = commonDivisor(other.denominator, coefficient);
  const byRow = divided(other.denominator, divisor);
  const byOther = divided(coefficient, divisor);
  row.value = plus(times(row.value, byRow), times(byOther, other.value));
  writeSum(spare, row, byRow, other, byOther, without);
  exchange(row, spare);
  if (byRow === 1) return;
  row.denominator = times(row.denominator, byRow);
  if (row.denominator > roomy) normalise(row);
}

/** From which denominator on a row is divided by what its numbers have in common: below, that costs more than it saves. */
const roomy = 2 ** 16;

function writeSum(
  sum: Terms,
  left: Terms,
  byLeft: Whole,
  right: Terms,
  byRight: Whole,
  without: number,
): void {
  sum.size = 0;
  let at = 0;
  let from = 0;
  while (at < left.size || from < right.size) {
    const column = at < left.size ? columnAt(left, at) : Infinity;
    const other = from < right.size ? columnAt(right, from) : Infinity;
    if (column < other) {
      if (column !== without) put(sum, column, times(coefficientAt(left, at), byLeft));
      at += 1;
    } else if (other < column) {
      put(sum, other, times(coefficientAt(right, from), byRight));
      from += 1;
    } else {
      const own = times(coefficientAt(left, at), byLeft);
      put(sum, column, plus(own, times(coefficientAt(right, from), byRight)));
      at += 1;
      from += 1;
    }
  }
}

function put(terms: Terms, column: number, coefficient: Whole): void {
  if (coefficient === 0) return;
  terms.columns[terms.size] = column;
  terms.coefficients[terms.size] = coefficient;
  terms.size += 1;
}

function exchange(row: Row, spare: Terms): void {
  const { columns, coefficients } = row;
  row.columns = spare.columns;
  row.coefficients = spare.coefficients;
  row.size = spare.size;
  spare.columns = columns;
  spare.coefficients = coefficients;
}

function normalise(row: Row): void {
  if (row.denominator === 1) return;
  let divisor = row.denominator;
  for (let at = 0; at < row.size; at += 1) {
    divisor = commonDivisor(divisor, coefficientAt(row, at));
    if (divisor === 1) return;
  }
  row.denominator = divided(row.denominator, divisor);
  row.value = divided(row.value, divisor);
  for (let at = 0; at < row.size; at += 1) {
    row.coefficients[at] = divided(coefficientAt(row, at), divisor);
  }
}

/** Of the row of `basic` the row of `column`, which it names: what is known of the value is left to set. */
export function solvedFor(row: Row, basic: number, column: number): Row {
  const factor = coefficientOf(row, column);
  const isPositive = factor > 0;
  const own = isPositive ? row.denominator : minus(row.denominator);
  const solved: Row = {
    ...emptyTerms(),
    denominator: isPositive ? factor : minus(factor),
    value: 0,
  };
  let isIn = false;
  for (let at = 0; at < row.size; at += 1) {
    const each = columnAt(row, at);
    if (!isIn && each > basic) {
      put(solved, basic, own);
      isIn = true;
    }
    if (each === column) continue;
    const coefficient = coefficientAt(row, at);
    put(solved, each, isPositive ? minus(coefficient) : coefficient);
  }
  if (!isIn) put(solved, basic, own);
  normalise(solved);
  return solved;
}
