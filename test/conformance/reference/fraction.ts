/**
 * An exact number of the reference model: `bottom` > 0, not necessarily in lowest terms.
 *
 * It shares no line with the rationals of `base`, so that a mistake there cannot hide on both sides.
 */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

export function fraction(top: bigint | number, bottom: bigint | number = 1n): Fraction {
  return { top: BigInt(top), bottom: BigInt(bottom) };
}

export const nothing: Fraction = fraction(0);
export const all: Fraction = fraction(1);

export function plus(left: Fraction, right: Fraction): Fraction {
  if (left.bottom === right.bottom) return { top: left.top + right.top, bottom: left.bottom };
  return {
    top: left.top * right.bottom + right.top * left.bottom,
    bottom: left.bottom * right.bottom,
  };
}

export function minus(left: Fraction, right: Fraction): Fraction {
  return plus(left, { top: -right.top, bottom: right.bottom });
}

export function times(left: Fraction, right: Fraction): Fraction {
  return { top: left.top * right.top, bottom: left.bottom * right.bottom };
}

export function sum(terms: readonly Fraction[]): Fraction {
  return terms.reduce(plus, nothing);
}

/** Negative, 0 or positive as `left` is below, equal to or above `right`. */
export function order(left: Fraction, right: Fraction): number {
  const difference = left.top * right.bottom - right.top * left.bottom;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export function least(first: Fraction, ...rest: readonly Fraction[]): Fraction {
  return rest.reduce((low, each) => (order(each, low) < 0 ? each : low), first);
}

export function most(first: Fraction, ...rest: readonly Fraction[]): Fraction {
  return rest.reduce((high, each) => (order(each, high) > 0 ? each : high), first);
}

/** (x)+ */
export function positive(value: Fraction): Fraction {
  return value.top < 0n ? nothing : value;
}

/** ⌊left ÷ right⌋, also for negative numbers. */
export function floorOf(left: Fraction, right: Fraction): bigint {
  const top = left.top * right.bottom;
  const bottom = left.bottom * right.top;
  const quotient = top / bottom;
  const exact = quotient * bottom === top;
  return !exact && top < 0n !== bottom < 0n ? quotient - 1n : quotient;
}

export interface RoundingRule {
  readonly mode: 'half' | 'down' | 'up';
  /** In the unit of the value: of money a number of fen. */
  readonly unit: Fraction;
}

/** 四舍五入, 舍去, 进位, each by the size of the number whatever its sign. */
export function round(value: Fraction, { mode, unit }: RoundingRule): Fraction {
  const size = value.top < 0n ? { ...value, top: -value.top } : value;
  const shift = { half: times(unit, fraction(1, 2)), down: nothing, up: nothing }[mode];
  const whole = floorOf(plus(size, shift), unit);
  const left = order(times(fraction(whole), unit), size) < 0;
  const count = mode === 'up' && left ? whole + 1n : whole;
  return times(fraction(value.top < 0n ? -count : count), unit);
}

export function isSame(left: Fraction, right: Fraction): boolean {
  return order(left, right) === 0;
}
