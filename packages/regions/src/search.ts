import { cutOf } from './calendar.ts';
import { isAtLeastZero, negate } from './conditions.ts';
import { ceilingDivide, floorDivide } from './integers.ts';
import type { Form } from './linear-form.ts';
import { integerForm, subtractForms, termForm } from './linear-form.ts';
import type { Point, PointValues } from './point.ts';
import { valuesAt } from './point.ts';
import type { Condition, Construct } from './pool.ts';
import { finiteOf, numberOf } from './pool.ts';
import { propagate } from './propagate.ts';
import { assertHigh, assertLow, columnValue, isFeasible } from './simplex.ts';
import type { Open, Space } from './space.ts';
import { assume, assumeZero, boundsNow, columnOfTerm, decide, goBack, markOf } from './space.ts';
import { tightenFloors } from './tighten-floors.ts';

/** How much work a search may do. Counts, never time, so that answers repeat. */
export interface Limits {
  readonly splits: number;
  readonly pivots: number;
}

export const usualLimits: Limits = { splits: 400, pivots: 20_000 };

/** Why a part of the domain was left undecided. */
export type GaveUp = 'splits' | 'pivots' | 'integers' | 'at-odds' | Construct;

/** What is asked of each part of the domain that may hold a solution. */
export interface Visitor {
  /** Moves the corner of a feasible part to where it is of most use. */
  readonly aim?: (space: Space) => void;
  /** Whether the corner may be above every case by more than rounding makes. */
  readonly isFarOff?: () => boolean;
  /** Looks at a feasible part and at points near its corner; says whether to look closer. */
  readonly look: (points: readonly Candidate[]) => 'closer' | 'enough' | 'stop';
  /** A part that stays undecided. */
  readonly leave: (reason: GaveUp) => void;
}

export interface Candidate {
  readonly point: Point;
  readonly values: PointValues;
}

export interface Search {
  readonly space: Space;
  readonly visitor: Visitor;
  readonly limits: Limits;
  /**
   * Steps that are not looked into: any number that what is known of them allows. Of all steps, and what is nearest to the
   * question is decided first; or of these alone.
   */
  readonly closed?: 'all' | ReadonlySet<number>;
  splits: number;
  /** Cuts inside of each other. */
  depth: number;
  stopped: boolean;
}

/** So many cuts inside of each other are looked into: more lead nowhere, and would overflow the stack. */
const mostDepth = 500;

/** Each cut makes two parts of one. */
export function leavesOf({ splits }: Pick<Search, 'splits'>): number {
  return splits + 1;
}

/** Visits the parts in which everything open is decided or need not be, nearest to the first corner first. */
export function explore(search: Search, open: readonly Open[], integerCuts = 0): void {
  const { space, visitor, limits } = search;
  if (search.stopped) return;
  const left = propagate(space, open);
  if (!left) return;
  const feasible = isFeasible(space.tableau, limits.pivots);
  if (feasible === undefined) visitor.leave('pivots');
  if (feasible) lookInto(search, left, integerCuts);
}

type OpenTerm = Extract<Open, { kind: 'term' }>;

/** The step nearest to the question that was not looked into; with `values`, of those that the corner does not fulfil. */
function outermost(
  { space, closed }: Search,
  open: readonly Open[],
  values?: PointValues,
): OpenTerm | undefined {
  if (closed === 'all') return undefined;
  let found: OpenTerm | undefined;
  for (const each of open) {
    if (each.kind !== 'term' || (found && found.id > each.id)) continue;
    if (numberOf(space.pool, each.id).kind !== 'step' || closed?.has(each.id)) continue;
    if (!values || !isFulfilled(space, each, values)) found = each;
  }
  return found;
}

/** From here on the step is what it is made of. */
function lookIntoStep(search: Search, open: readonly Open[], step: OpenTerm): void {
  const { space } = search;
  const term = numberOf(space.pool, step.id);
  if (term.kind !== 'step') return;
  const rest = open.filter((each) => each !== step);
  if (assumeZero(space, subtractForms(termForm(step.id), term.of))) explore(search, rest);
}

/** How often one part is cut between two integers: each cut is a fen of a range of millions. */
const mostIntegerCuts = 8;

