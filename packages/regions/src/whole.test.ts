import { expect, test } from 'vitest';
import type { Whole } from './whole.ts';
import { bigOf, commonDivisor, divided, minus, plus, times, wholeOf } from './whole.ts';

/** Around the end of the safe integers, and far beyond. */
const ends = [
  0n,
  1n,
  2n,
  3n,
  94_906_265n,
  94_906_266n,
  2n ** 52n,
  2n ** 53n - 1n,
  2n ** 53n,
  2n ** 53n + 1n,
  2n ** 70n,
];
const values = ends.flatMap((each) => [each, -each]);

function isKept(value: Whole): boolean {
  return typeof value === 'number'
    ? Number.isSafeInteger(value)
    : !Number.isSafeInteger(Number(value));
}

test.each(values.map((value) => [value]))('reckons with %d as with a bigint', (left) => {
  for (const right of values) {
    const [a, b] = [wholeOf(left), wholeOf(right)];
    const results: readonly (readonly [Whole, bigint])[] = [
      [plus(a, b), left + right],
      [times(a, b), left * right],
      [minus(a), -left],
      ...(right === 0n ? [] : [[divided(times(a, b), b), left] as const]),
    ];
    for (const [found, expected] of results) {
      expect(bigOf(found)).toBe(expected);
      expect(isKept(found)).toBe(true);
    }
    expect(a < b).toBe(left < right);
    if (left !== 0n || right !== 0n)
      expect(bigOf(commonDivisor(a, b))).toBe(divisorOf(left, right));
  }
});

function divisorOf(left: bigint, right: bigint): bigint {
  const [a, b] = [left < 0n ? -left : left, right < 0n ? -right : right];
  return b === 0n ? a : divisorOf(b, a % b);
}
