import { expect, test } from 'vitest';
import { afterCrash } from './server-health.ts';

test.each([
  ['the first', [5], 'restart'],
  ['the second', [5, 6], 'restart'],
  ['three in a minute', [5, 30_000, 60_004], 'stop'],
  ['three in more than a minute', [5, 30_000, 60_005], 'restart'],
  ['many before, long ago', [1, 2, 3, 4, 100_000], 'restart'],
] as const)('%s', (_what, crashes, expected) => {
  expect(afterCrash(crashes)).toBe(expected);
});
