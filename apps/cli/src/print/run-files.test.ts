import { sampleResult } from '@tiaoli/reports/testing';
import { expect, test } from 'vitest';
import { withoutRealPeople } from './run-files.ts';

test('single people of real data never leave; those of synthetic data do', () => {
  const { population } = sampleResult;
  const real = { ...sampleResult, population: { ...population, isSynthetic: false } };
  const told = JSON.stringify(withoutRealPeople(real));
  expect(told).not.toMatch(/72 岁|61 岁|"claims":\[\]/u);
  expect(withoutRealPeople(real).reforms[0]?.cases).toEqual([]);
  expect(withoutRealPeople(sampleResult)).toBe(sampleResult);
});
