import { describe, expect, test } from 'vitest';
import type { ComparedCity } from './classify-cells.ts';
import { classifyCells, shareOf, worstState } from './classify-cells.ts';

const city = (values: readonly (string | undefined)[], rest: Partial<ComparedCity> = {}) => ({
  values,
  isOutside: false,
  isUnknown: false,
  ...rest,
});

describe('cities against the province', () => {
  const cases = [
    { name: 'the value of the province', province: ['70'], values: ['70'], state: 'same' },
    { name: 'another value', province: ['70'], values: ['75'], state: 'different' },
    { name: 'nobody says', province: [undefined], values: [undefined], state: 'not-set' },
    { name: 'one cell of a table', province: ['1', '2'], values: ['1', '3'], state: 'different' },
    {
      name: 'a table with a cell that nobody settles',
      province: ['1', undefined],
      values: ['1', undefined],
      state: 'not-set',
    },
    {
      name: 'a difference outweighs an open cell',
      province: ['1', '2'],
      values: [undefined, '3'],
      state: 'different',
    },
  ];
  test.each(cases)('$name: $state', ({ province, values, state }) => {
    expect(classifyCells(province, [city(values)])).toEqual([state]);
  });

  test('what breaks a bound is outside even where it equals the province', () => {
    expect(classifyCells(['70'], [city(['70'], { isOutside: true })])).toEqual(['out-of-bounds']);
  });

  test('what cannot be told is never called the same', () => {
    expect(classifyCells(['70'], [city(['70'], { isUnknown: true })])).toEqual(['unknown']);
  });
});

describe('without a value of the province the cities are compared with each other', () => {
  test('those that settle it agree', () => {
    const cities = [city(['2']), city(['2']), city([undefined])];
    expect(classifyCells([undefined], cities)).toEqual(['same', 'same', 'not-set']);
  });

  test('those that settle it do not agree: none is the measure of the others', () => {
    const cities = [city(['2']), city(['2']), city(['3'])];
    expect(classifyCells([undefined], cities)).toEqual(['different', 'different', 'different']);
  });

  test('a city that cannot be read is no witness of agreement or of difference', () => {
    const cities = [city(['2']), city(['9'], { isUnknown: true })];
    expect(classifyCells([undefined], cities)).toEqual(['same', 'unknown']);
  });
});

test('one state for several', () => {
  expect(worstState(['same', 'not-set', 'different'])).toBe('different');
  expect(worstState(['different', 'unknown', 'out-of-bounds'])).toBe('out-of-bounds');
  expect(worstState([])).toBe('same');
});

test('shares', () => {
  expect(shareOf(['same', 'different', 'same'])).toEqual({ same: 2, of: 3 });
});
