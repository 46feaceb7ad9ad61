import type { Expr, InputDeclaration, Program } from '@tiaoli/ir';
import { walkExpr } from '@tiaoli/ir';
import type { CellFacts } from './cell-facts.ts';
import { heldParts } from './cell-facts.ts';
import type { Reading } from './claim.ts';
import type { ComparedReading, CompareOptions } from './compare-readings.ts';
import { compareReadings } from './compare-readings.ts';
import type { SmallestCase } from './find-smallest.ts';
import { findSmallest } from './find-smallest.ts';
import { countFreeAmounts } from './free-amounts.ts';
import { isChange, joinCompared } from './join-compared.ts';
import { jointMembers, jointMost } from './joint-domains.ts';
import { lowerClaim } from './lower-claim.ts';
import type { OtherPart } from './move-witness.ts';
import { moveCompared } from './move-witness.ts';
import type { Fact, Part, Question } from './parts.ts';
import { isSameIn, keyIn, optionsIn, readingSet, sidesIn, wholePart, withValue } from './parts.ts';
import type { ReadSet } from './read-set.ts';
import type { RegionSession } from './session.ts';
import { analysisOf, lowerOn } from './session.ts';
import { partsOfSeveral } from './split-several.ts';

/** A part of the domain in which one conclusion holds: for each fact that tells it from the rest, the values it may have. */
export interface ComparedCell {
  readonly facts: CellFacts;
  readonly compared: ComparedReading;
  /** Where the change is one that is noticed, as `CompareOptions.notable` says. */
  readonly smallest?: SmallestCase;
}

interface VisitedCell extends ComparedCell {
  readonly part: Part;
  /** Of what was compared in it: pairs of terms that differ. */
  readonly differing: ReadonlySet<string>;
}

/** What was looked at on the way: counts, so that they repeat. */
export interface CellCounts {
  /** Parts told apart. */
  readonly cells: number;
  /** Different pairs of terms among them that had to be searched. */
  readonly searched: number;
  /** Parts of all case splits in which nothing had to be cut any more; what was proved before is not split again. */
  readonly leaves: number;
  /** Amounts, counts and days of facts and of the state that stay free in one search, at most. */
  readonly freeAmounts: number;
}

/** Of what is the same, or is not looked into. */
export const noWork: CellCounts = { cells: 1, searched: 0, leaves: 0, freeAmounts: 0 };

/**
 * Compares a value of two sides, part by part of the facts with finitely many values.
 *
 * Values of a fact under which both sides are the same terms are one part; parts with the same two sides are searched
 * once, and what is the same in a whole part is not taken apart. The parts cover the joint domain and do not overlap.
 */
export function compareInCells(
  session: RegionSession,
  before: Reading,
  after: Reading,
  options: CompareOptions = {},
): { readonly cells: readonly ComparedCell[]; readonly counts: CellCounts } {
  const read = [before, after].map((reading) => readingSet(session, reading));
  const question = { session, before, after, read, options };
  const known = new Map<string, ComparedReading>();
  const leavesBefore = session.work.leaves;
  let freeAmounts = 0;
  const cells: VisitedCell[] = [];
  const comparedIn = (part: Part): ComparedReading => {
    const key = keyIn(question, part);
    const found = known.get(key);
    if (found) return moveCompared(found, placeOf(question, part));
    const compared = compareIn(question, part);
    freeAmounts = Math.max(freeAmounts, freeIn(question, part, compared));
    known.set(key, compared);
    return compared;
  };
  const visitedCell = (whole: Part): VisitedCell => {
    const { facts } = whole;
    const parts = partsOfSeveral(question, whole) ?? [whole];
    const visited = parts.map((part) => ({ part, compared: comparedIn(part) }));
    const changed = visited.filter(({ compared }) => isChange(compared.comparison));
    const differing = new Set(changed.map(({ part }) => keyIn(question, part)));
    const [only, ...others] = visited;
    const joined = only && others.length === 0 ? only : joinCompared(question, visited);
    return { facts, differing, ...joined };
  };
  const visit = (part: Part, left: readonly Fact[]): void => {
    const [fact, ...rest] = left;
    if (!fact || isSameIn(question, part)) {
      cells.push(visitedCell(part));
      return;
    }
    const classes = Map.groupBy(fact.values, (value) =>
      keyIn(question, withValue(part, fact, [value])),
    );
    const [only, ...others] = classes.keys();
    if (others.length === 0 && only === keyIn(question, part)) visit(part, rest);
    else for (const values of classes.values()) visit(withValue(part, fact, values), rest);
  };
  visit(wholePart, factsRead(session, [before, after], read));
  const searched = [...known.values()].filter(isSearched).length;
  const leaves = session.work.leaves - leavesBefore;
  const conclusions = merged(cells).map((cell) => withSmallest(question, cell));
  return { cells: conclusions, counts: { cells: cells.length, searched, leaves, freeAmounts } };
}

function isSearched({ comparison }: ComparedReading): boolean {
  return comparison.kind !== 'same-form';
}

function freeIn(question: Question, part: Part, compared: ComparedReading): number {
  if (!isSearched(compared)) return 0;
  const { session } = question;
  const values = sidesIn(question, part).map(({ side, value }) => lowerOn(session, side, value));
  return countFreeAmounts(session.pool, values);
}

