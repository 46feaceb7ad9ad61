import type { DayNumber, Rational } from '@tiaoli/base';
import { compare, negate, rational } from '@tiaoli/base';
import type { Expr, Program, WorkingDays } from '@tiaoli/ir';
import type { ComparedCell, End, Limits, RegionSession } from '@tiaoli/regions';
import {
  compareInCells,
  holdsOn,
  noWork,
  openSessionWith,
  provedLayerState,
  referenceOf,
  sideOf,
} from '@tiaoli/regions';
import { alignIds } from './align-ids.ts';
import { assumptionsOf } from './assumptions.ts';
import type {
  Behaviour,
  Cause,
  ComparedCase,
  DifferenceState,
  Region,
  ResultDifference,
} from './behaviour.ts';
import { gravest } from './behaviour.ts';
import { attains, changeOf, comparedCase } from './compared-case.ts';
import type { ComparedResult, ResultPairs } from './compared-results.ts';
import { readBy, resultPairs } from './compared-results.ts';
import { findCauses } from './find-causes.ts';
import { findUnlike, keptOtherwise } from './find-unlike.ts';
import { withSlopes } from './region-slope.ts';
import { withSequences } from './with-sequences.ts';

/** The effort that one part of the domain is worth: counts, so that answers repeat. */
const usualLimits: Limits = { splits: 2000, pivots: 200_000 };

/**
 * What a whole comparison is worth: some minutes. What is left beyond it is bounded less closely, or told as undecided; no
 * edit of a waterfall of three layers comes near half of it.
 */
const mostLeavesOfAll = 100_000;

/** What both keep of the state only helps to prove more: where it takes long it is left. */
const stateLimits: Limits = { splits: 100, pivots: 5000 };

export interface BehaviourOptions {
  readonly limits?: Limits;
  /** Parts of case splits that all questions together may look at. */
  readonly mostLeaves?: number;
  /** The calendar by which working days are counted; without one they are undecided. */
  readonly workingDays?: WorkingDays | undefined;
}

/** How far a comparison is. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  /** What was compared last. */
  readonly name: string;
}

/**
 * Compares every result of the step of two programs, from the same facts and the same state: what is the same in each part
 * of the domain, what differs and between which bounds, each with cases that the interpreter has settled.
 *
 * Dates are as free on both sides as they are declared: a claim is settled under both rules, whatever its day. Yields
 * after each result.
 */
export function* compareBehaviour(
  before: Program,
  after: Program,
  options: BehaviourOptions = {},
): Generator<Progress, Behaviour> {
  return yield* compareOpened(openComparison(before, after, options));
}

/** Two programs that questions are asked about, and what is known of both before the first one. */
export interface OpenedComparison extends ResultPairs {
  /** For any day, the later one under the ids of the earlier. */
  readonly before: Program;
  readonly after: Program;
  readonly session: RegionSession;
  readonly options: CellOptions;
  /** What both steps were proved to keep of the state. */
  readonly keptState: readonly Expr[];
}

/** Proves what both steps keep of the state. */
export function openComparison(
  before: Program,
  after: Program,
  { limits = usualLimits, mostLeaves = mostLeavesOfAll, workingDays }: BehaviourOptions = {},
): OpenedComparison {
  const [old, now] = comparedPrograms(before, after);
  const session = openSessionWith({ workingDays, mostLeaves }, old, now);
  const proved = sharedState(session, old, now, stateLimits);
  const side = sideOf(old);
  const given = proved.map((condition) => holdsOn(side, condition));
  const usualDays = daysInForce(after);
  const options = { limits, given, usualDays };
  const pairs = resultPairs(old, now, referenceOf(session));
  return { ...pairs, before: old, after: now, session, options, keptState: proved };
}

/** The same as `compareBehaviour`, of programs of which more is to be asked. */
export function* compareOpened(opened: OpenedComparison): Generator<Progress, Behaviour> {
  const { before: old, after: now, pairs, onlyBefore, onlyAfter, keptState, session } = opened;
  const found: ResultDifference[] = [];
  const otherwise = keptOtherwise(old, now);
  for (const pair of pairs) {
    found.push(
      pair.accumulator !== undefined && otherwise.has(pair.accumulator)
        ? keptDifference(pair)
        : differenceOf(opened, pair),
    );
    yield { done: found.length, of: pairs.length, name: pair.name };
  }
  const slicing = { session, pairs, reference: referenceOf(session) };
  const sloped = found.map((each) => withSlopes(slicing, each));
  const results = withSequences(session, pairs, sloped, opened.options ?? {});
  const isOpen = results.some(({ state }) => blocking.has(state));
  const unlike = findUnlike(old, now);
  return {
    ...{ before: old, after: now, results, onlyBefore, onlyAfter, unlike, keptState },
    isComplete: !isOpen && [onlyBefore, onlyAfter, unlike].every(({ length }) => length === 0),
    assumptions: assumptionsOf(pairs, session.workingDays),
  };
}

/** Two programs as they are compared: for any day, the later one under the ids of the earlier. */
export function comparedPrograms(before: Program, after: Program): readonly [Program, Program] {
  return [anyDay(before), anyDay(alignIds(before, after))];
}

/** With one of these nobody may say that everything else is the same. */
const blocking: ReadonlySet<DifferenceState> = new Set(['applicability', 'one-sided', 'undecided']);

/** A version is compared as the rule that it is, not for the days on which it was in force. */
function anyDay(program: Program): Program {
  return { ...program, validity: {} };
}

/** For each governing date a day of the later version: what an example is dated where the date does not matter. */
function daysInForce({ validity }: Program): ReadonlyMap<string, DayNumber> {
  return new Map(
    Object.entries(validity).flatMap(([input, { from }]) =>
      from === undefined ? [] : [[input, from]],
    ),
  );
}

