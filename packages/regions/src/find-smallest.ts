import { isNumber } from '@tiaoli/interpreter';
import type { Expr } from '@tiaoli/ir';
import { accumulatorRef, compareTo, inputRef, literal } from '@tiaoli/ir';
import { leastOf } from './bounds-of.ts';
import type { Claim, Reading, Side } from './claim.ts';
import type { Witness, WitnessOptions } from './find-witness.ts';
import { findWitness } from './find-witness.ts';
import { holdsOn } from './layer-invariants.ts';
import { readSetOf } from './read-set.ts';
import type { Limits } from './search.ts';
import type { RegionSession } from './session.ts';
import { analysisOf } from './session.ts';

/** Nothing that is proved hangs on the case: where it takes long, one that is not the smallest will do. */
const limits: Limits = { splits: 200, pivots: 20_000 };

/**
 * The smallest case in which a value of two sides differs by at least `least`, in its unit: a person's first claim where
 * one does; then the amounts of the claim, each as small as it can be with those before it as small as they are, from the
 * last that is declared to the first, so that what is left stands in the main one. Undefined where none was found.
 */
export function findSmallest(
  session: RegionSession,
  before: Reading,
  after: Reading,
  { least, ...others }: WitnessOptions & { readonly least: bigint },
): Witness | undefined {
  const differs: Claim = {
    kind: 'any',
    parts: [
      { kind: 'exceeds', left: after, right: before, by: least },
      { kind: 'exceeds', left: before, right: after, by: least },
    ],
  };
  const options = { ...others, limits };
  const asFirst = findWitness(session, differs, { ...options, firstClaim: true });
  if (asFirst.kind === 'found') {
    const amounts = amountsOf(session, [before, after], false);
    const firstClaim = { ...options, firstClaim: true };
    return withLeast(session, { amounts, differs }, firstClaim, asFirst.witness);
  }
  const any = findWitness(session, differs, options);
  if (any.kind !== 'found') return undefined;
  return withLeast(
    session,
    { amounts: amountsOf(session, [before, after], true), differs },
    options,
    any.witness,
  );
}

function withLeast(
  session: RegionSession,
  { amounts, differs }: { readonly amounts: readonly Reading[]; readonly differs: Claim },
  options: WitnessOptions,
  found: Witness,
): Witness {
  let smallest = found;
  const known: Claim[] = [];
  for (const amount of amounts) {
    if (isNothing(amount, smallest)) {
      known.push(atMost(amount, '0'));
      continue;
    }
    const given: Claim = { kind: 'all', parts: [differs, ...known] };
    const attained = leastOf(session, amount, given, options)?.attained;
    if (!attained) continue;
    smallest = attained.witness;
    known.push(atMost(amount, attained.value.numerator.toString()));
  }
  return smallest;
}

/** A fact of the claim that is zero cannot be less. */
function isNothing({ value }: Reading, { cases }: Witness): boolean {
  if (value.kind !== 'input') return false;
  const given = cases.map(({ facts }) => facts.inputs.get(value.input)).find((each) => each);
  return given !== undefined && given !== null && isNumber(given) && given.numerator === 0n;
}

/** @param fen  whole fen */
function atMost({ side, value }: Reading, fen: string): Claim {
  return holdsOn(side, compareTo(value, '<=', literal({ kind: 'money' }, fen)));
}

/** Sums of money that either side reads: of the state, then of the claim, the last one declared first. */
function amountsOf(
  session: RegionSession,
  readings: readonly Reading[],
  withState: boolean,
): readonly Reading[] {
  const found = new Map<string, Reading>();
  const add = (side: Side, id: string, value: Expr): void => {
    if (!found.has(id)) found.set(id, { side, value });
  };
  const plain = readings.map(({ side: { after: _, ...side } }) => side);
  for (const [at, { side, value }] of readings.entries()) {
    const { index } = analysisOf(session, side.program);
    const read = readSetOf(side.program, index, [value], side.after === true);
    const own = plain[at] ?? side;
    for (const id of withState ? read.accumulators : []) {
      if (index.accumulators.get(id)?.type.kind === 'money') add(own, id, accumulatorRef(id));
    }
    for (const id of declaredLastFirst(read.inputs, [...index.inputs.keys()])) {
      const { type, optional } = index.inputs.get(id) ?? {};
      if (type?.kind === 'money' && !optional) add(own, id, inputRef(id));
    }
  }
  return [...found.values()];
}

function declaredLastFirst(
  ids: ReadonlySet<string>,
  declared: readonly string[],
): readonly string[] {
  return declared.filter((id) => ids.has(id)).toReversed();
}
