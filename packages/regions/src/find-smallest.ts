import type { Rational } from '@tiaoli/base';
import { compare } from '@tiaoli/base';
import { isNumber } from '@tiaoli/interpreter';
import { compareTo, inputRef, literal } from '@tiaoli/ir';
import type { End } from './bounds-of.ts';
import { leastOf } from './bounds-of.ts';
import type { Claim, Reading } from './claim.ts';
import type { Witness, WitnessOptions } from './find-witness.ts';
import { findWitness } from './find-witness.ts';
import { holdsOn } from './layer-invariants.ts';
import { readSetOf } from './read-set.ts';
import type { Limits } from './search.ts';
import type { RegionSession } from './session.ts';
import { analysisOf } from './session.ts';

/** Nothing that is proved hangs on the case: where it takes long, one that is not the smallest will do. */
const limits: Limits = { splits: 200, pivots: 20_000 };

export interface SmallestCase {
  readonly witness: Witness;
  /** Proved: there is none that is smaller. */
  readonly isLeast: boolean;
}

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
): SmallestCase | undefined {
  const differs: Claim = {
    kind: 'any',
    parts: [
      { kind: 'exceeds', left: after, right: before, by: least },
      { kind: 'exceeds', left: before, right: after, by: least },
    ],
  };
  const amounts = amountsOf(session, [before, after]);
  const first = { ...others, limits, firstClaim: true };
  const asFirst = findWitness(session, differs, first);
  if (asFirst.kind === 'found') {
    return withLeast(session, { amounts, differs }, first, asFirst.witness);
  }
  const later = { ...others, limits };
  const any = findWitness(session, differs, later);
  if (any.kind !== 'found') return undefined;
  const found = withLeast(session, { amounts, differs }, later, any.witness);
  return { ...found, isLeast: found.isLeast && asFirst.kind === 'never' };
}

function withLeast(
  session: RegionSession,
  { amounts, differs }: { readonly amounts: readonly Reading[]; readonly differs: Claim },
  options: WitnessOptions,
  found: Witness,
): SmallestCase {
  let witness = found;
  let isLeast = true;
  const known: Claim[] = [];
  for (const amount of amounts) {
    const now = valueIn(amount, witness);
    if (now?.numerator !== 0n) {
      const given: Claim = { kind: 'all', parts: [differs, ...known, ...atMost(amount, now)] };
      const end = leastOf(session, amount, given, options);
      witness = end?.attained?.witness ?? witness;
      isLeast &&= isProved(end);
    }
    known.push(...atMost(amount, valueIn(amount, witness)));
  }
  return { witness, isLeast };
}

function isProved(end: End | undefined): boolean {
  const { proved, attained } = end ?? {};
  return !!proved && !!attained && compare(proved, attained.value) === 0;
}

/** Undefined where the case does not name the fact. */
function valueIn({ value }: Reading, { cases }: Witness): Rational | undefined {
  if (value.kind !== 'input') return undefined;
  const given = cases.map(({ facts }) => facts.inputs.get(value.input)).find((each) => each);
  return given !== undefined && given !== null && isNumber(given) ? given : undefined;
}

/** None of an amount that is not known. */
function atMost({ side, value }: Reading, most: Rational | undefined): readonly Claim[] {
  if (!most) return [];
  const limit = literal({ kind: 'money' }, most.numerator.toString());
  return [holdsOn(side, compareTo(value, '<=', limit))];
}

/** Sums of money of the claim that either side reads, the last one declared first. */
function amountsOf(session: RegionSession, readings: readonly Reading[]): readonly Reading[] {
  const found = new Map<string, Reading>();
  for (const { side, value } of readings) {
    const { after: _, ...plain } = side;
    const { index } = analysisOf(session, side.program);
    const read = readSetOf(side.program, index, [value], side.after === true);
    for (const [id, { type, optional }] of [...index.inputs].toReversed()) {
      if (!read.inputs.has(id) || found.has(id)) continue;
      if (type.kind === 'money' && !optional) found.set(id, { side: plain, value: inputRef(id) });
    }
  }
  return [...found.values()];
}
