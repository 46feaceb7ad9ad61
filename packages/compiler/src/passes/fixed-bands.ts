import type { Rational } from '@tiaoli/base';
import { add, compare, multiply, subtract, ZERO } from '@tiaoli/base';
import type { Brackets } from '@tiaoli/ir';
import { numberOf } from './literal-value.ts';

/** A band by literals: from `low` upwards the curve is `start + rate × (t − low)`. */
export interface FixedBand {
  readonly low: Rational;
  readonly high?: Rational;
  readonly rate: Rational;
  readonly start: Rational;
}

/** The bands as one curve G with G(0) = 0; undefined when one is no literal, or each is rounded by itself. */
export function fixedBands({ bands, perBand }: Brackets): readonly FixedBand[] | undefined {
  if (perBand) return undefined;
  const fixed: FixedBand[] = [];
  let low = ZERO;
  let start = ZERO;
  for (const band of bands) {
    const rate = numberOf(band.rate);
    const high = band.upTo && numberOf(band.upTo);
    if (!rate || rate.numerator < 0n) return undefined;
    if (band.upTo && (!high || compare(high, low) < 0)) return undefined;
    fixed.push({ low, rate, start, ...(high && { high }) });
    if (!high) break;
    start = add(start, multiply(rate, subtract(high, low)));
    low = high;
  }
  return fixed;
}
