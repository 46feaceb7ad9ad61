import type { Rational } from '@tiaoli/base';
import { compare, negate as negative } from '@tiaoli/base';
import type { End } from './bounds-of.ts';
import { boundsOf } from './bounds-of.ts';
import type { Claim, Reading } from './claim.ts';
import type { Witness, WitnessOptions } from './find-witness.ts';
import { findWitness } from './find-witness.ts';
import { keyOfForm } from './linear-form.ts';
import type { Lowered } from './lowered.ts';
import type { GaveUp } from './search.ts';
import type { RegionSession } from './session.ts';
import { lowerOn } from './session.ts';

/** How one value of two sides differs over the whole domain. */
export type Comparison =
  /** The same terms on both sides. */
  | { readonly kind: 'same-form' }
  /** Proved: equal in every case. */
  | { readonly kind: 'same-proved' }
  /** Proved: |after − before| is at most `most`, in the unit of the values. */
  | { readonly kind: 'rounding'; readonly most: Rational; readonly low: End; readonly high: End }
  /** Replayed cases at the proved ends of after − before. */
  | { readonly kind: 'changed-exact'; readonly low: End; readonly high: End }
  /** A replayed case, and proved bounds that may be wider than the change. */
  | { readonly kind: 'changed-bounded'; readonly low: End; readonly high: End }
  /** Another member, truth value or set; or undetermined on one side alone. */
  | { readonly kind: 'changed'; readonly witness: Witness }
  | { readonly kind: 'undecided'; readonly reasons: readonly (GaveUp | 'contradicted')[] };

export interface ComparedReading {
  readonly comparison: Comparison;
  /** 不适用 on one side and a value on the other. */
  readonly applicability?: Witness;
  /** Undetermined on one side and not on the other. */
  readonly oneSided?: Witness;
  /** Why it is not known whether there is more of these than was found. */
  readonly open?: readonly (GaveUp | 'contradicted')[];
}

export interface CompareOptions extends WitnessOptions {
  /** What counts as rounding at most, in the unit of the values (money: fen); without it nothing does. */
  readonly mostRounding?: Rational;
  /** From which difference on it is noticed: the smallest case with one is sought; without it none is. */
  readonly notable?: bigint;
}

/** Compares a value of two sides in every case, the prior state free and the same on both. */
export function compareReadings(
  session: RegionSession,
  before: Reading,
  after: Reading,
  options: CompareOptions = {},
): ComparedReading {
  const [left, right] = [before, after].map(({ side, value }) => lowerOn(session, side, value));
  const isAlike = session.pool.atOdds.size === 0;
  if (isAlike && left && right && isSameLowered(left, right)) {
    return { comparison: { kind: 'same-form' } };
  }
  const same: Claim = { kind: 'same', left: before, right: after };
  const different = findWitness(session, { kind: 'not', part: same }, options);
  if (different.kind === 'never') return { comparison: { kind: 'same-proved' } };
  const only = (of: (reading: Reading) => Claim): Claim => ({
    kind: 'any',
    parts: [
      { kind: 'all', parts: [of(before), { kind: 'not', part: of(after) }] },
      { kind: 'all', parts: [of(after), { kind: 'not', part: of(before) }] },
    ],
  });
  const known: readonly Claim[] = [before, after].map((of) => ({
    kind: 'not',
    part: { kind: 'missing', of },
  }));
  const absent = only((of) => ({ kind: 'absent', of }));
  const applicability = findWitness(session, { kind: 'all', parts: [...known, absent] }, options);
  const missing = only((of) => ({ kind: 'missing', of }));
  const oneSided = findWitness(session, missing, options);
  const isNumber = left?.kind === 'number' && right?.kind === 'number';
  const statuses = [applicability, oneSided];
  const open = statuses.flatMap((each) => reasonsOf(each));
  const comparison = isNumber
    ? withReasons(compareNumbers(session, before, after, options), open)
    : changeOf(different);
  return {
    comparison,
    ...(comparison.kind !== 'undecided' && open.length > 0 && { open }),
    ...(applicability.kind === 'found' && { applicability: applicability.witness }),
    ...(oneSided.kind === 'found' && { oneSided: oneSided.witness }),
  };
}

/** The same terms and conditions: interned ones, so that looking is enough. */
export function isSameLowered(left: Lowered, right: Lowered): boolean {
  return keyOfLowered(left) === keyOfLowered(right);
}

/** The same terms and conditions have the same key: they are interned. */
export function keyOfLowered(lowered: Lowered): string {
  const missing = Object.entries(lowered.missing).map(([cause, { id }]) => `${cause}${id}`);
  return `${keyOfValue(lowered)} ${lowered.absent.id} ${missing.toSorted().join()}`;
}

function keyOfValue(lowered: Lowered): string {
  switch (lowered.kind) {
    case 'number':
      return keyOfForm(lowered.value);
    case 'truth':
      return `truth ${lowered.value.id}`;
    case 'member':
      return lowered.options.map(({ member, when }) => `${member}:${when.id}`).join();
    case 'set':
      return [...lowered.members].map(([member, { id }]) => `${member}:${id}`).join();
    case 'none':
      return 'none';
  }
}

type Found = ReturnType<typeof findWitness>;

function changeOf(different: Found): Comparison {
  return different.kind === 'found'
    ? { kind: 'changed', witness: different.witness }
    : { kind: 'undecided', reasons: reasonsOf(different) };
}

function reasonsOf(answer: Found): readonly (GaveUp | 'contradicted')[] {
  if (answer.kind === 'undecided') return answer.reasons;
  return answer.kind === 'contradicted' ? ['contradicted'] : [];
}

/** A difference of status that is not decided leaves the whole undecided where the numbers do not differ. */
function withReasons(
  comparison: Comparison,
  reasons: readonly (GaveUp | 'contradicted')[],
): Comparison {
  const isQuiet = comparison.kind === 'same-proved' || comparison.kind === 'rounding';
  return isQuiet && reasons.length > 0 ? { kind: 'undecided', reasons } : comparison;
}

function compareNumbers(
  session: RegionSession,
  before: Reading,
  after: Reading,
  options: CompareOptions,
): Comparison {
  const bounds = boundsOf(session, { left: after, right: before }, undefined, options);
  if (bounds.kind === 'never') return { kind: 'same-proved' };
  if (bounds.kind === 'contradicted') return { kind: 'undecided', reasons: ['contradicted'] };
  return numbersCompared(bounds.low, bounds.high, options);
}

/** What the bounds of a difference say of it. */
export function numbersCompared(low: End, high: End, { mostRounding }: CompareOptions): Comparison {
  const most = low.proved && high.proved && largest(negative(low.proved), high.proved);
  if (most?.numerator === 0n) return { kind: 'same-proved' };
  if (most && mostRounding && compare(most, mostRounding) <= 0) {
    return { kind: 'rounding', most, low, high };
  }
  if (isExact(low) && isExact(high)) return { kind: 'changed-exact', low, high };
  const isChanged = [low, high].some(({ attained }) => attained && attained.value.numerator !== 0n);
  if (isChanged) return { kind: 'changed-bounded', low, high };
  return { kind: 'undecided', reasons: [...new Set([...low.reasons, ...high.reasons])] };
}

function largest(left: Rational, right: Rational): Rational {
  return compare(left, right) >= 0 ? left : right;
}

function isExact({ proved, attained }: End): boolean {
  return proved !== undefined && attained !== undefined && compare(proved, attained.value) === 0;
}
