import { expect, test } from 'vitest';
import { waitAfter } from './sign-in-wait.ts';

const failedAt = new Date('2027-01-01T00:00:00Z');

test.each([
  ['login', 0, 0],
  ['login', 4, 0],
  ['login', 5, 30],
  ['login', 6, 60],
  ['login', 9, 480],
  ['login', 10, 900],
  ['login', 1_000_000, 900],
  ['address', 20, 0],
  ['address', 21, 30],
] as const)('%s after %i that failed: %i seconds', (kind, count, seconds) => {
  const until = waitAfter(kind, { count, failedAt });
  expect((until.getTime() - failedAt.getTime()) / 1000).toBe(seconds);
});
