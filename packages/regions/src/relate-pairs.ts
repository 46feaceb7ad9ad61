import type { Bounds } from './integers.ts';
import { bounds, ceilingDivide, floorDivide, hullOf } from './integers.ts';
import type { Form } from './linear-form.ts';
import {
  addForms,
  integerForm,
  keyOfForm,
  negateForm,
  numeratorOf,
  scaleForm,
  subtractForms,
  termForm,
  zeroForm,
} from './linear-form.ts';
import type { NumberTerm, Pool } from './pool.ts';
import { numberOf } from './pool.ts';
import { isFeasible } from './simplex.ts';
import type { Space } from './space.ts';
import { assumeAtLeastZero, boundsNow } from './space.ts';
import { rangeOf } from './tighten-floors.ts';

/**
 * Adds what is known of the difference of two terms of one make: (a)⁺ − (b)⁺ lies between 0 and a − b, and so does, within
 * one, what is rounded down. A change that comes in at the top of a long waterfall is bounded all the way down by it,
 * where the range of each term alone says next to nothing.
 *
 * Everything that is added follows from the meaning of the terms: no case is lost. False when nothing can hold.
 */
export function relatePairs(space: Space, forms: readonly Form[]): boolean {
  const known = new Map<string, Bounds>();
  return forms.every((form) => relate(space, numeratorOf(form), known) !== undefined);
}

/** The bounds of an integer form, pairs of terms taken together; undefined when nothing can hold. */
function relate(space: Space, form: Form, known: Map<string, Bounds>): Bounds | undefined {
  const key = keyOfForm(form);
  const found = known.get(key);
  if (found) return found;
  // Terms nest and never in a circle; what is met again on the way down is met with less in it.
  known.set(key, boundsNow(space, form));
  let rest = form;
  let total: Bounds = bounds(0n, 0n);
  for (const pair of pairsIn(space.pool, form)) {
    const own = relatePair(space, pair, known);
    if (!own) return undefined;
    rest = subtractForms(rest, scaleForm(differenceOf(pair), whole(pair.count)));
    total = sumOf(total, timesOf(own, pair.count));
  }
  const sum = meetOf(boundsNow(space, form), sumOf(total, boundsNow(space, rest)));
  const result = narrowed(space, form, sum);
  if (!result) return undefined;
  known.set(key, result);
  return result;
}

/** What the relations of its terms say of a form together, where that is more than what each says by itself. */
function narrowed(space: Space, form: Form, known: Bounds): Bounds | undefined {
  const { tableau } = space;
  if (form.ids.length < 2) return known;
  const mostPivots = tableau.pivots + pivotsForm;
  if (isFeasible(tableau, mostPivots) !== true) return known;
  return meetOf(known, rangeOf(space, form, mostPivots));
}

/** The effort that the range of one form is worth. */
const pivotsForm = 200;

/** `count` × (left − right), of which the terms are made alike. */
interface Pair {
  readonly left: number;
  readonly right: number;
  /** Positive. */
  readonly count: bigint;
  /** `right` is (−M)⁺ as (M)⁺ − M: the difference is left − (right − M). */
  readonly isTurned: boolean;
}

function pairsIn(pool: Pool, { ids, coefficients }: Form): readonly Pair[] {
  const left = new Map(ids.map((id, at) => [id, coefficients[at] ?? 0n]));
  const pairs: Pair[] = [];
  for (const id of ids) {
    const own = left.get(id) ?? 0n;
    if (own <= 0n) continue;
    const likeness = makeOf(pool, id);
    if (likeness === undefined) continue;
    const other = ids.find(
      (each) => (left.get(each) ?? 0n) < 0n && makeOf(pool, each) === likeness,
    );
    if (other === undefined) continue;
    const count = least(own, -(left.get(other) ?? 0n));
    left.set(id, own - count);
    left.set(other, (left.get(other) ?? 0n) + count);
    pairs.push({ left: id, right: other, count, isTurned: isTurned(pool, id, other) });
  }
  return pairs;
}

/** The kind of a term and the facts that it is made of; undefined where a pair would say nothing. */
function makeOf(pool: Pool, id: number): string | undefined {
  const term = numberOf(pool, id);
  switch (term.kind) {
    case 'positive':
      return `positive ${factsOf(pool, term)}`;
    case 'floor':
      return `floor ${factsOf(pool, term)}`;
    case 'step':
      return `step ${factsOf(pool, term)}`;
    case 'choice':
      return `choice ${term.branches.map(({ when }) => when.id).join()}`;
    default:
      return undefined;
  }
}