function lookInto(search: Search, open: readonly Open[], integerCuts: number): void {
  const { space, visitor, limits } = search;
  visitor.aim?.(space);
  const candidates = candidatesOf(search);
  const verdict = visitor.look(candidates);
  search.stopped = verdict === 'stop';
  if (verdict !== 'closer') return;
  const [candidate] = candidates;
  const broken = candidate && outermost(search, open, candidate.values);
  if (broken) {
    lookIntoStep(search, open, broken);
    return;
  }
  const plain = candidate && chooseCut(search, open, candidate.values);
  if (!plain && integerCuts === 0 && tightenFloors(space, limits.pivots)) {
    explore(search, open, 1);
    return;
  }
  const cut = plain ?? (integerCuts > mostIntegerCuts ? undefined : chooseInteger(space));
  const rest = cut ? undefined : outermost(search, open);
  if (rest) lookIntoStep(search, open, rest);
  else if (!cut) visitor.leave(constructOf(space));
  else if (search.splits >= limits.splits || search.depth >= mostDepth) visitor.leave('splits');
  else {
    search.splits += 1;
    for (const side of cut) branch(search, open, side, plain ? 0 : integerCuts + 1);
  }
}

/** One side of a cut: what is assumed there; false when it cannot be. */
type Side = (space: Space) => boolean;

function branch(search: Search, open: readonly Open[], side: Side, integerCuts: number): void {
  const { space } = search;
  const mark = markOf(space);
  search.depth += 1;
  if (side(space)) explore(search, open, integerCuts);
  search.depth -= 1;
  goBack(space, mark);
}

/** The corner at which the tableau stands, its facts rounded down, and up. */
function candidatesOf({ space, closed }: Search): readonly Candidate[] {
  const down = pointOf(space, floorDivide, closed);
  const up = pointOf(space, ceilingDivide, closed);
  return (isSamePoint(down, up) ? [down] : [down, up]).map((point) => ({
    point,
    values: valuesAt(space.pool, point),
  }));
}

function pointOf(
  space: Space,
  round: (numerator: bigint, denominator: bigint) => bigint,
  closed: Search['closed'],
): Point {
  const { pool, tableau, active, termColumns } = space;
  const numbers = new Map(pool.usualNumbers);
  for (const id of active) {
    const column = termColumns.get(id);
    const isGiven = numberOf(pool, id).kind === 'fact' || (closed !== 'all' && closed?.has(id));
    if (column === undefined || !isGiven) continue;
    const { numerator, denominator } = columnValue(tableau, column);
    numbers.set(id, round(numerator, denominator));
  }
  return { numbers, finites: finitesOf(space) };
}

/** Of each finite term its usual value where that is left, else the first that is. */
function finitesOf(space: Space): ReadonlyMap<number, number> {
  const { pool, masks } = space;
  const finites = new Map(pool.usualFinites);
  for (const [finite, mask] of masks) {
    const usual = finites.get(finite) ?? 0;
    if (((mask >> BigInt(usual)) & 1n) === 1n) continue;
    const { size } = finiteOf(pool, finite);
    for (let bit = 0; bit < size; bit += 1) {
      if (((mask >> BigInt(bit)) & 1n) === 0n) continue;
      finites.set(finite, bit);
      break;
    }
  }
  return finites;
}

function isSamePoint(left: Point, right: Point): boolean {
  return [...left.numbers].every(([id, value]) => right.numbers.get(id) === value);
}

/** The innermost term, or else the first disjunction, that the corner does not fulfil; else any that is open. */
function chooseCut(
  { space, closed, visitor }: Search,
  open: readonly Open[],
  values: PointValues,
): readonly Side[] | undefined {
  const broken = open.filter((each) => !isFulfilled(space, each, values));
  const widest = visitor.isFarOff?.() ? widestGap(space, broken) : undefined;
  const first = widest && cutFor(space, widest);
  if (first) return first;
  const order = [...byTerm(space, broken), ...byTerm(space, open)];
  for (const each of closed === 'all' ? order.toReversed() : order) {
    const cut = cutFor(space, each);
    if (cut) return cut;
  }
  return undefined;
}

/** What is below a yuan is mostly a matter of rounding, which is settled from inside outwards. */
export const narrowGap = 100;

/** The term whose number at the corner is farthest from what it is made of there: where the relaxation gives most away. */
function widestGap(space: Space, open: readonly Open[]): Open | undefined {
  let found: Open | undefined;
  let widest = narrowGap;
  for (const each of open) {
    const gap = each.kind === 'term' ? gapOf(space, each.id) : 0;
    if (gap <= widest) continue;
    found = each;
    widest = gap;
  }
  return found;
}

/** Nearly: it only says what is looked at first. */
function gapOf(space: Space, id: number): number {
  const term = numberOf(space.pool, id);
  if (term.kind !== 'positive') return 0;
  const at = (each: number): number => {
    const { numerator, denominator } = columnValue(space.tableau, columnOfTerm(space, each));
    return Number(numerator) / Number(denominator);
  };
  const { ids, coefficients, constant } = term.argument;
  const argument = ids.reduce(
    (sum, each, place) => sum + Number(coefficients[place] ?? 0n) * at(each),
    Number(constant),
  );
  return at(id) - Math.max(0, argument);
}

