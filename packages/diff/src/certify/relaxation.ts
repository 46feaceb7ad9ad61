import type { Rational } from '@tiaoli/base';
import { floor, leastCommonMultiple, multiply, negate, rational } from '@tiaoli/base';
import type { Known, Linear, Share, Terms } from '@tiaoli/certificate';
import { factOf, keyOf, scale, termOf } from '@tiaoli/certificate';
import type { Tableau } from '@tiaoli/regions';
import {
  addColumn,
  addRow,
  assertHigh,
  assertLow,
  columnOf,
  columnValue,
  createTableau,
  giveBack,
  isFeasible,
  maximise,
  minimise,
  termsOfRow,
} from '@tiaoli/regions';

/** What is known of one part of the domain as bounds of columns, each with the fact that it comes from. */
export interface Relaxation {
  readonly terms: Terms;
  readonly tableau: Tableau;
  readonly columns: Map<number, number>;
  /** By the key of a form. */
  readonly rows: Map<string, number>;
  /** Why a column is not below, or not above, its bound. */
  low: Map<number, Share>;
  high: Map<number, Share>;
  /** Terms whose range and residue are taken down. */
  entered: Set<number>;
  facts: number;
}

export interface Mark {
  readonly trail: number;
  readonly facts: number;
  readonly low: Map<number, Share>;
  readonly high: Map<number, Share>;
  readonly entered: Set<number>;
}

/** The effort of one question to the tableau. */
const mostPivots = 3000;

export function createRelaxation(terms: Terms): Relaxation {
  return {
    ...{ terms, tableau: createTableau(), columns: new Map(), rows: new Map() },
    ...{ low: new Map(), high: new Map(), entered: new Set(), facts: 0 },
  };
}

export function markOf({ tableau, low, high, entered, facts }: Relaxation): Mark {
  return {
    ...{ trail: tableau.trail.length, facts },
    ...{ low: new Map(low), high: new Map(high), entered: new Set(entered) },
  };
}

export function goBack(relaxation: Relaxation, { trail, ...rest }: Mark): void {
  giveBack(relaxation.tableau, trail);
  Object.assign(relaxation, rest);
}

/** Takes down what was answered since; shares that add up to less than zero where it cannot be. */
export function takeFacts(relaxation: Relaxation, known: Known): readonly Share[] | undefined {
  while (relaxation.facts < known.bounded.length) {
    const at = relaxation.facts;
    relaxation.facts += 1;
    const conflict = takeFact(relaxation, known, { of: 'path', at, times: rational(1n) });
    if (conflict) return conflict;
  }
  return undefined;
}

function takeFact(
  relaxation: Relaxation,
  known: Known,
  share: Share,
): readonly Share[] | undefined {
  const fact = factOf(known, share);
  if (!fact) return undefined;
  for (const term of fact.coefficients.keys()) {
    const conflict = enter(relaxation, known, term);
    if (conflict) return conflict;
  }
  // fact × steps = form + constant, whole numbers all of them.
  const numbers = [...fact.coefficients.values(), fact.constant];
  const steps = numbers.map(({ denominator }) => denominator).reduce(leastCommonMultiple, 1n);
  const whole = scale(fact, rational(steps));
  const { column, rises } = columnOfForm(relaxation, whole);
  const own = { ...share, times: multiply(share.times, rational(steps)) };
  const end = rises ? -whole.constant.numerator : whole.constant.numerator;
  return narrow(relaxation, { column, end, isLow: rises, source: own });
}

interface Narrowing {
  readonly column: number;
  readonly end: bigint;
  readonly isLow: boolean;
  readonly source: Share;
}

function narrow(
  { tableau, low, high }: Relaxation,
  { column, end, isLow, source }: Narrowing,
): readonly Share[] | undefined {
  const before = columnOf(tableau, column);
  const held = isLow ? before.low : before.high;
  const isPossible = (isLow ? assertLow : assertHigh)(tableau, column, end);
  if (!isPossible) {
    const other = (isLow ? high : low).get(column);
    return other ? [source, other] : undefined;
  }
  const now = columnOf(tableau, column);
  if ((isLow ? now.low : now.high) !== held) (isLow ? low : high).set(column, source);
  return undefined;
}

/** Takes down the range of a term, and what a rounding leaves over. */
function enter(relaxation: Relaxation, known: Known, term: number): readonly Share[] | undefined {
  if (relaxation.entered.has(term)) return undefined;
  relaxation.entered.add(term);
  const { floor: rounding } = termOf(relaxation.terms, term);
  const kinds = rounding ? (['low', 'high', 'rest', 'full'] as const) : (['low', 'high'] as const);
  for (const of of kinds) {
    const conflict = takeFact(relaxation, known, { of, at: term, times: rational(1n) });
    if (conflict) return conflict;
  }
  return undefined;
}

