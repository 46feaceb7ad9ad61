import type { Rational } from '@tiaoli/base';
import { add, compare, divide, floor, multiply, negate, rational, ZERO } from '@tiaoli/base';

/**
 * An amount over a stretch of whole x: `slope × x + base`, from which rounding may move it by `low` to `high`.
 *
 * INVARIANT: at each whole x of the stretch the exact value lies in `slope × x + base + [low, high]`, low ≤ 0 ≤ high.
 */
export interface Line {
  readonly slope: Rational;
  readonly base: Rational;
  readonly low: Rational;
  readonly high: Rational;
}

/** Whole numbers, both ends included. */
export interface Stretch {
  readonly from: bigint;
  readonly to: bigint;
}

export function constantLine(value: bigint): Line {
  return { slope: ZERO, base: rational(value), low: ZERO, high: ZERO };
}

export function isConstantLine({ slope, low, high }: Line): boolean {
  return slope.numerator === 0n && low.numerator === 0n && high.numerator === 0n;
}

export function isSameLine(left: Line, right: Line): boolean {
  return compare(left.slope, right.slope) === 0 && compare(left.base, right.base) === 0;
}

export function addLines(left: Line, right: Line): Line {
  return {
    slope: add(left.slope, right.slope),
    base: add(left.base, right.base),
    low: add(left.low, right.low),
    high: add(left.high, right.high),
  };
}

export function scaleLine({ slope, base, low, high }: Line, by: Rational): Line {
  const [one, other] = [multiply(low, by), multiply(high, by)];
  const isTurned = by.numerator < 0n;
  return {
    slope: multiply(slope, by),
    base: multiply(base, by),
    low: isTurned ? other : one,
    high: isTurned ? one : other,
  };
}

/** ⌊line ÷ divisor⌋ of whole values: at most (divisor − 1) ÷ divisor below the line. */
export function floorLine(line: Line, divisor: bigint): Line {
  const scaled = scaleLine(line, rational(1n, divisor));
  return { ...scaled, low: add(scaled.low, rational(1n - divisor, divisor)) };
}

/** The line at x, without what rounding moves it by. */
export function heightAt({ slope, base }: Line, x: bigint): Rational {
  return add(multiply(slope, rational(x)), base);
}

/** The least and the greatest that the value can be over a stretch. */
export function reachOf(
  line: Line,
  { from, to }: Stretch,
): { readonly least: Rational; readonly most: Rational } {
  const ends = [heightAt(line, from), heightAt(line, to)] as const;
  const [below, above] = line.slope.numerator < 0n ? [ends[1], ends[0]] : ends;
  return { least: add(below, line.low), most: add(above, line.high) };
}

/**
 * The first whole x on the far side of where `line + shift` is zero: from there on a rising line is not below zero, a
 * falling one is below it. Undefined of what is level.
 */
export function crossingOf({ slope, base }: Line, shift: Rational): bigint | undefined {
  if (slope.numerator === 0n) return undefined;
  const root = divide(negate(add(base, shift)), slope);
  return slope.numerator > 0n ? -floor(negate(root)) : floor(root) + 1n;
}
