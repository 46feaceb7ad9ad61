import type { DayNumber } from '@tiaoli/base';
import type { Outcome } from '@tiaoli/interpreter';
import type { Claim, Side } from './claim.ts';
import { readingsOf } from './claim.ts';
import { and, isAtLeastZero, isZero, or } from './conditions.ts';
import { declaredBounds, scaleOfFact } from './facts.ts';
import { meaningOfCondition } from './fingerprint.ts';
import { integerForm, scaleForm, shiftForm, subtractForms } from './linear-form.ts';
import { lowerClaim } from './lower-claim.ts';
import { isMissing, truthOf } from './lowered.ts';
import type { Point } from './point.ts';
import type { Condition } from './pool.ts';
import type { ReadSet } from './read-set.ts';
import { readSetOf } from './read-set.ts';
import { replay } from './replay.ts';
import type { Candidate, GaveUp, Limits } from './search.ts';
import { explore, leavesOf, usualLimits } from './search.ts';
import type { RegionSession } from './session.ts';
import { analysisOf, limitsLeft, lowerOn, referenceOf } from './session.ts';
import { holdsAt, simplifyPoint } from './simplify-point.ts';
import { assume, createSpace } from './space.ts';
import type { Case } from './witness.ts';
import { caseOf } from './witness.ts';

/** Whether some case inside of the declared domains and invariants makes a claim true. */
export type WitnessAnswer =
  /** Proved: there is none. */
  | { readonly kind: 'never' }
  | { readonly kind: 'found'; readonly witness: Witness }
  | { readonly kind: 'undecided'; readonly reasons: readonly GaveUp[] }
  /** The engine and the interpreter disagree: a bug of ours, never a finding. */
  | { readonly kind: 'contradicted'; readonly witness: Witness };

/** A case that the interpreter settled, on the side that comes first in the claim. */
export interface Witness extends Case {
  readonly side: Side;
  /** The claims that lead to it, its own last: one for most questions. */
  readonly history: readonly Case[];
  /** The last claim and the state before it as each side reads them, in the order of the readings. */
  readonly cases: readonly Case[];
  /** What the interpreter gave for the readings of the claim, in the order of `readingsOf`. */
  readonly outcomes: readonly Outcome[];
}

export interface WitnessOptions {
  readonly limits?: Limits;
  /** Only a person's first claim: every accumulator is as before any claim. */
  readonly firstClaim?: boolean;
  /** What is known of the prior state; claims of its own, proved elsewhere. */
  readonly given?: readonly Claim[];
  /** The day that a date has in a witness where it does not matter, by `InputDeclaration.id`. */
  readonly usualDays?: ReadonlyMap<string, DayNumber>;
}

/** Answers exactly, or says why it cannot; a witness was replayed through the interpreter. */
export function findWitness(
  session: RegionSession,
  claim: Claim,
  options: WitnessOptions = {},
): WitnessAnswer {
  const asked = prepare(session, claim, options);
  if (session.pool.atOdds.size > 0) return { kind: 'undecided', reasons: ['at-odds'] };
  const { proofs } = session.pool;
  const meaning = meaningOfCondition(session.pool, asked.condition);
  if (proofs.impossible.has(meaning)) return { kind: 'never' };
  const answer = searchFor(session, asked, options.limits ?? usualLimits);
  if (answer.kind === 'never') proofs.impossible.add(meaning);
  return answer;
}

function searchFor(session: RegionSession, asked: Asked, limits: Limits): WitnessAnswer {
  const reasons = new Set<GaveUp>();
  let answer: WitnessAnswer | undefined;
  const space = createSpace(session.pool);
  if (!assume(space, asked.condition)) return { kind: 'never' };
  const look = (points: readonly Candidate[]): 'closer' | 'stop' => {
    answer = points.map((each) => tryPoint(session, asked, each)).find((each) => each);
    return answer ? 'stop' : 'closer';
  };
  const visitor = { look, leave: (reason: GaveUp) => void reasons.add(reason) };
  const search = {
    ...{ space, visitor, limits: limitsLeft(session, limits) },
    ...{ splits: 0, depth: 0, stopped: false },
  };
  explore(search, []);
  session.work.leaves += leavesOf(search);
  if (answer) return answer;
  return reasons.size > 0 ? { kind: 'undecided', reasons: [...reasons] } : { kind: 'never' };
}

/** A claim with everything that a case must be besides. */
export interface Asked {
  readonly claim: Claim;
  readonly condition: Condition;
  readonly sides: readonly { readonly side: Side; readonly read: ReadSet }[];
}