const factsByPool = new WeakMap<Pool, Map<number, string>>();

/** The facts in the arguments of a term, in order, as a key. */
function factsOf(pool: Pool, term: NumberTerm): string {
  const known = factsByPool.get(pool) ?? new Map<number, string>();
  factsByPool.set(pool, known);
  const found = known.get(term.id);
  if (found !== undefined) return found;
  const ids = new Set(argumentsOf(term).flatMap((form) => form.ids));
  const parts = [...ids].flatMap((id) => {
    const inner = numberOf(pool, id);
    return inner.kind === 'fact' || inner.kind === 'opaque'
      ? [`${id}`]
      : factsOf(pool, inner).split(' ');
  });
  const key = [...new Set(parts)].toSorted().join(' ');
  known.set(term.id, key);
  return key;
}

function argumentsOf(term: NumberTerm): readonly Form[] {
  switch (term.kind) {
    case 'positive':
    case 'floor':
    case 'calendar':
      return [term.argument];
    case 'choice':
      return term.branches.map(({ value }) => value);
    case 'product':
      return [term.left, term.right];
    case 'step':
      return [term.of];
    case 'fact':
    case 'opaque':
      return [];
  }
}

/** Of (a)⁺ only one of a and −a is kept as its argument: which of both is like that of the other term. */
function isTurned(pool: Pool, left: number, right: number): boolean {
  const [a, b] = [numberOf(pool, left), numberOf(pool, right)];
  if (a.kind !== 'positive' || b.kind !== 'positive') return false;
  const straight = unpaired(pool, subtractForms(a.argument, b.argument));
  return unpaired(pool, addForms(a.argument, b.argument)) < straight;
}

/** How many terms of a form have no other of their make to stand against. */
function unpaired(pool: Pool, { ids, coefficients }: Form): number {
  const sums = new Map<string, bigint>();
  for (const [at, id] of ids.entries()) {
    const make = makeOf(pool, id) ?? `${id}`;
    sums.set(make, (sums.get(make) ?? 0n) + (coefficients[at] ?? 0n));
  }
  return [...sums.values()].filter((sum) => sum !== 0n).length;
}

function relatePair(space: Space, pair: Pair, known: Map<string, Bounds>): Bounds | undefined {
  const { pool } = space;
  const [left, right] = [numberOf(pool, pair.left), numberOf(pool, pair.right)];
  if (left.kind === 'positive' && right.kind === 'positive') {
    const other = pair.isTurned ? negateForm(right.argument) : right.argument;
    return relatePositive(space, pair, subtractForms(left.argument, other), known);
  }
  if (left.kind === 'floor' && right.kind === 'floor') {
    return relateFloors(space, pair, [left, right], known);
  }
  if (left.kind === 'step' && right.kind === 'step') {
    const inside = relate(space, subtractForms(left.of, right.of), known);
    return inside && within(space, pair, inside);
  }
  if (left.kind === 'choice' && right.kind === 'choice') {
    // INVARIANT: the values of the branches of a term are integer forms.
    const each = left.branches.map(({ value }, at) =>
      relate(space, subtractForms(value, right.branches[at]?.value ?? zeroForm), known),
    );
    if (each.some((one) => one === undefined)) return undefined;
    return within(space, pair, hullOf(each.flatMap((one) => one ?? [])));
  }
  return boundsNow(space, differenceOf(pair));
}

type Floor = Extract<NumberTerm, { kind: 'floor' }>;

/** ⌊a ÷ m⌋ − ⌊b ÷ n⌋ is less than one away from a ÷ m − b ÷ n, and with m = n a rounding of it. */
function relateFloors(
  space: Space,
  pair: Pair,
  [left, right]: readonly [Floor, Floor],
  known: Map<string, Bounds>,
): Bounds | undefined {
  if (left.divisor === right.divisor) {
    const inside = relate(space, subtractForms(left.argument, right.argument), known);
    return inside && within(space, pair, floorsOf(inside, left.divisor));
  }
  const [m, n] = [left.divisor, right.divisor];
  const inside = subtractForms(
    scaleForm(left.argument, whole(n)),
    scaleForm(right.argument, whole(m)),
  );
  const range = relate(space, inside, known);
  if (!range) return undefined;
  const { low, high } = range;
  return within(
    space,
    pair,
    bounds(
      low === undefined ? undefined : ceilingDivide(low - (m - 1n) * n, m * n),
      high === undefined ? undefined : floorDivide(high + (n - 1n) * m, m * n),
    ),
  );
}

