import type { RoundingMode } from '@tiaoli/base';
import { greatestCommonDivisor, parseRational, rational } from '@tiaoli/base';
import type { Range } from '../../passes/range.ts';
import { addRanges, exactly, isNonNegative, multiplyRanges } from '../../passes/range.ts';
import type { Scope } from './emission.ts';
import type { Node } from './node.ts';
import { long } from './node.ts';
import { arithmetic, compareLong, quotient as dividedBy, select } from './operators.ts';
import { addSafely, multiplySafely, overflow } from './overflow.ts';
import type { Value } from './value.ts';
import { fits, isHeld, named, namedNode, numberValue, withStatus } from './value.ts';

/**
 * `value` rounded to multiples of `unit`.
 *
 * With n / q the number of units, in integers: half away from zero is ⌊(n + q/2) / q⌋ for n ≥ 0 and its mirror image
 * below 0, where dividing goes toward zero.
 */
export function emitRounding(
  value: Value,
  { mode, unit: text }: { readonly mode: RoundingMode; readonly unit: string },
  range: Range,
  scope: Scope,
): Value {
  const unit = parseRational(text);
  if (!unit) throw new Error(`ill-formed rounding unit: ${text}`);
  const divisor = value.scale * unit.numerator;
  const common = greatestCommonDivisor(unit.denominator, divisor);
  const units = unitsOf(value, {
    mode,
    factor: unit.denominator / common,
    quotient: divisor / common,
    scope,
  });
  const isSafe = fits(range, unit.denominator);
  const node = multiplySafely(units, long(unit.numerator), isSafe, scope.emission);
  return withStatus(scope, named(scope, numberValue(node, unit.denominator, range)), value.status);
}

interface Division {
  readonly mode: RoundingMode;
  readonly factor: bigint;
  readonly quotient: bigint;
  readonly scope: Scope;
}

/** value × factor / quotient, rounded. */
function unitsOf(value: Value, { mode, factor, quotient, scope }: Division): Node {
  const { emission } = scope;
  const isOdd = quotient % 2n === 1n;
  const isDoubled = mode === 'half-away-from-zero' && isOdd && quotient > 1n;
  const half = isOdd ? quotient : quotient / 2n;
  const added = {
    'half-away-from-zero': quotient === 1n ? 0n : half,
    'toward-zero': 0n,
    'away-from-zero': quotient - 1n,
  }[mode];
  const times = isDoubled ? factor * 2n : factor;
  const divisor = isDoubled ? quotient * 2n : quotient;
  if (!isHeld(divisor) || !isHeld(times)) return overflow(emission);
  const widest = widened(value.range, times, divisor, value.scale);
  const isSafe = fits(widest, value.scale);
  const dividend = namedNode(scope, multiplySafely(value.node, long(times), isSafe, emission));
  if (isNonNegative(value.range)) {
    return dividedBy(addSafely(dividend, long(added), isSafe, emission), divisor);
  }
  const away = select(compareLong['<'](dividend, long(0)), long(-added), long(added));
  const sum = addSafely(dividend, away, isSafe, emission);
  return divisor === 1n ? sum : arithmetic.divide(sum, long(divisor));
}

/** The range of value × times, with the divisor added on either side (it stands on no scale). */
function widened(range: Range, times: bigint, divisor: bigint, scale: bigint): Range {
  const slack = { low: rational(-divisor, scale), high: rational(divisor, scale) };
  return addRanges(multiplyRanges(range, exactly(rational(times))), slack);
}
