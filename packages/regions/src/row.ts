import type { Whole } from './whole.ts';
import { commonDivisor, divided, plus, times, wholeOf } from './whole.ts';

/**
 * One row of a simplex tableau in integers: `denominator × basic = Σ coefficients × nonbasic`.
 *
 * `value` is Σ coefficients × values of the nonbasic columns, so that the basic column has value ÷ denominator.
 */
export interface Row extends Terms {
  denominator: Whole;
  value: Whole;
}

/** Coefficients of columns, by column, none 0: the first `size` places of the lists, behind which is nothing. */
export interface Terms {
  size: number;
  columns: Int32Array;
  /** The coefficients, where all are safe integers. */
  small: Float64Array;
  /** The coefficients, where one is not. */
  wide: readonly bigint[] | undefined;
  /** No coefficient is farther from 0; infinite where they are wide. */
  reach: number;
}

/** How many places the lists of a new row have. */
const room = 32;

export function emptyTerms(): Terms {
  return {
    size: 0,
    columns: new Int32Array(room),
    small: new Float64Array(room),
    wide: undefined,
    reach: 0,
  };
}

/** A column by itself. */
export function rowOfColumn(column: number, value: Whole): Row {
  const row: Row = { ...emptyTerms(), denominator: 1, value };
  write(row, [{ column, coefficient: 1 }]);
  return row;
}

export function columnAt({ columns }: Terms, place: number): number {
  return columns[place] ?? -1;
}

export function coefficientAt({ small, wide }: Terms, place: number): Whole {
  return wide ? wholeOf(wide[place] ?? 0n) : (small[place] ?? 0);
}

/** The coefficient of a column: 0 where the row does not name it. */
export function coefficientOf(terms: Terms, column: number): Whole {
  const place = placeOf(terms, column);
  return place < terms.size && terms.columns[place] === column ? coefficientAt(terms, place) : 0;
}

/** The first place with this column or a later one. */
function placeOf({ columns, size }: Terms, column: number): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((columns[middle] ?? 0) < column) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** From which denominator on a row is divided by what its numbers have in common: below, that costs more than it saves. */
const roomy = 2 ** 16;

/** Up to here products and sums of numbers are safe, however the limit itself was reckoned. */
const mostReach = 2 ** 52;

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
  row.denominator = times(row.denominator, byRow);
  const reach = row.reach * Number(byRow) + other.reach * Math.abs(Number(byOther));
  if (reach <= mostReach) {
    writeSum(spare, row, Number(byRow), other, Number(byOther), without);
    exchange(row, spare);
  } else {
    write(row, wideSum(row, byRow, other, byOther, without));
  }
  if (row.wide || row.denominator > roomy) normalise(row);
}

function writeSum(
  sum: Terms,
  left: Terms,
  byLeft: number,
  right: Terms,
  byRight: number,
  without: number,
): void {
  makeRoom(sum, left.size + right.size);
  const { columns, small } = sum;
  let size = 0;
  let reach = 0;
  let at = 0;
  let from = 0;
  while (at < left.size || from < right.size) {
    const one = at < left.size ? (left.columns[at] ?? 0) : Infinity;
    const other = from < right.size ? (right.columns[from] ?? 0) : Infinity;
    const column = Math.min(one, other);
    let total = 0;
    if (one === column) total = (left.small[at++] ?? 0) * byLeft;
    if (other === column) total += (right.small[from++] ?? 0) * byRight;
    if (total === 0 || column === without) continue;
    columns[size] = column;
    small[size++] = total;
    if (total > reach) reach = total;
    else if (-total > reach) reach = -total;
  }
  sum.size = size;
  sum.reach = reach;
  sum.wide = undefined;
}

function makeRoom(terms: Terms, size: number): void {
  if (terms.columns.length >= size) return;
  terms.columns = new Int32Array(2 * size);
  terms.small = new Float64Array(2 * size);
}

function exchange(row: Row, spare: Terms): void {
  const { columns, small } = row;
  row.columns = spare.columns;
  row.small = spare.small;
  row.size = spare.size;
  row.reach = spare.reach;
  row.wide = undefined;
  spare.columns = columns;
  spare.small = small;
}

