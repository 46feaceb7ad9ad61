import { describe, expect, test } from 'vitest';
import type { History } from '../records/policy-store.ts';
import { inForce } from './in-force.ts';

const at = (day: number) => new Date(Date.UTC(2027, 0, day));

/** Published on the day of January 2027 that is its number, a repeal where there is no name. */
function history(...entries: readonly (readonly [from: string, name?: string])[]): History {
  const numbered = entries.map(([from, name], index) => ({ number: index + 1, from, name }));
  return {
    versions: numbered.flatMap(({ number, from, name }) =>
      name === undefined
        ? []
        : [
            {
              ...{ id: name, documentId: 'd', number, path: 'p', hash: '', sourceHash: '' },
              ...{ moduleHash: '', meaningHash: '', engineVersion: '1', files: [] },
              ...{ effectiveFrom: from, publishedAt: at(number), publisherId: 'u' },
            },
          ],
    ),
    repeals: numbered.flatMap(({ number, from, name }) =>
      name === undefined
        ? [
            {
              ...{ id: `r${number}`, documentId: 'd', number, from, reason: '' },
              ...{ recordedAt: at(number), recorderId: 'u' },
            },
          ]
        : [],
    ),
  };
}

describe('in force on a day', () => {
  const plain = history(['2024-01-01', 'A'], ['2026-01-01', 'B']);
  test.each([
    ['2023-12-31', undefined],
    ['2024-01-01', 'A'],
    ['2025-12-31', 'A'],
    ['2026-01-01', 'B'],
    ['2099-12-31', 'B'],
  ])('one version follows the other: %s', (on, id) => {
    expect(inForce(plain, on)?.id).toBe(id);
  });

  test('a version published later for an earlier day leaves what holds from a later one', () => {
    const backDated = history(['2024-01-01', 'A'], ['2026-01-01', 'B'], ['2025-01-01', 'C']);
    const days = ['2024-06-01', '2025-06-01', '2026-06-01'];
    expect(days.map((on) => inForce(backDated, on)?.id)).toEqual(['A', 'C', 'B']);
  });

  test('of two from one day the one recorded last', () => {
    const corrected = history(['2024-01-01', 'A'], ['2024-01-01', 'B']);
    expect(inForce(corrected, '2024-01-01')?.id).toBe('B');
  });

  test('nothing after a repeal, until another version', () => {
    const ended = history(['2024-01-01', 'A'], ['2025-01-01'], ['2026-01-01', 'B']);
    const days = ['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'];
    expect(days.map((on) => inForce(ended, on)?.id)).toEqual(['A', undefined, undefined, 'B']);
  });

  test('a repeal of a day on which a version begins, by what was recorded last', () => {
    expect(inForce(history(['2024-01-01', 'A'], ['2024-01-01']), '2024-02-01')).toBeUndefined();
    expect(inForce(history(['2024-01-01'], ['2024-01-01', 'A']), '2024-02-01')?.id).toBe('A');
  });
});

test('as it was known: what was recorded later is not looked at', () => {
  const corrected = history(['2024-01-01', 'A'], ['2024-01-01', 'B'], ['2024-01-01']);
  const known = [0, 1, 2, 3].map((day) => inForce(corrected, '2024-06-01', at(day))?.id);
  expect(known).toEqual([undefined, 'A', 'B', undefined]);
});
