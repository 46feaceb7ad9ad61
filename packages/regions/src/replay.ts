import { compare, rational, subtract } from '@tiaoli/base';
import type { Outcome, Question } from '@tiaoli/interpreter';
import { checkFacts, interpretExprs, isNumber, isSameValue } from '@tiaoli/interpreter';
import type { Program, ReferenceData } from '@tiaoli/ir';
import { indexModule, isBelowEvent } from '@tiaoli/ir';
import type { Claim, Reading, Side } from './claim.ts';
import { readingsOf } from './claim.ts';
import { readSetOf } from './read-set.ts';
import type { Case } from './witness.ts';

/** What the interpreter gives for the readings of a claim on a case, and whether the claim is true of them. */
export interface Replay {
  /** The facts are inside of all domains and invariants. */
  readonly isAdmitted: boolean;
  readonly isTrue: boolean;
  readonly outcomes: readonly Outcome[];
}

/** Settles what the claim reads of the case on every side, and tells whether the claim is true. */
export function replay(
  claim: Claim,
  caseOn: (side: Side) => Case,
  reference: ReferenceData,
): Replay {
  const { readings, asked } = askedBy(claim);
  const outcomes = new Map<Reading, Outcome>();
  for (const { side, own, question } of asked) {
    const found = interpretExprs(side.program, question, caseOn(side), reference);
    for (const [at, outcome] of found.entries()) {
      const reading = own[at];
      if (reading) outcomes.set(reading, outcome);
    }
  }
  const isAdmitted = asked.every(({ side }) => isWithinDomains(side.program, caseOn(side)));
  const outcomeOf = (reading: Reading): Outcome => {
    const outcome = outcomes.get(reading);
    if (!outcome) throw new Error('a reading was not settled');
    return outcome;
  };
  return { isAdmitted, isTrue: isTrue(claim, outcomeOf), outcomes: readings.map(outcomeOf) };
}

function isWithinDomains(program: Program, { facts }: Case): boolean {
  return checkFacts(program, facts).length === 0;
}

interface Asked {
  readonly readings: readonly Reading[];
  readonly asked: readonly {
    readonly side: Side;
    /** Of that side. */
    readonly own: readonly Reading[];
    readonly question: Question;
  }[];
}

/** A claim is tried on thousands of cases. */
const known = new WeakMap<Claim, Asked>();

function askedBy(claim: Claim): Asked {
  const found = known.get(claim);
  if (found) return found;
  const readings = readingsOf(claim);
  const sides = [...new Set(readings.map(({ side }) => side))];
  const asked = sides.map((side) => {
    const own = readings.filter((reading) => reading.side === side);
    return { side, own, question: questionOf(side.program, own) };
  });
  known.set(claim, { readings, asked });
  return { readings, asked };
}

function questionOf(program: Program, readings: readonly Reading[]): Question {
  const index = indexModule(program);
  const exprs = readings.map(({ value }) => value);
  const { definitions } = readSetOf(program, index, exprs);
  const reads = program.definitions.filter(
    ({ id, entity }) => definitions.has(id) && !isBelowEvent(entity, index),
  );
  return { exprs, reads: reads.map(({ id }) => id) };
}

function isTrue(claim: Claim, outcomeOf: (reading: Reading) => Outcome): boolean {
  switch (claim.kind) {
    case 'holds': {
      const outcome = outcomeOf(claim.of);
      return outcome.status === 'value' && outcome.value === true;
    }
    case 'missing': {
      const outcome = outcomeOf(claim.of);
      if (outcome.status !== 'missing') return false;
      const { cause } = claim;
      return cause === undefined || outcome.causes.some((each) => each.cause === cause);
    }
    case 'absent':
      return outcomeOf(claim.of).status === 'not-applicable';
    case 'valued':
      return outcomeOf(claim.of).status === 'value';
    case 'exceeds': {
      const [left, right] = [outcomeOf(claim.left), outcomeOf(claim.right)];
      if (left.status !== 'value' || right.status !== 'value') return false;
      if (!isNumber(left.value) || !isNumber(right.value)) return false;
      return compare(subtract(left.value, right.value), rational(claim.by)) >= 0;
    }
    case 'same':
      return isSameOutcome(outcomeOf(claim.left), outcomeOf(claim.right));
    case 'all':
      return claim.parts.every((part) => isTrue(part, outcomeOf));
    case 'any':
      return claim.parts.some((part) => isTrue(part, outcomeOf));
    case 'not':
      return !isTrue(claim.part, outcomeOf);
  }
}

function isSameOutcome(left: Outcome, right: Outcome): boolean {
  if (left.status === 'value' && right.status === 'value') {
    return isSameValue(left.value, right.value);
  }
  return left.status === right.status;
}
