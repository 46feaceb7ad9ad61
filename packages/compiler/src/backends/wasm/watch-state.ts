import type { Range } from '../../passes/range.ts';
import type { AccumulatorSlot } from './accumulator-slots.ts';
import type { Scope } from './emission.ts';
import { freshLocal } from './emission.ts';
import type { Node, Statement } from './node.ts';
import { local, long } from './node.ts';
import { arithmetic, either, isAboveUnsigned } from './operators.ts';
import type { Value } from './value.ts';
import { isHeld } from './value.ts';

/**
 * What watches over the state: the analysis takes each value within its range for granted.
 *
 * Wide ranges are cut to the bits that all of them have, so that a value takes one operation and one look does for all.
 * Whoever is flagged for nothing is settled by the interpreter, alike.
 */
export interface Watch {
  /** The local that is not 0 once a value was beyond its own range. */
  readonly lost: number;
  /** The local with the bits of all values of wide ranges. */
  readonly high: number;
  /** So many of those may be set. */
  readonly bits: bigint;
}

export function newWatch(slots: readonly AccumulatorSlot[], scope: Scope): Watch {
  const wide = slots.filter((slot) => bitsOf(slot) >= leastBits(slot)).map(bitsOf);
  return {
    lost: freshLocal(scope, 'i32'),
    high: freshLocal(scope, 'i64'),
    bits: wide.toSorted((a, b) => (a < b ? -1 : 1))[0] ?? 0n,
  };
}

/** Whether any value was beyond. */
export function isBeyond({ lost, high, bits }: Watch): Node {
  const mostBits = long((1n << bits) - 1n);
  return either(local('i32', lost), isAboveUnsigned(local('i64', high), mostBits));
}

/** Looks at a value that is written to the state. */
export function watchOver(
  { lost, high, bits }: Watch,
  next: Value,
  held: Node,
  slot: AccumulatorSlot,
): readonly Statement[] {
  const { kind, range } = slot.form;
  if (kind !== 'number' || isWithin(next.range, range)) return [];
  const { low, high: top } = boundsOf(slot);
  if (leastBits(slot) <= bits && bits <= bitsOf(slot)) {
    // Below zero the bits that are not those of the sign count; where nothing is below, the sign itself is one too many.
    const sign = arithmetic.shiftRight(held, long(63));
    const own = low < 0n ? arithmetic.exclusiveOr(held, sign) : held;
    return [{ kind: 'set', local: high, value: arithmetic.or(local('i64', high), own) }];
  }
  // Below the low end there is a large number without a sign.
  const isOut = isAboveUnsigned(arithmetic.subtract(held, long(low)), long(top - low));
  return [{ kind: 'set', local: lost, value: either(local('i32', lost), isOut) }];
}

/** For 2^31 fen, 21 million yuan, which nobody comes near. */
function leastBits({ form: { scale } }: AccumulatorSlot): bigint {
  return 31n + BigInt(scale.toString(2).length);
}

/** Every number of so many bits lies within the range; where it goes below zero, with either sign. */
function bitsOf(slot: AccumulatorSlot): bigint {
  if (slot.form.kind !== 'number') return 0n;
  const { low, high } = boundsOf(slot);
  if (low > 0n) return 0n;
  const least = low < 0n && -low - 1n < high ? -low - 1n : high;
  return BigInt((least + 1n).toString(2).length - 1);
}

function boundsOf({ form: { range, scale } }: AccumulatorSlot): {
  readonly low: bigint;
  readonly high: bigint;
} {
  return { low: boundOf(range.low, scale, -most), high: boundOf(range.high, scale, most) };
}

const most = 2n ** 62n - 1n;

function boundOf(bound: Range['low'], scale: bigint, otherwise: bigint): bigint {
  const held = bound && (bound.numerator * scale) / bound.denominator;
  return held !== undefined && isHeld(held) ? held : otherwise;
}

function isWithin(inner: Range, outer: Range): boolean {
  const isAbove = outer.low && inner.low && isAtMost(outer.low, inner.low);
  const isBelow = outer.high && inner.high && isAtMost(inner.high, outer.high);
  return isAbove === true && isBelow === true;
}

function isAtMost(left: NonNullable<Range['low']>, right: NonNullable<Range['low']>): boolean {
  return left.numerator * right.denominator <= right.numerator * left.denominator;
}
