import type { Expr } from '@tiaoli/ir';
import type { CellFacts, FactValue } from './cell-facts.ts';
import { fixedValueOf, holdsSeveral } from './cell-facts.ts';
import type { Claim, FixedFacts, Reading, Side } from './claim.ts';
import type { CompareOptions } from './compare-readings.ts';
import { keyOfLowered } from './compare-readings.ts';
import type { ReadSet } from './read-set.ts';
import { readSetOf } from './read-set.ts';
import type { RegionSession } from './session.ts';
import { analysisOf, lowerOn } from './session.ts';

export interface Fact {
  readonly id: string;
  readonly values: readonly FactValue[];
  /** Of a set, those that it may hold. */
  readonly members: readonly string[];
}

/** Facts that are fixed, sets that hold several, and both in words. */
export interface Part {
  readonly fixed: FixedFacts;
  readonly several: readonly Fact[];
  readonly facts: CellFacts;
}

/** What is compared in every part. */
export interface Question {
  readonly session: RegionSession;
  readonly before: Reading;
  readonly after: Reading;
  /** What each side looks at. */
  readonly read: readonly ReadSet[];
  readonly options: CompareOptions;
}

export const wholePart: Part = { fixed: new Map(), several: [], facts: new Map() };

export function sidesIn({ before, after }: Question, { fixed }: Part): readonly [Reading, Reading] {
  return [fixedOn(before, fixed), fixedOn(after, fixed)];
}

/** Whatever the facts that are still free: there is nothing to tell apart. */
export function isSameIn(question: Question, part: Part): boolean {
  const { session } = question;
  const [one, other] = sidesIn(question, part).map(({ side, value }) =>
    keyOn(session, side, value),
  );
  return one === other && session.pool.atOdds.size === 0;
}

/** Both sides, and what binds their facts, in a part. */
export function keyIn(question: Question, part: Part): string {
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
export function withValue(part: Part, fact: Fact, values: readonly FactValue[]): Part {
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

export function readingSet(session: RegionSession, { side, value }: Reading): ReadSet {
  const { index } = analysisOf(session, side.program);
  return readSetOf(side.program, index, [value], side.after === true);
}

export function optionsIn({ before, options }: Question, { several }: Part): CompareOptions {
  const given = several.map(({ id, members }): Claim => {
    const value = holdsSeveral(id, members);
    return { kind: 'holds', of: { side: before.side, value } };
  });
  return { ...options, given: [...(options.given ?? []), ...given] };
}
