import { expect, test } from 'vitest';
import type { ChosenCase, FoundCase } from './find-cases.ts';
import { chooseCases, MOST_CASES } from './find-cases.ts';

function found(kind: FoundCase['kind'], row: number, baseline: number, reform: number): FoundCase {
  const claims = { count: 0, cells: new Float64Array(), words: [] };
  return { kind, group: '居民·普通', age: 60, row, baseline, reform, layers: [], claims };
}

function inBucket(bucket: number, cases: readonly FoundCase[]): readonly ChosenCase[] {
  return cases.map((each) => ({ ...each, bucket }));
}

test('those who gain and lose most, of equal ones the first, however the buckets come', () => {
  const parts = [0, 1, 2].map((bucket) => {
    const pairs = Array.from({ length: 15 }, (_, row) => [
      found('gain', row, 1000, 1000 - row),
      found('loss', row, 1000, 1000 + 2 * row),
    ]);
    return inBucket(bucket, pairs.flat());
  });
  const chosen = chooseCases(parts.flat());
  expect(chooseCases(parts.toReversed().flat())).toEqual(chosen);
  const [one = [], two = [], three = []] = parts;
  expect(chooseCases([...two, ...chooseCases([...one, ...three])])).toEqual(chosen);
  expect(chooseCases([...one, ...chooseCases([...three, ...two])])).toEqual(chosen);
  const gains = chosen.filter(({ kind }) => kind === 'gain');
  expect(gains).toHaveLength(MOST_CASES);
  expect(gains.slice(0, 4).map(({ bucket, row }) => [bucket, row])).toEqual([
    [0, 14],
    [1, 14],
    [2, 14],
    [0, 13],
  ]);
  const losses = chosen.filter(({ kind }) => kind === 'loss');
  expect(losses[0]).toMatchObject({ bucket: 0, row: 14, reform: 1028 });
  expect(losses).toHaveLength(MOST_CASES);
});

test('who is typical of a group comes from the first bucket that has the group', () => {
  const rare: FoundCase = { ...found('typical', 7, 1, 2), group: '居民·特困人员' };
  const chosen = chooseCases([
    ...inBucket(1, [rare, found('typical', 5, 1, 2)]),
    ...inBucket(0, [found('typical', 3, 1, 2)]),
    ...inBucket(2, [{ ...rare, row: 9 }]),
  ]);
  expect(chosen.map(({ group, bucket, row }) => [group, bucket, row])).toEqual([
    ['居民·普通', 0, 3],
    ['居民·特困人员', 1, 7],
  ]);
});
