import type { RoundingMode } from '@tiaoli/base';
import { greatestCommonDivisor, parseRational, rational } from '@tiaoli/base';
import type { Range } from '../../passes/range.ts';
import { exactly, isNonNegative, multiplyRanges } from '../../passes/range.ts';
import type { Emission } from './emission.ts';
import { arithmetic, compareNodes, divide, firstOf, numberOf } from './operators.ts';
import type { Value } from './value.ts';
import { fits, inType, numberValue, withStatus } from './value.ts';

/**
 * `value` rounded to multiples of `unit`.
 *
 * With n / q the number of units, in integers: the quotient cut off toward zero of n with half of q (or all of q but
 * one, or nothing) added to its size.
 */
export function emitRounding(
  value: Value,
  { mode, unit: text }: { readonly mode: RoundingMode; readonly unit: string },
  range: Range,
  emission: Emission,
): Value {
  const unit = parseRational(text);
  if (!unit) throw new Error(`ill-formed rounding unit: ${text}`);
  const divisor = value.scale * unit.numerator;
  const common = greatestCommonDivisor(unit.denominator, divisor);
  const factor = unit.denominator / common;
  const quotient = divisor / common;
  const isNarrow =
    value.node.type === 'integer' && fits(reached(value.range, factor, quotient), value.scale);
  const type = isNarrow ? 'integer' : 'wide';
  const whole = (number: bigint) => numberOf(emission, type, number);
  const parts = arithmetic(emission, '*', inType(emission, value.node, type), whole(factor));
  const added = {
    'half-away-from-zero': quotient / 2n,
    'toward-zero': 0n,
    'away-from-zero': quotient - 1n,
  }[mode];
  const isBelow = compareNodes(emission, '<', parts, whole(0n));
  const slack =
    added === 0n || isNonNegative(value.range)
      ? whole(added)
      : firstOf(emission, [[isBelow, whole(-added)]], whole(added));
  const units = divide(emission, arithmetic(emission, '+', parts, slack), whole(quotient));
  const node = arithmetic(emission, '*', units, whole(unit.numerator));
  const rounded = numberValue(emission, node, unit.denominator, range);
  return withStatus(emission, rounded, value.status);
}

/** Where the dividend may come to, times `factor` and with the divisor added; as a value before its scale. */
function reached(range: Range, factor: bigint, quotient: bigint): Range {
  const { low, high } = multiplyRanges(range, exactly(rational(factor)));
  if (!low || !high) return {};
  return {
    low: { ...low, numerator: low.numerator - quotient * low.denominator },
    high: { ...high, numerator: high.numerator + quotient * high.denominator },
  };
}
