import type { Rational } from './rational.ts';
import { multiply, printRational, rational } from './rational.ts';

/** A rate for people: `0.65` as `65%`. */
export function printRate(rate: Rational): string {
  return `${printRational(multiply(rate, rational(100n)))}%`;
}