export function prepare(
  session: RegionSession,
  claim: Claim,
  { firstClaim = false, given = [], usualDays = new Map() }: WitnessOptions,
): Asked {
  const whole: Claim = given.length === 0 ? claim : { kind: 'all', parts: [claim, ...given] };
  const readings = readingsOf(whole);
  const sides = [...new Set(readings.map(({ side }) => side))].map((side) => {
    const exprs = readings.filter((each) => each.side === side).map(({ value }) => value);
    const { index } = analysisOf(session, side.program);
    const writes = side.after === true || (side.claim ?? 1) > 1;
    return { side, read: readSetOf(side.program, index, exprs, writes) };
  });
  const { pool } = session;
  const claimed = lowerClaim(session, whole);
  // What cannot be for the claim alone need not be prepared further.
  if (claimed.kind === 'false') return { claim, condition: claimed, sides };
  const condition = and(pool, [
    claimed,
    ...sides.flatMap(({ side, read }) =>
      claimsOf(side).flatMap((each) => invariantsOf(session, each, read)),
    ),
    ...sides.flatMap(({ side }) => changedFacts(session, side)),
    ...(firstClaim ? sides.flatMap(({ side, read }) => initialState(session, side, read)) : []),
  ]);
  for (const { side, read } of sides) {
    for (const each of claimsOf(side)) touchInputs(session, each, read);
    for (const [input, day] of usualDays) {
      if (read.inputs.has(input)) noteUsualDay(session, side, input, day);
    }
  }
  return { claim, condition, sides };
}

/** The claims that lead to a side, its own last. */
function claimsOf(side: Side): readonly Side[] {
  const { after: _, claim = 1, ...plain } = side;
  const earlier = Array.from({ length: claim - 1 }, (_, at) => ({
    ...plain,
    changes: [],
    claim: at + 1,
  }));
  return [...earlier, { ...plain, claim }];
}

/** Every input that is read gets its term, so that a witness names it. */
function touchInputs(session: RegionSession, side: Side, read: ReadSet): void {
  const { index } = analysisOf(session, side.program);
  for (const input of read.inputs) {
    if (!index.inputs.get(input)?.spells) lowerOn(session, side, { kind: 'input', input });
  }
}

function noteUsualDay(session: RegionSession, side: Side, input: string, day: DayNumber): void {
  const lowered = lowerOn(session, side, { kind: 'input', input });
  const [term] = lowered.kind === 'number' ? lowered.value.ids : [];
  if (term !== undefined) session.pool.usualNumbers.set(term, BigInt(day));
}

/** An invariant is broken only where it is known to be false. */
function invariantsOf(session: RegionSession, side: Side, read: ReadSet): readonly Condition[] {
  const { pool } = session;
  return read.invariants.map(({ condition }) => {
    const lowered = lowerOn(session, side, condition);
    return or(pool, [isMissing(pool, lowered), lowered.absent, truthOf(pool, lowered)]);
  });
}

function initialState(session: RegionSession, side: Side, read: ReadSet): readonly Condition[] {
  const { pool } = session;
  return [...read.accumulators].flatMap((accumulator) => {
    const { program, name } = side;
    const first = { name, program, changes: [] };
    const lowered = lowerOn(session, first, { kind: 'accumulator', accumulator });
    if (lowered.absent.kind !== 'false') return [lowered.absent];
    return lowered.kind === 'number' ? [isZero(pool, lowered.value)] : [];
  });
}

/** A changed fact stays in its declared domain. */
function changedFacts(session: RegionSession, side: Side): readonly Condition[] {
  const { pool } = session;
  const { index } = analysisOf(session, side.program);
  return side.changes.flatMap(({ input }) => {
    const declared = index.inputs.get(input);
    const lowered = lowerOn(session, side, { kind: 'input', input });
    if (!declared || lowered.kind !== 'number') return [];
    const scale = scaleOfFact(declared);
    const { low, high } = declaredBounds(declared, scale);
    const scaled = scaleForm(lowered.value, { numerator: scale, denominator: 1n });
    return [
      ...(low === undefined ? [] : [isAtLeastZero(pool, shiftForm(scaled, -low))]),
      ...(high === undefined
        ? []
        : [isAtLeastZero(pool, subtractForms(integerForm(high), scaled))]),
    ];
  });
}

/** Settles the case of a point where the claim may be true of it. */
export function tryPoint(
  session: RegionSession,
  asked: Asked,
  { point, values }: Candidate,
): WitnessAnswer | undefined {
  const { pool } = session;
  const isTrue = values.condition(asked.condition);
  if (isTrue === false) return undefined;
  const simple = isTrue ? simplifyPoint(pool, point, holdsAt(pool, asked.condition)) : point;
  const found = replayPoint(session, asked, simple);
  if (found.isTrue) return { kind: 'found', witness: found.witness() };
  return isTrue ? { kind: 'contradicted', witness: found.witness() } : undefined;
}

/** What the interpreter says of the claim at a point. */
export function replayPoint(
  session: RegionSession,
  { claim, sides }: Asked,
  point: Point,
): { readonly isTrue: boolean; readonly witness: () => Witness } {
  const cases = new Map(
    sides.map(({ side, read }) => [side, caseOf(session, side, read, point)] as const),
  );
  const caseOn = (side: Side): Case => {
    const found = cases.get(side);
    if (!found) throw new Error('a side that no reading names');
    return found;
  };
  const [first] = sides;
  if (!first) throw new Error('a claim without readings');
  const { isAdmitted, isTrue, outcomes } = replay(claim, caseOn, referenceOf(session));
  // Of thousands of points that are tried one is shown.
  const witness = (): Witness => ({
    ...{ side: first.side, ...caseOn(first.side), outcomes },
    history: claimsOf(first.side).map((each) => caseOf(session, each, first.read, point)),
    cases: sides.map(({ side: { after: _, ...plain }, read }) =>
      caseOf(session, plain, read, point),
    ),
  });
  return { isTrue: isAdmitted && isTrue, witness };
}
