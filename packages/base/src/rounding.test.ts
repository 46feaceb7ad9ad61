import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compare,
  multiply,
  negate,
  parseRational,
  printRational,
  rational,
  subtract,
} from './rational.ts';
import type { RoundingMode } from './rounding.ts';
import { roundTo } from './rounding.ts';

const modes: readonly RoundingMode[] = ['half-away-from-zero', 'toward-zero', 'away-from-zero'];

test.each([
  // value, unit, 四舍五入, 舍去, 进位
  ['0', '1', '0', '0', '0'],
  ['0.4', '1', '0', '0', '1'],
  ['0.5', '1', '1', '0', '1'],
  ['0.499999', '1', '0', '0', '1'],
  ['1.5', '1', '2', '1', '2'],
  ['2.5', '1', '3', '2', '3'],
  ['-0.4', '1', '0', '0', '-1'],
  ['-0.5', '1', '-1', '0', '-1'],
  ['-1.5', '1', '-2', '-1', '-2'],
  ['-2', '1', '-2', '-2', '-2'],
  ['1/3', '1', '0', '0', '1'],
  ['2/3', '1', '1', '0', '1'],
  ['-2/3', '1', '-1', '0', '-1'],
  // to 角 (10 fen) and 元 (100 fen)
  ['14', '10', '10', '10', '20'],
  ['15', '10', '20', '10', '20'],
  ['-15', '10', '-20', '-10', '-20'],
  ['149.9', '100', '100', '100', '200'],
  ['150', '100', '200', '100', '200'],
  ['-150', '100', '-200', '-100', '-200'],
  ['200', '100', '200', '200', '200'],
  // rates to four places
  ['0.12345', '0.0001', '0.1235', '0.1234', '0.1235'],
  ['-0.12345', '0.0001', '-0.1235', '-0.1234', '-0.1235'],
  ['1/3', '0.0001', '0.3333', '0.3333', '0.3334'],
  // far beyond what a float holds
  ['900719925474099300.5', '1', '900719925474099301', '900719925474099300', '900719925474099301'],
])('%s to a multiple of %s: %s half up, %s down, %s up', (value, unit, ...expected) => {
  expect(modes.map((mode) => printRational(roundTo(exact(value), mode, exact(unit))))).toEqual(
    expected,
  );
});

const amount = fc
  .tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10_000n))
  .map(([top, bottom]) => rational(top, bottom));
const unit = fc.constantFrom('1', '10', '100', '0.0001', '1/3').map(exact);
const mode = fc.constantFrom(...modes);

test('rounding gives a multiple near by, is odd, and changes nothing twice', () => {
  fc.assert(
    fc.property(amount, unit, mode, (value, size, by) => {
      const rounded = roundTo(value, by, size);
      const count = rational(
        rounded.numerator * size.denominator,
        rounded.denominator * size.numerator,
      );
      expect(count.denominator).toBe(1n);
      const lost = subtract(value, rounded);
      const distance = lost.numerator < 0n ? negate(lost) : lost;
      const most = by === 'half-away-from-zero' ? multiply(size, rational(1, 2)) : size;
      expect(compare(distance, most)).toBeLessThan(by === 'half-away-from-zero' ? 1 : 0);
      expect(roundTo(negate(value), by, size)).toEqual(negate(rounded));
      expect(roundTo(rounded, by, size)).toEqual(rounded);
    }),
    { seed: 20_240_102, numRuns: 300 },
  );
});

function exact(text: string) {
  const value = parseRational(text);
  if (!value) throw new Error(`no number: ${text}`);
  return value;
}
