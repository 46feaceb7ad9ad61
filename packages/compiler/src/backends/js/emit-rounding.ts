import type { RoundingMode } from '@tiaoli/base';
import { greatestCommonDivisor, parseRational, rational } from '@tiaoli/base';
import type { Range } from '../../passes/range.ts';
import { exactly, fitsDouble, isNonNegative, multiplyRanges } from '../../passes/range.ts';
import type { Code } from './code.ts';
import { inKind, numberCode, withStatus } from './code.ts';
import type { Scope } from './emission.ts';
import { freshName, homeRecord, nameCode } from './emission.ts';

/**
 * `code` rounded to multiples of `unit`.
 *
 * With n / q the number of units, in integers: half away from zero is ⌊(n + q/2) / q⌋ for n ≥ 0 and its mirror image
 * below 0. In doubles the quotient of two integers under 2^53 never rounds up to the next integer, so Math.floor of
 * it is exact; where 2n + q may reach 2^53 integers of any size are used.
 */
export function emitRounding(
  code: Code,
  { mode, unit: text }: { readonly mode: RoundingMode; readonly unit: string },
  range: Range,
  scope: Scope,
): Code {
  const unit = parseRational(text);
  if (!unit) throw new Error(`ill-formed rounding unit: ${text}`);
  const dividend = unit.denominator;
  const divisor = code.scale * unit.numerator;
  const common = greatestCommonDivisor(dividend, divisor);
  const factor = dividend / common;
  const quotient = divisor / common;
  const operand = nameCode(scope, scaledBy(code, factor, quotient));
  const kind = operand.kind === 'bigint' ? 'bigint' : 'number';
  const units =
    quotient === 1n
      ? operand.text
      : signedQuotient(operand.text, { mode, quotient, kind, isAmount: isNonNegative(code.range) });
  const suffix = kind === 'bigint' ? 'n' : '';
  const size = unit.numerator === 1n ? units : `(${units} * ${unit.numerator}${suffix})`;
  const rounded = numberCode(size, kind, unit.denominator, range);
  if (!scope.emission.remainder) return withStatus(rounded, code.status);
  return withRemainder(code, operand, { ...rounded, units, quotient, factor }, scope);
}

/** The number of parts of which `quotient` make a unit. */
function scaledBy(code: Code, factor: bigint, quotient: bigint): Code {
  // Twice the value and the divisor are added in the widest form.
  const twice = multiplyRanges(code.range, exactly(rational(2n * factor)));
  const isNarrow = code.kind === 'number' && fitsDouble(widened(twice, quotient), code.scale);
  const kind = isNarrow ? 'number' : 'bigint';
  if (factor === 1n) return { ...code, text: inKind(code, kind), kind };
  return { ...code, text: `(${inKind(code, kind)} * ${factor}${isNarrow ? '' : 'n'})`, kind };
}

function widened({ low, high }: Range, quotient: bigint): Range {
  if (!low || !high) return {};
  const slack = rational(quotient * 2n);
  return {
    low: { ...low, numerator: low.numerator - slack.numerator * low.denominator },
    high: { ...high, numerator: high.numerator + slack.numerator * high.denominator },
  };
}

interface Division {
  readonly mode: RoundingMode;
  readonly quotient: bigint;
  readonly kind: 'number' | 'bigint';
  /** True when the dividend is never negative. */
  readonly isAmount: boolean;
}

function signedQuotient(text: string, division: Division): string {
  const positive = quotientOf(text, division);
  if (division.isAmount) return positive;
  const zero = division.kind === 'bigint' ? '0n' : '0';
  // `0 - x`, not `-x`: there is no negative zero.
  return `(${text} < ${zero} ? ${zero} - ${quotientOf(`(${zero} - ${text})`, division)} : ${positive})`;
}

function quotientOf(text: string, { mode, quotient, kind }: Division): string {
  const isOdd = quotient % 2n === 1n;
  const half = isOdd ? quotient : quotient / 2n;
  const added = { 'half-away-from-zero': half, 'toward-zero': 0n, 'away-from-zero': quotient - 1n };
  const isDoubled = mode === 'half-away-from-zero' && isOdd;
  const suffix = kind === 'bigint' ? 'n' : '';
  const dividend = isDoubled ? `${text} * 2${suffix}` : text;
  const divisor = `${isDoubled ? quotient * 2n : quotient}${suffix}`;
  const sum = added[mode] === 0n ? dividend : `(${dividend} + ${added[mode]}${suffix})`;
  return kind === 'bigint' ? `(${sum} / ${divisor})` : `Math.floor(${sum} / ${divisor})`;
}

/** Traced emission: what rounding took away, and the scale on which it stands. */
function withRemainder(
  code: Code,
  operand: Code,
  rounded: Code & { readonly units: string; readonly quotient: bigint; readonly factor: bigint },
  scope: Scope,
): Code {
  const { units, quotient, factor, ...result } = rounded;
  const named = nameCode(scope, { ...result, text: units });
  const suffix = operand.kind === 'bigint' ? 'n' : '';
  keepRemainder(scope, `${operand.text} - ${named.text} * ${quotient}${suffix}`, {
    scale: `'${code.scale * factor}'`,
    ...(code.status !== undefined && { condition: `${code.status} === 0` }),
  });
  return withStatus(result, code.status);
}

/** Adds to the remainders of the definition at hand, where they are kept. */
export function keepRemainder(
  { emission, block, record }: Scope,
  text: string,
  { scale, condition }: { readonly scale: string; readonly condition?: string },
): void {
  const target = emission.remainder;
  if (!target) return;
  if (target.name === undefined) {
    target.name = freshName(emission, 'q');
    homeRecord(undefined, record).top.push(`const ${target.name} = [];`);
  }
  const guard = condition === undefined ? '' : `if (${condition}) `;
  block.push(`${guard}${target.name}.push(${text}, ${scale});`);
}
