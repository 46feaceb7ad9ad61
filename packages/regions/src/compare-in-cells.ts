import type { Expr } from '@tiaoli/ir';
import type { FixedFacts, Reading, Side } from './claim.ts';
import type { ComparedReading, CompareOptions } from './compare-readings.ts';
import { compareReadings, keyOfLowered } from './compare-readings.ts';
import { jointMembers } from './joint-domains.ts';
import type { ReadSet } from './read-set.ts';
import { readSetOf } from './read-set.ts';
import type { RegionSession } from './session.ts';
import { analysisOf, lowerOn } from './session.ts';

/** A part of the domain in which one conclusion holds: for each fact that tells it from the rest, the values it may have. */
export interface ComparedCell {
  readonly facts: CellFacts;
  readonly compared: ComparedReading;
}

/** By `InputDeclaration.id`; facts that are not named are free. */
export type CellFacts = ReadonlyMap<string, readonly FactValue[]>;

type FactValue = string | boolean;

/** What was looked at on the way: parts told apart, and parts that had to be searched. */
export interface CellCounts {
  readonly cells: number;
  readonly searched: number;
}

/**
 * Compares a value of two sides, part by part of the facts with finitely many values.
 *
 * Values of a fact under which both sides are the same terms are one part; parts with the same two sides are searched
 * once. The parts cover the joint domain and do not overlap.
 */
export function compareInCells(
  session: RegionSession,
  before: Reading,
  after: Reading,
  options: CompareOptions = {},
): { readonly cells: readonly ComparedCell[]; readonly counts: CellCounts } {
  const known = new Map<string, ComparedReading>();
  const cells: ComparedCell[] = [];
  const read = [before, after].map((reading) => readingSet(session, reading));
  visit(new Map(), new Map(), factsRead(session, [before, after], read));
  return { cells: merged(cells), counts: { cells: cells.length, searched: known.size } };

  function visit(fixed: FixedFacts, facts: CellFacts, left: readonly Fact[]): void {
    const [fact, ...rest] = left;
    if (!fact) {
      const [key, sides] = [keyIn(fixed), [before, after].map((each) => fixedOn(each, fixed))];
      const [one, other] = sides;
      if (!one || !other) throw new Error('a comparison has two sides');
      const compared = known.get(key) ?? compareReadings(session, one, other, options);
      known.set(key, compared);
      cells.push({ facts, compared });
      return;
    }
    const classes = Map.groupBy(fact.values, (value) =>
      keyIn(new Map([...fixed, [fact.id, value]])),
    );
    if (classes.size === 1) {
      visit(fixed, facts, rest);
      return;
    }
    for (const values of classes.values()) {
      const [first] = values;
      if (first === undefined) continue;
      visit(new Map([...fixed, [fact.id, first]]), new Map([...facts, [fact.id, values]]), rest);
    }
  }

  /** Both sides, and what binds their facts, under some facts. */
  function keyIn(fixed: FixedFacts): string {
    const parts = [before, after].map((reading, at) => {
      const { side, value } = fixedOn(reading, fixed);
      const bound = read[at]?.invariants.map(({ condition }) => keyOn(side, condition)) ?? [];
      return [keyOn(side, value), ...bound].join(' & ');
    });
    return parts.join(' | ');
  }

  function keyOn(side: Side, expr: Expr): string {
    return keyOfLowered(lowerOn(session, side, expr));
  }
}

function fixedOn({ side, value }: Reading, fixed: FixedFacts): Reading {
  return { side: { ...side, fixed }, value };
}

interface Fact {
  readonly id: string;
  readonly values: readonly FactValue[];
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
  for (const [at, { side }] of readings.entries()) {
    const { index } = analysisOf(session, side.program);
    for (const id of read[at]?.inputs ?? []) {
      const input = index.inputs.get(id);
      if (!input || input.optional || found.has(id)) continue;
      if (input.type.kind === 'boolean') found.set(id, { id, values: [false, true] });
      if (input.type.kind === 'enumeration') {
        found.set(id, { id, values: jointMembers(input.type.enumeration, session.peers) });
      }
    }
  }
  return [...found.values()];
}

/** Parts that differ in one fact alone and have the same conclusion are one part. */
function merged(cells: readonly ComparedCell[]): readonly ComparedCell[] {
  let parts = cells;
  for (const id of new Set(cells.flatMap(({ facts }) => [...facts.keys()]))) {
    const groups = Map.groupBy(parts, (cell) => `${conclusionOf(cell)} ${keyWithout(cell, id)}`);
    parts = [...groups.values()].map((group) => joined(group, id));
  }
  return parts;
}

function joined(group: readonly ComparedCell[], id: string): ComparedCell {
  const [first] = group;
  if (!first) throw new Error('a group has a cell');
  const values = group.map(({ facts }) => facts.get(id));
  const all = values.flatMap((each) => each ?? []);
  const facts = new Map(first.facts);
  if (values.every((each) => each)) facts.set(id, all);
  return { facts, compared: first.compared };
}

function keyWithout({ facts }: ComparedCell, id: string): string {
  const others = [...facts].filter(([each]) => each !== id).toSorted();
  return JSON.stringify([others, facts.has(id)]);
}

function conclusionOf({ compared: { comparison, applicability, oneSided } }: ComparedCell): string {
  const numbers = 'low' in comparison ? [comparison.low, comparison.high] : [];
  const ends = numbers.map(({ proved, attained }) =>
    [proved, attained?.value].map((each) => each && `${each.numerator}/${each.denominator}`),
  );
  const reasons = 'reasons' in comparison ? comparison.reasons : [];
  return JSON.stringify([comparison.kind, ends, reasons, !!applicability, !!oneSided]);
}