function byTerm(space: Space, open: readonly Open[]): readonly Open[] {
  return open.toSorted((left, right) => rankOf(space, left) - rankOf(space, right));
}

/** Who is in which set comes last: for the amounts it matters only where they ask. */
function rankOf(space: Space, open: Open): number {
  if (open.kind === 'term') return open.id;
  return open.parts.every((part) => isAboutSets(space, part)) ? Number.MAX_SAFE_INTEGER : -1;
}

function isAboutSets(space: Space, condition: Condition): boolean {
  if (condition.kind === 'all' || condition.kind === 'any') {
    return condition.parts.every((part) => isAboutSets(space, part));
  }
  if (condition.kind !== 'within') return false;
  return finiteOf(space.pool, condition.finite).meaning.kind === 'in-set';
}

function isFulfilled(space: Space, open: Open, values: PointValues): boolean {
  if (open.kind === 'any') return open.parts.some((part) => values.condition(part) === true);
  const { numerator, denominator } = columnValue(space.tableau, columnOfTerm(space, open.id));
  const value = values.form(termForm(open.id));
  return value !== undefined && numerator === value * denominator;
}

function cutFor(space: Space, open: Open): readonly Side[] | undefined {
  const { pool } = space;
  if (open.kind === 'any') return cutOn(space, open.parts);
  const term = numberOf(pool, open.id);
  switch (term.kind) {
    case 'positive':
      return cutOn(space, [isAtLeastZero(pool, term.argument)]);
    case 'choice':
      return cutOn(
        space,
        term.branches.map(({ when }) => when),
      );
    case 'calendar': {
      const { low, high } = boundsNow(space, term.argument);
      if (low === undefined || high === undefined || low >= high) return undefined;
      return cutAt(space, term.argument, cutOf(term.shape, low, high));
    }
    case 'product':
      return halve(space, term.left) ?? halve(space, term.right);
    default:
      return undefined;
  }
}

/** The first plain condition that is not decided: it holds, or it does not. */
function cutOn(space: Space, conditions: readonly Condition[]): readonly Side[] | undefined {
  for (const condition of conditions) {
    const atom = undecidedAtom(space, condition);
    if (!atom) continue;
    return [(here) => assume(here, atom), (here) => assumeNot(here, atom)];
  }
  return undefined;
}

function undecidedAtom(space: Space, condition: Condition): Condition | undefined {
  if (decide(space, condition) !== undefined) return undefined;
  if (condition.kind !== 'all' && condition.kind !== 'any') return condition;
  for (const part of condition.parts) {
    const atom = undecidedAtom(space, part);
    if (atom) return atom;
  }
  return undefined;
}

function assumeNot(space: Space, condition: Condition): boolean {
  return assume(space, negate(space.pool, condition));
}

/** The form is at most `last`, or above it. */
function cutAt({ pool }: Space, form: Form, last: bigint): readonly Side[] {
  const isBelow = isAtLeastZero(pool, subtractForms(integerForm(last), form));
  return [(here) => assume(here, isBelow), (here) => assumeNot(here, isBelow)];
}

function halve(space: Space, form: Form): readonly Side[] | undefined {
  const { low, high } = boundsNow(space, form);
  if (low === undefined || high === undefined || low >= high) return undefined;
  return cutAt(space, form, low + (high - low) / 2n);
}

/** The first term that is between two integers at the corner: at most the lower, or at least the upper. */
function chooseInteger(space: Space): readonly Side[] | undefined {
  for (const id of [...space.active].toSorted((left, right) => left - right)) {
    const column = columnOfTerm(space, id);
    const { numerator, denominator } = columnValue(space.tableau, column);
    if (numerator % denominator === 0n) continue;
    const below = floorDivide(numerator, denominator);
    return [
      ({ tableau }) => assertHigh(tableau, column, below),
      ({ tableau }) => assertLow(tableau, column, below + 1n),
    ];
  }
  return undefined;
}

/** What stands in the way where nothing is left to cut: a term known by its range alone. */
function constructOf({ pool, active, masks }: Space): GaveUp {
  for (const finite of masks.keys()) {
    const { meaning } = finiteOf(pool, finite);
    if (meaning.kind === 'opaque') return meaning.construct;
  }
  for (const id of active) {
    const term = numberOf(pool, id);
    if (term.kind === 'opaque') return term.construct;
  }
  return 'integers';
}
