import type { Expr, InputDeclaration, Program } from '@tiaoli/ir';
import { walkExpr } from '@tiaoli/ir';
import type { CellFacts, FactValue } from './cell-facts.ts';
import { fixedValueOf, heldParts, holdsSeveral } from './cell-facts.ts';
import type { Claim, FixedFacts, Reading, Side } from './claim.ts';
import type { ComparedReading, CompareOptions } from './compare-readings.ts';
import { compareReadings, keyOfLowered } from './compare-readings.ts';
import type { SmallestCase } from './find-smallest.ts';
import { findSmallest } from './find-smallest.ts';
import { countFreeAmounts } from './free-amounts.ts';
import { jointMembers, jointMost } from './joint-domains.ts';
import type { OtherPart } from './move-witness.ts';
import { moveCompared } from './move-witness.ts';
import type { ReadSet } from './read-set.ts';
import { readSetOf } from './read-set.ts';
import type { RegionSession } from './session.ts';
import { analysisOf, lowerOn } from './session.ts';

/** A part of the domain in which one conclusion holds: for each fact that tells it from the rest, the values it may have. */
export interface ComparedCell {
  readonly facts: CellFacts;
  readonly compared: ComparedReading;
  /** Where the change is one that is noticed, as `CompareOptions.notable` says. */
  readonly smallest?: SmallestCase;
}

interface VisitedCell extends ComparedCell {
  readonly part: Part;
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

/** Facts that are fixed, sets that hold several, and both in words. */
interface Part {
  readonly fixed: FixedFacts;
  readonly several: readonly Fact[];
  readonly facts: CellFacts;
}

/** What is compared in every part. */
interface Question {
  readonly session: RegionSession;
  readonly before: Reading;
  readonly after: Reading;
  /** What each side looks at. */
  readonly read: readonly ReadSet[];
  readonly options: CompareOptions;
}

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
  const visit = (part: Part, left: readonly Fact[]): void => {
    const [fact, ...rest] = left;
    if (!fact || isSameIn(question, part)) {
      const key = keyIn(question, part);
      const found = known.get(key);
      const compared = found
        ? moveCompared(found, placeOf(question, part))
        : compareIn(question, part);
      if (!found) freeAmounts = Math.max(freeAmounts, freeIn(question, part, compared));
      if (!found) known.set(key, compared);
      cells.push({ facts: part.facts, compared, part });
      return;
    }
    const classes = Map.groupBy(fact.values, (value) =>
      keyIn(question, withValue(part, fact, [value])),
    );
    const [only, ...others] = classes.keys();
    if (others.length === 0 && only === keyIn(question, part)) visit(part, rest);
    else for (const values of classes.values()) visit(withValue(part, fact, values), rest);
  };
  const whole: Part = { fixed: new Map(), several: [], facts: new Map() };
  visit(whole, factsRead(session, [before, after], read));
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

function compareIn(question: Question, part: Part): ComparedReading {
  const [one, other] = sidesIn(question, part);
  return compareReadings(question.session, one, other, optionsIn(question, part));
}

function placeOf({ session, before, after }: Question, { fixed }: Part): OtherPart {
  const indexes = [before, after].map(({ side }) => analysisOf(session, side.program).index);
  return { fixed, indexes };
}

function optionsIn({ before, options }: Question, { several }: Part): CompareOptions {
  const given = several.map(({ id, members }): Claim => {
    const value = holdsSeveral(id, members);
    return { kind: 'holds', of: { side: before.side, value } };
  });
  return { ...options, given: [...(options.given ?? []), ...given] };
}

/** Of parts with one conclusion the first stands for all. */
function withSmallest(question: Question, { facts, compared, part }: VisitedCell): ComparedCell {
  const { notable } = question.options;
  const { kind } = compared.comparison;
  const isChange = kind === 'changed-exact' || kind === 'changed-bounded';
  if (notable === undefined || !isChange) return { facts, compared };
  const [one, other] = sidesIn(question, part);
  const options = { ...optionsIn(question, part), least: notable };
  const smallest = findSmallest(question.session, one, other, options);
  return { facts, compared, ...(smallest && { smallest }) };
}

function sidesIn({ before, after }: Question, { fixed }: Part): readonly [Reading, Reading] {
  return [fixedOn(before, fixed), fixedOn(after, fixed)];
}

/** Whatever the facts that are still free: there is nothing to tell apart. */
function isSameIn(question: Question, part: Part): boolean {
  const { session } = question;
  const [one, other] = sidesIn(question, part).map(({ side, value }) =>
    keyOn(session, side, value),
  );
  return one === other && session.pool.atOdds.size === 0;
}

/** Both sides, and what binds their facts, in a part. */
function keyIn(question: Question, part: Part): string {
  const { session, read } = question;
  const parts = sidesIn(question, part).map(({ side, value }, at) => {
    const bound =
      read[at]?.invariants.map(({ condition }) => keyOn(session, side, condition)) ?? [];
    return [keyOn(session, side, value), ...bound].join(' & ');
  });
  return [...parts, ...part.several.map(({ id }) => id)].join(' | ');
}

function keyOn(session: RegionSession, side: Side, expr: Expr): string {
  return keyOfLowered(lowerOn(session, side, expr));
}

/** The values are alike: the first stands for all. */
function withValue(part: Part, fact: Fact, values: readonly FactValue[]): Part {
  const { id } = fact;
  const [value] = values;
  if (value === undefined) throw new Error('a part has a value');
  const facts = new Map([...part.facts, [id, values]]);
  const fixed = fixedValueOf(value);
  return fixed === undefined
    ? { ...part, facts, several: [...part.several, fact] }
    : { ...part, facts, fixed: new Map([...part.fixed, [id, fixed]]) };
}

function fixedOn({ side, value }: Reading, fixed: FixedFacts): Reading {
  return { side: { ...side, fixed }, value };
}

interface Fact {
  readonly id: string;
  readonly values: readonly FactValue[];
  /** Of a set, those that it may hold. */
  readonly members: readonly string[];
}

function readingSet(session: RegionSession, { side, value }: Reading): ReadSet {
  const { index } = analysisOf(session, side.program);
  return readSetOf(side.program, index, [value], side.after === true);
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
  return { ...first, facts };
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