/** left − right, or left − (right − M) of a pair that is turned; see `Pair`. */
function differenceOf({ left, right }: Pair): Form {
  return subtractForms(termForm(left), termForm(right));
}

function relatePositive(
  space: Space,
  pair: Pair,
  inside: Form,
  known: Map<string, Bounds>,
): Bounds | undefined {
  const range = relate(space, inside, known);
  if (!range) return undefined;
  const right = numberOf(space.pool, pair.right);
  const turn = pair.isTurned && right.kind === 'positive' ? right.argument : zeroForm;
  // (a)⁺ − (b)⁺, with (b)⁺ = (−b)⁺ + b where the pair is turned.
  const gap = addForms(differenceOf(pair), turn);
  const { low, high } = range;
  const isKept =
    (low === undefined ||
      assumeAtLeastZero(space, subtractForms(gap, integerForm(low < 0n ? low : 0n)))) &&
    (high === undefined ||
      assumeAtLeastZero(space, subtractForms(integerForm(high > 0n ? high : 0n), gap))) &&
    relateLines(space, gap, inside, range);
  if (!isKept) return undefined;
  const own = bounds(
    low === undefined ? undefined : least(low, 0n),
    high === undefined ? undefined : -least(-high, 0n),
  );
  return pair.isTurned ? boundsNow(space, differenceOf(pair)) : own;
}

/** The lines between the ends: of min(0, x) and max(0, x) over the range of x, between which the gap lies. */
function relateLines(space: Space, gap: Form, inside: Form, { low, high }: Bounds): boolean {
  if (low !== undefined && low >= 0n) return assumeAtLeastZero(space, subtractForms(inside, gap));
  if (high !== undefined && high <= 0n) return assumeAtLeastZero(space, subtractForms(gap, inside));
  if (low === undefined || high === undefined) return true;
  const wide = scaleForm(gap, whole(high - low));
  const above = scaleForm(subtractForms(inside, integerForm(low)), whole(high));
  const below = scaleForm(subtractForms(inside, integerForm(high)), whole(-low));
  return (
    assumeAtLeastZero(space, subtractForms(above, wide)) &&
    assumeAtLeastZero(space, subtractForms(wide, below))
  );
}

function within(space: Space, pair: Pair, range: Bounds): Bounds | undefined {
  const gap = differenceOf(pair);
  const { low, high } = range;
  const isKept =
    (low === undefined || assumeAtLeastZero(space, subtractForms(gap, integerForm(low)))) &&
    (high === undefined || assumeAtLeastZero(space, subtractForms(integerForm(high), gap)));
  return isKept ? range : undefined;
}

/** ⌊(x + d) ÷ n⌋ − ⌊x ÷ n⌋ lies between ⌊d ÷ n⌋ and ⌈d ÷ n⌉. */
function floorsOf({ low, high }: Bounds, divisor: bigint): Bounds {
  return bounds(
    low === undefined ? undefined : floorDivide(low, divisor),
    high === undefined ? undefined : ceilingDivide(high, divisor),
  );
}

function sumOf(left: Bounds, right: Bounds): Bounds {
  return bounds(
    left.low === undefined || right.low === undefined ? undefined : left.low + right.low,
    left.high === undefined || right.high === undefined ? undefined : left.high + right.high,
  );
}

function timesOf({ low, high }: Bounds, count: bigint): Bounds {
  return bounds(
    low === undefined ? undefined : low * count,
    high === undefined ? undefined : high * count,
  );
}

function meetOf(left: Bounds, right: Bounds): Bounds {
  const low = left.low === undefined || (right.low ?? left.low) > left.low ? right.low : left.low;
  const high =
    left.high === undefined || (right.high ?? left.high) < left.high ? right.high : left.high;
  return bounds(low, high);
}

function least(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}

function whole(value: bigint) {
  return { numerator: value, denominator: 1n };
}