/** What both steps keep of every layer that both have: so whichever of them made the state, it holds. */
function sharedState(session: RegionSession, before: Program, after: Program, limits: Limits) {
  const keptBy = (program: Program) =>
    program.declarations.flatMap((each) =>
      each.kind === 'layer' ? provedLayerState(session, program, each, { limits }) : [],
    );
  const other = new Set(keptBy(after).map((each) => JSON.stringify(each)));
  return keptBy(before).filter((each) => other.has(JSON.stringify(each)));
}

/** What is left behind may be the same and yet count for other claims: nothing is said of it. */
function keptDifference({ key, name, kind, type }: ComparedResult): ResultDifference {
  const region: Region = {
    ...{ facts: new Map(), state: 'undecided', examples: [], causes: [] },
    reasons: ['kept-otherwise'],
  };
  return { key, name, kind, type, state: 'undecided', regions: [region], counts: noWork };
}

/** So many fen and no more are a matter of rounding; a rate or a number has none. */
const mostRounding = rational(2n);

/** A yuan: what a person notices. */
const notable = 100n;

type CellOptions = Parameters<typeof compareInCells>[3];

/** How one result differs, part by part of the domain. */
export function differenceOf(
  { session, options }: Pick<OpenedComparison, 'session' | 'options'>,
  pair: ComparedResult,
): ResultDifference {
  const { key, name, kind, type, before, after } = pair;
  const rounding = type.kind === 'money' ? { mostRounding, notable } : {};
  const { cells, counts } = compareInCells(session, before, after, { ...options, ...rounding });
  const read = [before, after].map(readBy);
  const causes = findCauses(before.side.program, after.side.program, read);
  const regions = cells.flatMap((cell) => regionsOf(cell, pair, causes));
  const lows = regions.map(({ state, low }) => (isSilent(state) ? undefined : low));
  const highs = regions.map(({ state, high }) => (isSilent(state) ? undefined : high));
  const low = extreme(lows, -1);
  const high = extreme(highs, 1);
  return {
    ...{ key, name, kind, type, counts, regions },
    state: gravest(regions.map(({ state }) => state)),
    ...(low && { low }),
    ...(high && { high }),
  };
}

function isSilent(state: DifferenceState): boolean {
  return state === 'same-form' || state === 'same-proved' || state === 'applicability';
}

function extreme(values: readonly (Rational | undefined)[], sign: -1 | 1): Rational | undefined {
  const known = values.filter((value) => value !== undefined);
  const [first, ...others] = known;
  if (!first) return undefined;
  return others.reduce((best, each) => (compare(each, best) * sign > 0 ? each : best), first);
}

function regionsOf(
  { facts, compared: { comparison, applicability, oneSided, open }, smallest }: ComparedCell,
  pair: ComparedResult,
  causes: readonly Cause[],
): readonly Region[] {
  const common = { facts, examples: [], reasons: [] } as const;
  const main = withSmallest(regionOf(comparison, pair, { ...common, causes }), smallest, pair);
  const status = (
    state: 'applicability' | 'one-sided',
    found: typeof applicability,
  ): readonly Region[] =>
    found ? [{ ...common, state, causes, examples: [comparedCase(found, pair)] }] : [];
  const others = [...status('applicability', applicability), ...status('one-sided', oneSided)];
  const unknown: readonly Region[] = open
    ? [{ ...common, state: 'undecided', causes, reasons: open }]
    : [];
  return [main, ...others, ...unknown];
}

/** Settled once more like the ends. */
function withSmallest(
  region: Region,
  found: ComparedCell['smallest'],
  pair: ComparedResult,
): Region {
  if (!found) return region;
  const smallest = { ...comparedCase(found.witness, pair), isLeast: found.isLeast };
  if (isNotable(smallest)) return { ...region, smallest };
  return { ...region, state: 'undecided', reasons: ['contradicted'] };
}

function isNotable(settled: ComparedCase): boolean {
  const size = changeOf(settled);
  if (!size) return false;
  const least = rational(notable);
  return compare(size, least) >= 0 || compare(negate(size), least) >= 0;
}

type Shared = Pick<Region, 'facts' | 'examples' | 'reasons' | 'causes'>;

function regionOf(
  comparison: ComparedCell['compared']['comparison'],
  pair: ComparedResult,
  shared: Shared,
): Region {
  switch (comparison.kind) {
    case 'same-form':
    case 'same-proved':
      return { ...shared, state: comparison.kind, causes: [] };
    case 'undecided':
      return { ...shared, state: 'undecided', reasons: comparison.reasons };
    case 'changed':
      return {
        ...shared,
        state: 'changed-exact',
        examples: [comparedCase(comparison.witness, pair)],
      };
    case 'rounding':
    case 'changed-exact':
    case 'changed-bounded': {
      const { low, high, kind } = comparison;
      const found = [low, high].map((end) => exampleAt(end, pair));
      const isRefuted = found.includes('refuted');
      return {
        ...shared,
        state: isRefuted ? 'undecided' : kind,
        reasons: isRefuted ? ['contradicted'] : [...new Set([...low.reasons, ...high.reasons])],
        examples: found.flatMap((each) => (each === undefined || each === 'refuted' ? [] : [each])),
        ...(low.proved && { low: low.proved }),
        ...(high.proved && { high: high.proved }),
      };
    }
  }
}

/** Settled once more, whole programs on both sides, before anybody sees it. */
function exampleAt(end: End, pair: ComparedResult): ComparedCase | 'refuted' | undefined {
  if (!end.attained) return undefined;
  const settled = comparedCase(end.attained.witness, pair);
  return attains(settled, end) ? settled : 'refuted';
}
