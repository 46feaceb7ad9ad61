import { expect, test } from 'vitest';
import { withWholeProgress } from './whole-progress.ts';

test('scans count on where the one before ended; one more than expected makes the whole longer', () => {
  const seen: (readonly [number, number])[] = [];
  const settings = withWholeProgress({ onProgress: (done, of) => seen.push([done, of]) }, 2);
  for (const [done, of] of [
    ...([[0, 2] as const, [1, 2] as const, [2, 2] as const] as const),
    ...([[0, 2] as const, [2, 2] as const, [0, 2] as const, [1, 2] as const] as const),
  ]) {
    settings.onProgress?.(done, of);
  }
  expect(seen).toEqual([
    [0, 4],
    [1, 4],
    [2, 4],
    [2, 4],
    [4, 4],
    [4, 6],
    [5, 6],
  ]);
});