/** The column of a form of whole numbers less its constant, or of its opposite. */
function columnOfForm(
  relaxation: Relaxation,
  form: Linear,
): { readonly column: number; readonly rises: boolean } {
  const parts = [...form.coefficients].toSorted(([left], [right]) => left - right);
  const [[first, coefficient] = [0, rational(1n)]] = parts;
  const rises = coefficient.numerator > 0n;
  if (parts.length === 1 && (coefficient.numerator === 1n || coefficient.numerator === -1n)) {
    return { column: columnOfTerm(relaxation, first), rises };
  }
  const upright = { ...(rises ? form : scale(form, rational(-1n))), constant: rational(0n) };
  const key = keyOf(upright);
  const known = relaxation.rows.get(key);
  if (known !== undefined) return { column: known, rises };
  const terms = [...upright.coefficients].map(([term, each]) => ({
    column: columnOfTerm(relaxation, term),
    coefficient: each.numerator,
  }));
  const column = addRow(relaxation.tableau, terms);
  relaxation.rows.set(key, column);
  return { column, rises };
}

function columnOfTerm({ tableau, columns }: Relaxation, term: number): number {
  const known = columns.get(term);
  if (known !== undefined) return known;
  const column = addColumn(tableau, undefined, undefined);
  columns.set(term, column);
  return column;
}

/** Shares that add up to less than zero, where the columns have no values within all bounds. */
export function contradictionIn(relaxation: Relaxation): readonly Share[] | undefined {
  const { tableau } = relaxation;
  if (isFeasible(tableau, tableau.pivots + mostPivots) !== false) return undefined;
  for (const [basic, row] of tableau.rows) {
    const { low, high } = columnOf(tableau, basic);
    const { numerator, denominator } = columnValue(tableau, basic);
    const isLow = low !== undefined && numerator < low * denominator;
    if (!isLow && !(high !== undefined && numerator > high * denominator)) continue;
    const own = (isLow ? relaxation.low : relaxation.high).get(basic);
    const others = sharesOfRow(relaxation, row, isLow);
    if (own && others) return [own, ...others];
  }
  return undefined;
}

type TableauRow = Tableau['rows'] extends ReadonlyMap<number, infer R> ? R : never;

/** What keeps a row from rising, or from falling; undefined where something does not. */
function sharesOfRow(
  { tableau, low, high }: Relaxation,
  row: TableauRow,
  upwards: boolean,
): readonly Share[] | undefined {
  const shares: Share[] = [];
  for (const { column, coefficient } of termsOfRow(row)) {
    const atHigh = coefficient > 0 === upwards;
    const { most, least, value } = columnOf(tableau, column);
    const source = (atHigh ? high : low).get(column);
    if (!source || value !== (atHigh ? most : least)) return undefined;
    const count = BigInt(coefficient);
    const by = rational(count < 0n ? -count : count, BigInt(row.denominator));
    shares.push({ ...source, times: multiply(source.times, by) });
  }
  return shares;
}

/** What the least value of a form rests on; undefined where it has none, or none was found. */
export function sharesBelow(
  relaxation: Relaxation,
  known: Known,
  form: Linear,
): readonly Share[] | undefined {
  if (form.coefficients.size === 0) return [];
  for (const term of form.coefficients.keys()) enter(relaxation, known, term);
  const { tableau } = relaxation;
  if (isFeasible(tableau, tableau.pivots + mostPivots) !== true) return undefined;
  const parts = [...form.coefficients.values()].map(({ denominator }) => denominator);
  const steps = parts.reduce(leastCommonMultiple, 1n);
  const { column, rises } = columnOfForm(relaxation, scale(form, rational(-steps)));
  const limit = tableau.pivots + mostPivots;
  // The opposite form rises as far as it goes.
  const end = rises ? maximise(tableau, column, limit) : minimise(tableau, column, limit);
  if (end === undefined) return undefined;
  const row = tableau.rows.get(column);
  const own = (rises ? relaxation.high : relaxation.low).get(column);
  const shares = row ? sharesOfRow(relaxation, row, rises) : own && [own];
  const by = rational(1n, steps);
  return shares?.map((share) => ({ ...share, times: multiply(share.times, by) }));
}

/** A whole term that is between two whole numbers where the tableau stands, and the upper one. */
export function fractionalTerm({
  tableau,
  columns,
  terms,
  entered,
}: Relaxation): { readonly term: number; readonly above: Rational } | undefined {
  for (const term of entered) {
    const column = columns.get(term);
    if (column === undefined || !termOf(terms, term).isWhole) continue;
    const { numerator, denominator } = columnValue(tableau, column);
    const value = rational(numerator, denominator);
    if (value.denominator !== 1n) return { term, above: rational(-floor(negate(value))) };
  }
  return undefined;
}
