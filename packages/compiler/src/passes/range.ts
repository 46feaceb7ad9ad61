import type { Rational } from '@tiaoli/base';
import { add, compare, greatest, least, multiply, negate, parseRational, ZERO } from '@tiaoli/base';
import type { NumberRange } from '@tiaoli/ir';

/** Bounds of an exact number, both included; an absent end is open. */
export interface Range {
  readonly low?: Rational;
  readonly high?: Rational;
}

export const anyNumber: Range = {};

export function exactly(value: Rational): Range {
  return { low: value, high: value };
}

export function between(low: Rational | undefined, high: Rational | undefined): Range {
  return { ...(low && { low }), ...(high && { high }) };
}

export function addRanges(left: Range, right: Range): Range {
  return between(
    left.low && right.low && add(left.low, right.low),
    left.high && right.high && add(left.high, right.high),
  );
}

export function negateRange({ low, high }: Range): Range {
  return between(high && negate(high), low && negate(low));
}

export function multiplyRanges(left: Range, right: Range): Range {
  if (isZero(left) || isZero(right)) return exactly(ZERO);
  if (left.low && left.high && right.low && right.high) {
    const corners = [left.low, left.high].flatMap((a) =>
      [right.low, right.high].flatMap((b) => (b ? [multiply(a, b)] : [])),
    );
    return between(corners.reduce(least), corners.reduce(greatest));
  }
  return isNonNegative(left) && isNonNegative(right) ? between(ZERO, undefined) : anyNumber;
}

/** The smallest range that holds both. */
export function joinRanges(left: Range, right: Range): Range {
  return between(
    left.low && right.low && least(left.low, right.low),
    left.high && right.high && greatest(left.high, right.high),
  );
}

/** The range of the lesser (`min`) or greater of two numbers. */
export function extremumOfRanges(operator: 'min' | 'max', left: Range, right: Range): Range {
  if (operator === 'max') {
    return negateRange(extremumOfRanges('min', negateRange(left), negateRange(right)));
  }
  const high = left.high && right.high ? least(left.high, right.high) : (left.high ?? right.high);
  return between(left.low && right.low && least(left.low, right.low), high);
}

export function isNonNegative({ low }: Range): boolean {
  return low !== undefined && compare(low, ZERO) >= 0;
}

function isZero({ low, high }: Range): boolean {
  return low?.numerator === 0n && high?.numerator === 0n;
}

/** |value| at most; undefined when an end is open. */
export function magnitudeOf({ low, high }: Range): Rational | undefined {
  if (!low || !high) return undefined;
  return greatest(
    low.numerator < 0n ? negate(low) : low,
    high.numerator < 0n ? negate(high) : high,
  );
}

/** True when no number of `range` lies between the ends of `piece`. */
export function isOutside(piece: NumberRange, { low, high }: Range): boolean {
  const top = piece.high && parseRational(piece.high.value);
  const bottom = piece.low && parseRational(piece.low.value);
  const isBelow = top && low && compare(top, low) < (piece.high?.included ? 0 : 1);
  const isAbove = bottom && high && compare(high, bottom) < (piece.low?.included ? 0 : 1);
  return isBelow === true || isAbove === true;
}

/** Integers of doubles are exact below this. */
const doubleLimit = 2n ** 53n;

/** True when every value of the range, times `scale`, is an integer that a double holds exactly. */
export function fitsDouble(range: Range, scale: bigint): boolean {
  const magnitude = magnitudeOf(range);
  return (
    magnitude !== undefined && magnitude.numerator * scale < doubleLimit * magnitude.denominator
  );
}