/** Two results that are the same terms of the same facts are compared once, under the same options. */
function compareIn(question: Question, part: Part): ComparedReading {
  const { session, before, after, read, options } = question;
  const given = (options.given ?? []).map((claim) => lowerClaim(session, claim).id);
  const under = [given, options.limits, options.firstClaim, options.mostRounding];
  const facts = read.map(({ inputs, accumulators }) => [[...inputs], [...accumulators]]);
  const sides = [before, after].map(({ side: { after: isAfter } }) => isAfter === true);
  const key = `${keyIn(question, part)} ${JSON.stringify([under, facts, sides], asText)}`;
  const known = session.compared.get(key);
  if (known) return moveCompared(known, placeOf(question, part));
  const [one, other] = sidesIn(question, part);
  const compared = compareReadings(session, one, other, optionsIn(question, part));
  session.compared.set(key, compared);
  return compared;
}

function asText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}` : value;
}

function placeOf({ session, before, after }: Question, { fixed }: Part): OtherPart {
  const indexes = [before, after].map(({ side }) => analysisOf(session, side.program).index);
  return { fixed, indexes };
}

/** Of parts with one conclusion the first stands for all; where they are not the same terms another may have less. */
function withSmallest(
  question: Question,
  { facts, compared, part, differing }: VisitedCell,
): ComparedCell {
  const { notable } = question.options;
  if (notable === undefined || !isChange(compared.comparison)) return { facts, compared };
  const [one, other] = sidesIn(question, part);
  const options = { ...optionsIn(question, part), least: notable };
  const found = findSmallest(question.session, one, other, options);
  if (!found) return { facts, compared };
  return { facts, compared, smallest: { ...found, isLeast: found.isLeast && differing.size < 2 } };
}

/** The facts with finitely many values that either side looks at, as both know them. */
function factsRead(
  session: RegionSession,
  readings: readonly Reading[],
  read: readonly ReadSet[],
): readonly Fact[] {
  const found = new Map<string, Fact>();
  const dated = factsOfManyDays(readings.map(({ side }) => side.program));
  for (const [at, { side }] of readings.entries()) {
    const { index } = analysisOf(session, side.program);
    for (const id of read[at]?.inputs ?? []) {
      const input = index.inputs.get(id);
      if (!input || input.optional || found.has(id) || dated.has(id)) continue;
      const fact = finiteFact(session, input);
      if (fact && fact.values.length > 0) found.set(id, fact);
    }
  }
  return [...found.values()];
}

function finiteFact({ peers }: RegionSession, { id, type }: InputDeclaration): Fact | undefined {
  switch (type.kind) {
    case 'boolean':
      return { id, members: [], values: [false, true] };
    case 'enumeration':
      return { id, members: [], values: jointMembers(type.enumeration, peers) };
    case 'set': {
      const members = jointMembers(type.enumeration, peers);
      return { id, members, values: heldParts(members, jointMost(id, peers)) };
    }
    default:
      return undefined;
  }
}

/** A fact that is read as of two dates may have two values in one case: no part has the one value. */
function factsOfManyDays(programs: readonly Program[]): ReadonlySet<string> {
  const days = new Map<string, Set<string>>();
  const note = (expr: Expr): void => {
    if (expr.kind !== 'input') return;
    const known = days.get(expr.input) ?? new Set();
    days.set(expr.input, known.add(JSON.stringify(expr.at ?? '')));
  };
  for (const { definitions, declarations } of programs) {
    for (const { body } of definitions) walkExpr(body, note);
    for (const each of declarations) if (each.kind === 'invariant') walkExpr(each.condition, note);
  }
  return new Set([...days].flatMap(([id, { size }]) => (size > 1 ? [id] : [])));
}

/** Parts that differ in one fact alone and have the same conclusion are one part. */
function merged(cells: readonly VisitedCell[]): readonly VisitedCell[] {
  let parts = cells;
  for (const id of new Set(cells.flatMap(({ facts }) => [...facts.keys()]))) {
    const groups = Map.groupBy(parts, (cell) => `${conclusionOf(cell)} ${keyWithout(cell, id)}`);
    parts = [...groups.values()].map((group) => joined(group, id));
  }
  return parts;
}

function joined(group: readonly VisitedCell[], id: string): VisitedCell {
  const [first] = group;
  if (!first) throw new Error('a group has a cell');
  const values = group.map(({ facts }) => facts.get(id));
  const all = values.flatMap((each) => each ?? []);
  const facts = new Map(first.facts);
  if (values.every((each) => each)) facts.set(id, all);
  const differing = new Set(group.flatMap((each) => [...each.differing]));
  return { ...first, facts, differing };
}

function keyWithout({ facts }: ComparedCell, id: string): string {
  const others = [...facts].filter(([each]) => each !== id).toSorted();
  return JSON.stringify([others, facts.has(id)]);
}

function conclusionOf({ compared }: ComparedCell): string {
  const { comparison, applicability, oneSided, open = [] } = compared;
  const numbers = 'low' in comparison ? [comparison.low, comparison.high] : [];
  const ends = numbers.map(({ proved, attained }) =>
    [proved, attained?.value].map((each) => each && `${each.numerator}/${each.denominator}`),
  );
  const reasons = 'reasons' in comparison ? comparison.reasons : [];
  return JSON.stringify([comparison.kind, ends, reasons, !!applicability, !!oneSided, open]);
}