interface Term {
  readonly column: number;
  readonly coefficient: Whole;
}

/** What a row says, by column. */
export function termsOfRow(terms: Terms): readonly Term[] {
  return Array.from({ length: terms.size }, (_, at) => ({
    column: columnAt(terms, at),
    coefficient: coefficientAt(terms, at),
  }));
}

/** The same sum where numbers may not be safe. */
function wideSum(
  left: Terms,
  byLeft: Whole,
  right: Terms,
  byRight: Whole,
  without: number,
): readonly Term[] {
  const sums = new Map<number, Whole>();
  for (const { column, coefficient } of termsOfRow(left))
    sums.set(column, times(coefficient, byLeft));
  for (const { column, coefficient } of termsOfRow(right)) {
    sums.set(column, plus(sums.get(column) ?? 0, times(coefficient, byRight)));
  }
  sums.delete(without);
  return byColumn([...sums].map(([column, coefficient]) => ({ column, coefficient })));
}

function byColumn(terms: readonly Term[]): readonly Term[] {
  return terms.toSorted((one, other) => one.column - other.column);
}

/** Puts terms, by column, in the place of what the row says. */
function write(row: Row, terms: readonly Term[]): void {
  const kept = terms.filter(({ coefficient }) => coefficient !== 0);
  makeRoom(row, kept.length);
  row.size = kept.length;
  row.wide = undefined;
  row.reach = 0;
  for (const [at, { column, coefficient }] of kept.entries()) {
    row.columns[at] = column;
    row.small[at] = Number(coefficient);
    row.reach = Math.max(row.reach, Math.abs(Number(coefficient)));
  }
  if (kept.every(({ coefficient }) => typeof coefficient === 'number')) return;
  row.wide = kept.map(({ coefficient }) => BigInt(coefficient));
  row.reach = Infinity;
}

function normalise(row: Row): void {
  let divisor = row.denominator;
  for (let at = 0; at < row.size && divisor !== 1; at += 1) {
    divisor = commonDivisor(divisor, coefficientAt(row, at));
  }
  if (divisor === 1) return;
  row.denominator = divided(row.denominator, divisor);
  row.value = divided(row.value, divisor);
  if (!row.wide) {
    divideSmall(row, Number(divisor));
    return;
  }
  write(
    row,
    termsOfRow(row).map(({ column, coefficient }) => ({
      column,
      coefficient: divided(coefficient, divisor),
    })),
  );
}

function divideSmall(row: Row, divisor: number): void {
  const { small, size } = row;
  for (let at = 0; at < size; at += 1) small[at] = (small[at] ?? 0) / divisor;
  row.reach /= divisor;
}

/** Makes of the row of `basic` that of `column`, which it names: factor × column = denominator × basic − the rest. */
export function solveFor(row: Row, basic: number, column: number): void {
  const factor = coefficientOf(row, column);
  const sign = factor > 0 ? -1 : 1;
  const own = times(row.denominator, -sign);
  row.denominator = times(factor, -sign);
  if (row.wide || typeof own !== 'number') {
    const others = termsOfRow(row).filter((each) => each.column !== column);
    const turned = others.map((each) => ({
      column: each.column,
      coefficient: times(each.coefficient, sign),
    }));
    write(row, byColumn([...turned, { column: basic, coefficient: own }]));
  } else {
    replaceSmall(row, column, basic, own, sign);
  }
  normalise(row);
}

/** The coefficient of `column` makes room for one of `other`; the rest is taken `sign` times. */
function replaceSmall(
  row: Row,
  column: number,
  other: number,
  coefficient: number,
  sign: 1 | -1,
): void {
  const { columns, small, size } = row;
  for (let at = 0; at < size; at += 1) small[at] = sign * (small[at] ?? 0);
  const from = placeOf(row, column);
  const to = placeOf(row, other) - (other > column ? 1 : 0);
  for (const list of [columns, small]) {
    if (to > from) list.copyWithin(from, from + 1, to + 1);
    else list.copyWithin(to + 1, to, from);
  }
  columns[to] = other;
  small[to] = coefficient;
  row.reach = Math.max(row.reach, Math.abs(coefficient));
}
