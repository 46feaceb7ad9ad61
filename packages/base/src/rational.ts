/**
 * An exact fraction in lowest terms; `denominator` is positive.
 *
 * The arithmetic of definitions (language decision 2): no value is ever rounded unless a rule says so.
 */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO: Rational = { numerator: 0n, denominator: 1n };
export const ONE: Rational = { numerator: 1n, denominator: 1n };

/** `numerator / denominator` in lowest terms. Throws on a zero denominator (a bug of ours: divisors are literals). */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  const top = BigInt(numerator);
  const bottom = BigInt(denominator);
  if (bottom === 0n) throw new RangeError('a rational has no zero denominator');
  if (bottom === 1n) return { numerator: top, denominator: 1n };
  const sign = bottom < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(top, bottom) * sign;
  return { numerator: top / divisor, denominator: bottom / divisor };
}

/** Never negative; 1 when both are zero, so that it can divide. */
export function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let a = left < 0n ? -left : left;
  let b = right < 0n ? -right : right;
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

export function leastCommonMultiple(left: bigint, right: bigint): bigint {
  const product = (left / greatestCommonDivisor(left, right)) * right;
  return product < 0n ? -product : product;
}

export function add(left: Rational, right: Rational): Rational {
  if (left.denominator === 1n && right.denominator === 1n) {
    return { numerator: left.numerator + right.numerator, denominator: 1n };
  }
  return rational(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
}

export function negate(value: Rational): Rational {
  return { numerator: -value.numerator, denominator: value.denominator };
}

export function subtract(left: Rational, right: Rational): Rational {
  return add(left, negate(right));
}

export function multiply(left: Rational, right: Rational): Rational {
  return rational(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** Throws on division by zero: the language divides by literals and, in `quotient`, by what it has checked. */
export function divide(left: Rational, right: Rational): Rational {
  return rational(left.numerator * right.denominator, left.denominator * right.numerator);
}

/** Negative, zero or positive as `left` is below, equal to or above `right`. */
export function compare(left: Rational, right: Rational): -1 | 0 | 1 {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export function isEqual(left: Rational, right: Rational): boolean {
  return left.numerator === right.numerator && left.denominator === right.denominator;
}

export function least(left: Rational, right: Rational): Rational {
  return compare(left, right) <= 0 ? left : right;
}

export function greatest(left: Rational, right: Rational): Rational {
  return compare(left, right) >= 0 ? left : right;
}

/** The largest integer not above `value`. */
export function floor(value: Rational): bigint {
  const { numerator, denominator } = value;
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}

export function isInteger(value: Rational): boolean {
  return value.denominator === 1n;
}

/**
 * Reads `12`, `-0.65`, `1/3`. Returns undefined for anything else.
 *
 * The one textual form of a number in the IR; `printRational` writes it.
 */
export function parseRational(text: string): Rational | undefined {
  const fraction = /^(-?\d+)\/([1-9]\d*)$/.exec(text);
  if (fraction?.[1] && fraction[2]) return rational(BigInt(fraction[1]), BigInt(fraction[2]));
  const decimal = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!decimal) return undefined;
  const [, sign = '', whole = '0', digits = ''] = decimal;
  const value = rational(BigInt(whole + digits), 10n ** BigInt(digits.length));
  return sign === '-' ? negate(value) : value;
}

/** Shortest exact text: a decimal when it ends, else a fraction `n/d`. */
export function printRational(value: Rational): string {
  const { numerator, denominator } = value;
  if (denominator === 1n) return numerator.toString();
  const places = decimalPlaces(denominator);
  if (places === undefined) return `${numerator}/${denominator}`;
  const scaled = (numerator < 0n ? -numerator : numerator) * (10n ** BigInt(places) / denominator);
  const digits = scaled.toString().padStart(places + 1, '0');
  return `${numerator < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** How many decimals a fraction with this denominator needs; undefined when it never ends. */
export function decimalPlaces(denominator: bigint): number | undefined {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) {
    rest /= 2n;
    twos += 1;
  }
  while (rest % 5n === 0n) {
    rest /= 5n;
    fives += 1;
  }
  return rest === 1n ? Math.max(twos, fives) : undefined;
}
