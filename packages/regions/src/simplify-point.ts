import type { Point } from './point.ts';
import { numberAt, valuesAt } from './point.ts';
import type { Condition, NumberTerm, Pool } from './pool.ts';
import { finiteOf, numberOf } from './pool.ts';

/**
 * A simpler point at which the condition still holds: usual values first, then small and round numbers.
 *
 * Greedy and in the order of the terms, so that the same question gives the same case.
 */
export function simplifyPoint(pool: Pool, point: Point, holds: (point: Point) => boolean): Point {
  let best = point;
  const attempt = (next: Point): boolean => {
    if (!holds(next)) return false;
    best = next;
    return true;
  };
  for (let round = 0; round < mostRounds; round += 1) {
    const before = best;
    for (const id of [...best.finites.keys()].toSorted(ascending)) {
      const values = simplerValues(pool, id, best.finites.get(id) ?? 0);
      values.some((bit) => attempt({ ...best, finites: new Map([...best.finites, [id, bit]]) }));
    }
    for (const id of [...best.numbers.keys()].toSorted((a, b) => compareTerms(pool, a, b))) {
      simplifyNumber(pool, id, () => best, attempt);
    }
    for (const [from, to] of movesOf(pool, best)) {
      const next = moved(pool, best, from, to);
      if (next) attempt(next);
    }
    if (best === before) break;
  }
  return best;
}

/** Of the facts of a claim each with all before it: what the later one has may as well stand in the first, main one. */
function movesOf(pool: Pool, { numbers }: Point): readonly (readonly [from: number, to: number])[] {
  const facts = [...numbers.keys()]
    .filter((id) => isFactOfClaim(numberOf(pool, id)) && !pool.usualNumbers.has(id))
    .toSorted(ascending);
  return facts.flatMap((from, at) => facts.slice(0, at).map((to) => [from, to] as const));
}

function isFactOfClaim(term: NumberTerm): boolean {
  return term.kind === 'fact' && term.source.kind === 'input';
}

/** Undefined where there is nothing to move, or no room for it. */
function moved(pool: Pool, point: Point, from: number, to: number): Point | undefined {
  const [source, target] = [numberOf(pool, from), numberOf(pool, to)];
  const least = nearestToZero(source);
  const sum = numberAt(point, target) + numberAt(point, source) - least;
  const isUseful = numberAt(point, source) > least && isInside(target, sum);
  if (!isUseful) return undefined;
  return { ...point, numbers: new Map([...point.numbers, [from, least], [to, sum]]) };
}

/** A later value can make an earlier one simpler; twice is enough to be read. */
const mostRounds = 2;

function ascending(left: number, right: number): number {
  return left - right;
}

/** The prior state first: most cases are a person's first. */
function compareTerms(pool: Pool, left: number, right: number): number {
  return rankOf(numberOf(pool, left)) - rankOf(numberOf(pool, right)) || left - right;
}

function rankOf(term: NumberTerm): number {
  return term.kind === 'fact' && term.source.kind === 'accumulator' ? 0 : 1;
}

function simplerValues(pool: Pool, id: number, bit: number): readonly number[] {
  const usual = pool.usualFinites.get(id) ?? 0;
  const { size } = finiteOf(pool, id);
  const order = [usual, ...Array.from({ length: size }, (_, at) => at)];
  return order.slice(0, order.indexOf(bit));
}

function simplifyNumber(
  pool: Pool,
  id: number,
  current: () => Point,
  attempt: (point: Point) => boolean,
): void {
  const term = numberOf(pool, id);
  const tryValue = (value: bigint): boolean =>
    isInside(term, value) &&
    attempt({ ...current(), numbers: new Map([...current().numbers, [id, value]]) });
  const usual = pool.usualNumbers.get(id);
  if (usual !== undefined && (numberAt(current(), term) === usual || tryValue(usual))) return;
  const least = nearestToZero(term);
  if (numberAt(current(), term) === least || tryValue(least)) return;
  halveTowards(least, () => numberAt(current(), term), tryValue);
  roundUp(numberAt(current(), term), tryValue);
}

function isInside({ low, high }: NumberTerm, value: bigint): boolean {
  return (low === undefined || value >= low) && (high === undefined || value <= high);
}

function nearestToZero(term: NumberTerm): bigint {
  return numberAt({ numbers: new Map(), finites: new Map() }, term);
}

/** Bisects for the value nearest to `least`; where truth comes and goes, for one of them. */
function halveTowards(
  least: bigint,
  current: () => bigint,
  tryValue: (value: bigint) => boolean,
): void {
  let fails = least;
  for (let gap = current() - fails; gap > 1n || gap < -1n; gap = current() - fails) {
    const middle = fails + gap / 2n;
    if (!tryValue(middle)) fails = middle;
  }
}

/** The roundest number at most an eighth above. */
function roundUp(value: bigint, tryValue: (value: bigint) => boolean): void {
  if (value <= 0n) return;
  for (let unit = 10n ** 12n; unit > 1n; unit /= 10n) {
    const round = ((value + unit - 1n) / unit) * unit;
    if (round === value) return;
    if ((round - value) * 8n <= value && tryValue(round)) return;
  }
}

/** Whether a condition holds at a point, for `simplifyPoint`. */
export function holdsAt(pool: Pool, condition: Condition): (point: Point) => boolean {
  return (point) => valuesAt(pool, point).condition(condition) === true;
}
