import type { Rational } from './rational.ts';
import { floor, multiply, rational } from './rational.ts';

/**
 * How an exact amount becomes a payable one.
 *
 * `half-away-from-zero` is 四舍五入, `toward-zero` 舍去, `away-from-zero` 进位; so `-0.5` rounds to `-1`, `0` and `-1`.
 */
export type RoundingMode = 'half-away-from-zero' | 'toward-zero' | 'away-from-zero';

/** What a rounding rounds to: `unit` counts the value's own unit (money: fen, so 1 = 分, 10 = 角, 100 = 元). */
export interface Rounding {
  readonly mode: RoundingMode;
  /** A positive decimal, as text for the IR: `"1"`, `"100"`, `"0.0001"`. */
  readonly unit: string;
}

/** The multiple of `unit` that `mode` gives for `value`. The one rounding of the exact side. */
export function roundTo(value: Rational, mode: RoundingMode, unit: Rational): Rational {
  const scaled = multiply(value, rational(unit.denominator, unit.numerator));
  return multiply(rational(roundToInteger(scaled, mode)), unit);
}

function roundToInteger(value: Rational, mode: RoundingMode): bigint {
  const negative = value.numerator < 0n;
  const size = negative ? { ...value, numerator: -value.numerator } : value;
  const down = floor(size);
  const rest = size.numerator - down * size.denominator;
  const up =
    mode === 'away-from-zero'
      ? rest > 0n
      : mode === 'half-away-from-zero' && rest * 2n >= size.denominator;
  const rounded = up ? down + 1n : down;
  return negative ? -rounded : rounded;
}
