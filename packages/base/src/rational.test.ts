import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rational } from './rational.ts';
import {
  add,
  compare,
  decimalPlaces,
  divide,
  floor,
  greatest,
  greatestCommonDivisor,
  isEqual,
  isInteger,
  least,
  leastCommonMultiple,
  multiply,
  negate,
  ONE,
  parseRational,
  printRational,
  rational,
  subtract,
  ZERO,
} from './rational.ts';

describe('lowest terms, with a positive denominator', () => {
  test.each([
    [6n, 4n, 3n, 2n],
    [-6n, 4n, -3n, 2n],
    [6n, -4n, -3n, 2n],
    [-6n, -4n, 3n, 2n],
    [0n, -5n, 0n, 1n],
    [7n, 1n, 7n, 1n],
  ])('%i/%i is %i/%i', (top, bottom, numerator, denominator) => {
    expect(rational(top, bottom)).toEqual({ numerator, denominator });
  });

  test('no zero denominator', () => {
    expect(() => rational(1n, 0n)).toThrow(RangeError);
    expect(() => divide(ONE, ZERO)).toThrow(RangeError);
  });
});

test.each([
  [0n, 0n, 1n],
  [0n, 6n, 6n],
  [-4n, 6n, 2n],
  [17n, 5n, 1n],
])('the greatest common divisor of %i and %i is %i', (left, right, divisor) => {
  expect(greatestCommonDivisor(left, right)).toBe(divisor);
});

test.each([
  [4n, 6n, 12n],
  [-4n, 6n, 12n],
  [1n, 7n, 7n],
  [10_000n, 3n, 30_000n],
])('the least common multiple of %i and %i is %i', (left, right, multiple) => {
  expect(leastCommonMultiple(left, right)).toBe(multiple);
});

test.each([
  ['0', '0'],
  ['-0', '0'],
  ['12', '12'],
  ['007', '7'],
  ['-0.65', '-0.65'],
  ['0.650', '0.65'],
  ['1/3', '1/3'],
  ['2/4', '0.5'],
  ['-10/4', '-2.5'],
  ['0.0001', '0.0001'],
  ['1/128', '0.0078125'],
  ['123456789012345678901234567890.01', '123456789012345678901234567890.01'],
])('%s is read, and printed as %s', (text, printed) => {
  const value = parseRational(text);
  expect(value && printRational(value)).toBe(printed);
});

test.each(['', '-', '.5', '5.', '1e3', '1/0', '1/-3', '+1', ' 1', '１', '1,000', '1/2/3', 'NaN'])(
  '%j is no number',
  (text) => {
    expect(parseRational(text)).toBeUndefined();
  },
);

test.each([
  ['7/2', 3n],
  ['-7/2', -4n],
  ['-3', -3n],
  ['0', 0n],
  ['-1/1000000', -1n],
  ['999999/1000000', 0n],
])('the floor of %s is %i', (text, expected) => {
  expect(floor(exact(text))).toBe(expected);
});

test.each([
  [1n, 0],
  [8n, 3],
  [25n, 2],
  [10_000n, 4],
  [3n, undefined],
  [60n, undefined],
])('a denominator of %i needs %s decimals', (denominator, places) => {
  expect(decimalPlaces(denominator)).toBe(places);
});

const number = fc
  .tuple(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.bigInt(1n, 10n ** 12n))
  .map(([top, bottom]) => rational(top, bottom));

describe('the laws of exact numbers', () => {
  const laws: Record<string, (a: Rational, b: Rational, c: Rational) => boolean> = {
    'addition commutes': (a, b) => isEqual(add(a, b), add(b, a)),
    'addition associates': (a, b, c) => isEqual(add(add(a, b), c), add(a, add(b, c))),
    'multiplication commutes': (a, b) => isEqual(multiply(a, b), multiply(b, a)),
    'multiplication distributes': (a, b, c) =>
      isEqual(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c))),
    'subtraction undoes addition': (a, b) => isEqual(subtract(add(a, b), b), a),
    'division undoes multiplication': (a, b) =>
      isEqual(b, ZERO) || isEqual(divide(multiply(a, b), b), a),
    'zero and one are neutral': (a) => isEqual(add(a, ZERO), a) && isEqual(multiply(a, ONE), a),
    'a number and its negative cancel': (a) => isEqual(add(a, negate(a)), ZERO),
    'order is kept by addition': (a, b, c) => compare(a, b) === compare(add(a, c), add(b, c)),
    'the order is that of the difference': (a, b) =>
      compare(a, b) === compare(subtract(a, b), ZERO),
    'least and greatest are the two': (a, b) =>
      isEqual(add(least(a, b), greatest(a, b)), add(a, b)) &&
      compare(least(a, b), greatest(a, b)) <= 0,
    'the floor is the integer at or just below': (a) => {
      const low = rational(floor(a));
      return isInteger(low) && compare(low, a) <= 0 && compare(a, add(low, ONE)) < 0;
    },
    'print and parse are inverse': (a) => {
      const read = parseRational(printRational(a));
      return read !== undefined && isEqual(read, a);
    },
    'results are in lowest terms': (a, b) => {
      const { numerator, denominator } = multiply(a, b);
      return denominator > 0n && greatestCommonDivisor(numerator, denominator) === 1n;
    },
  };

  test.each(Object.entries(laws))('%s', (_, law) => {
    fc.assert(fc.property(number, number, number, law), { seed: 20_240_101, numRuns: 200 });
  });
});

function exact(text: string): Rational {
  const value = parseRational(text);
  if (!value) throw new Error(`no number: ${text}`);
  return value;
}
