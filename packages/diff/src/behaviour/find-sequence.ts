import type { Facts, Outcome, State } from '@tiaoli/interpreter';
import { checkFacts, emptyState, interpretStep, isSameValue } from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import type { Limits, RegionSession, WitnessOptions } from '@tiaoli/regions';
import { findWitness } from '@tiaoli/regions';
import type { ClaimSequence } from './behaviour.ts';
import type { ComparedResult } from './compared-results.ts';
import { readBy } from './compared-results.ts';
import { alike, countingClaims } from './counting-claims.ts';

/** So many different claims of a person are looked for; one and the same claim, again and again, up to more. */
const mostClaims = 3;
const mostRepeats = 30;
/** Of so many results a claim is looked for that counts much. */
const mostReaders = 3;

/** Less than a comparison is worth: nothing that is proved hangs on these claims. */
const limits: Limits = { splits: 300, pivots: 40_000 };

/**
 * The fewest claims of a person, from the first on, whose last one comes to another result because an accumulator was kept
 * otherwise; settled with both whole programs, each from the state that it has made itself. Undefined where none was found.
 */
export function findSequence(
  session: RegionSession,
  moved: ComparedResult,
  { results, examples }: { results: readonly ComparedResult[]; examples: readonly Facts[] },
  options: Pick<WitnessOptions, 'usualDays'>,
): ClaimSequence | undefined {
  const readers = results.filter((each) => reads(each, moved.accumulator));
  const found = sought(session, readers, options) ?? repeated(readers, examples);
  if (found) return found;
  const counting = readers
    .slice(0, mostReaders)
    .map((reader) => countingClaims(session, moved, reader, options));
  const most = counting.flatMap((each) => each.most ?? []);
  const least = counting.flatMap((each) => each.least ?? []);
  return repeated(readers, most) ?? followed(readers, least, [...most, ...examples]);
}

function reads({ kind, before, after }: ComparedResult, accumulator: string | undefined): boolean {
  if (kind !== 'result' || accumulator === undefined) return false;
  return [before, after].some((reading) => readBy(reading).accumulators.has(accumulator));
}

/** By the engine: two claims that may be unlike, then three. */
function sought(
  session: RegionSession,
  readers: readonly ComparedResult[],
  { usualDays }: Pick<WitnessOptions, 'usualDays'>,
): ClaimSequence | undefined {
  for (let claim = 2; claim <= mostClaims; claim += 1) {
    for (const reader of readers) {
      const [left, right] = [reader.before, reader.after].map(({ side, value }) => ({
        side: { ...side, claim },
        value,
      }));
      if (!left || !right) throw new Error('a comparison has two sides');
      const answer = findWitness(
        session,
        { kind: 'not', part: { kind: 'same', left, right } },
        { ...(usualDays && { usualDays }), limits, firstClaim: true },
      );
      if (answer.kind !== 'found') continue;
      const [, other] = answer.witness.cases;
      const claims = answer.witness.history.map(({ facts }) => facts);
      const found = settled([reader], withMore(claims, other?.facts));
      if (found) return found;
    }
  }
  return undefined;
}

/** The last claim with what the later side alone reads. */
function withMore(claims: readonly Facts[], other: Facts | undefined): readonly Facts[] {
  const last = claims.at(-1);
  if (!last || !other) return claims;
  const inputs = new Map([...other.inputs, ...last.inputs]);
  const children = new Map([...other.children, ...last.children]);
  const spells = new Map([...(other.spells ?? []), ...(last.spells ?? [])]);
  return [...claims.slice(0, -1), { inputs, children, spells }];
}

/** A claim that keeps the accumulator otherwise, made again and again from the first on. */
function repeated(
  readers: readonly ComparedResult[],
  examples: readonly Facts[],
): ClaimSequence | undefined {
  const [reader] = readers;
  if (!reader) return undefined;
  for (const facts of examples) {
    for (const claims of alike(reader.before.side.program, facts, mostRepeats)) {
      const found = settled(readers, claims);
      if (found) return found;
    }
  }
  return undefined;
}

/** A claim that counts little, once or some times, and then one that may go beyond what little left of a limit. */
function followed(
  readers: readonly ComparedResult[],
  little: readonly Facts[],
  last: readonly Facts[],
): ClaimSequence | undefined {
  const [reader] = readers;
  if (!reader) return undefined;
  const { program } = reader.before.side;
  const begun = [1, mostRepeats].flatMap((count) =>
    little.flatMap((facts) => alike(program, facts, count)),
  );
  for (const claims of begun) {
    for (const facts of last) {
      const found = settled(readers, [...claims, facts]);
      if (found) return found;
    }
  }
  return undefined;
}

/** The claims up to the first of which a result is another; undefined where none is, or a side does not take them. */
function settled(
  readers: readonly ComparedResult[],
  claims: readonly Facts[],
): ClaimSequence | undefined {
  const [first] = readers;
  if (!first) return undefined;
  const programs = [first.before.side.program, first.after.side.program];
  const isTaken = (program: Program): boolean =>
    [...new Set(claims)].every((facts) => checkFacts(program, facts).length === 0);
  if (!programs.every(isTaken)) return undefined;
  let states: readonly State[] = programs.map(() => emptyState);
  for (const [at, facts] of claims.entries()) {
    const [old, now] = programs.map((program, side) =>
      interpretStep(program, states[side] ?? emptyState, facts, { reference: first.reference }),
    );
    if (!old || !now) throw new Error('a comparison has two sides');
    for (const {
      before: { value },
      name,
      type,
    } of readers) {
      if (value.kind !== 'definition') continue;
      const before = old.outcomes.get(value.definition);
      const after = now.outcomes.get(value.definition);
      if (!before || !after || isAlike(before, after)) continue;
      return { claims: claims.slice(0, at + 1), result: { name, type }, before, after };
    }
    states = [old.state, now.state];
  }
  return undefined;
}

function isAlike(left: Outcome, right: Outcome): boolean {
  if (left.status === 'value' && right.status === 'value') {
    return isSameValue(left.value, right.value);
  }
  return left.status === right.status;
}
