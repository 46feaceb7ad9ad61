import { compare, rational, roundTo } from '@tiaoli/base';
import { expect, test } from 'vitest';
import { integerForm, scaleForm, subtractForms, termForm } from './linear-form.ts';
import {
  floorOf,
  greatest,
  least,
  multiplyForms,
  positivePart,
  roundForm,
} from './number-terms.ts';
import { valuesAt } from './point.ts';
import { createPool, internNumber } from './pool.ts';

const pool = createPool();
const source = { kind: 'input', input: 'x' } as const;
const x = internNumber(pool, 'x', { kind: 'fact', source, scale: 1n }, () => ({
  low: -300n,
  high: 300n,
}));

/** The exact value of a form where the fact is `at`. */
function valueAt(form: ReturnType<typeof termForm>, at: number) {
  const point = { numbers: new Map([[x, BigInt(at)]]), finites: new Map<number, number>() };
  return rational(valuesAt(pool, point).form(form) ?? 0n, form.denominator);
}

const places = [-300, -151, -150, -101, -100, -99, -7, -2, -1, 0, 1, 2, 3, 49, 50, 51, 100, 299];
const modes = ['half-away-from-zero', 'toward-zero', 'away-from-zero'] as const;

test.each(modes.flatMap((mode) => [0.5, 1, 2, 10].map((unit) => [mode, unit] as const)))(
  '%s to %d is what the rationals give',
  (mode, size) => {
    const unit = rational(BigInt(size * 2), 2n);
    const third = scaleForm(termForm(x), rational(7n, 3n));
    for (const at of places) {
      const exact = roundTo(rational(BigInt(at) * 7n, 3n), mode, unit);
      expect(compare(valueAt(roundForm(pool, third, mode, unit), at), exact), `${at}`).toBe(0);
    }
  },
);

test.each(places)('extrema and floors at %d', (at) => {
  const seven = integerForm(7n);
  const value = termForm(x);
  expect(valueAt(least(pool, value, seven), at)).toEqual(rational(Math.min(at, 7)));
  expect(valueAt(greatest(pool, value, seven), at)).toEqual(rational(Math.max(at, 7)));
  expect(valueAt(positivePart(pool, subtractForms(seven, value)), at)).toEqual(
    rational(Math.max(0, 7 - at)),
  );
  expect(valueAt(floorOf(pool, scaleForm(value, rational(1n, 60n))), at)).toEqual(
    rational(Math.floor(at / 60)),
  );
});

test('a factor with few values is told apart, another is a term of its own', () => {
  const few = internNumber(pool, 'few', { kind: 'fact', source, scale: 1n }, () => ({
    low: 0n,
    high: 3n,
  }));
  const product = multiplyForms(pool, termForm(few), termForm(x));
  expect(pool.numbers[product.ids[0] ?? -1]?.kind).toBe('choice');
  expect(pool.numbers[multiplyForms(pool, termForm(x), termForm(x)).ids[0] ?? -1]?.kind).toBe(
    'product',
  );
});
