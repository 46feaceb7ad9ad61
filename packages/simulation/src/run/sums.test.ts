import { describe, expect, it, test } from 'vitest';
import { decimalText, peopleText, yuanText } from './decimal.ts';
import { minus, replicateOf, splitSumAt, standardError } from './estimates.ts';
import { addProduct, addSums, exactSums, sumAt } from './exact-sums.ts';
import { BURDEN_BINS, binOfBurden, RANDOM_GROUPS } from './ledger.ts';
import { suppressedAmong } from './make-groups.ts';
import { classOf } from './tally-bucket.ts';

test.each([
  [[[3, 5]], 15n],
  [[[1_000_000, 9_000_000_000]], 9_000_000_000_000_000n],
  [[[1_000_000, 9_007_199_254_740_991]], 9_007_199_254_740_991_000_000n],
  [[[-3, 7]], -21n],
  [Array.from({ length: 10 }, () => [1_000_000, 4_000_000_001]), 40_000_000_010_000_000n],
  [
    [
      [1_000_000, 9_007_199_254_740_991],
      [1, 1],
      [-1_000_000, 9_007_199_254_740_991],
    ],
    1n,
  ],
] as const)('%j adds up to %s in any order', (products, sum) => {
  for (const order of [products, products.toReversed()]) {
    const [one, two] = [exactSums(2), exactSums(2)];
    order.forEach(([weight = 0, value = 0], at) => {
      addProduct(at % 2 === 0 ? one : two, 1, weight, value);
    });
    addSums(one, two);
    expect(sumAt(one, 1)).toBe(sum);
    expect(sumAt(one, 0)).toBe(0n);
  }
});

test.each([
  [0n, '0.00'],
  [10_000n, '0.01'],
  [5000n, '0.01'],
  [4999n, '0.00'],
  [-5000n, '-0.01'],
  [-4999n, '0.00'],
  [123_456_789_000n, '123456.79'],
] as const)('%s weighted fen are %s yuan', (sum, text) => {
  expect(yuanText(sum)).toBe(text);
});

test('people have one decimal', () => {
  expect(peopleText(12_345n)).toBe('1.2');
  expect(decimalText(7n, 2n, 0)).toBe('4');
});

test('an amount is in one bin, and bins ascend with amounts', () => {
  const amounts = Array.from({ length: 40 }, (_, at) => [2 ** at - 1, 2 ** at]).flat();
  const bins = amounts.map(binOfBurden);
  expect(bins).toEqual(bins.toSorted((one, other) => one - other));
  expect(binOfBurden(0)).toBe(0);
  expect(binOfBurden(511)).not.toBe(binOfBurden(512));
  expect(binOfBurden(1023)).not.toBe(binOfBurden(1024));
  expect(binOfBurden(2 ** 52)).toBe(BURDEN_BINS - 1);
});

test.each([
  [-100_001, 0],
  [-100_000, 1],
  [-1, 3],
  [0, 3],
  [99, 3],
  [100, 4],
  [100_000, 6],
])('a gain of %d fen is of class %d', (gain, at) => {
  expect(classOf(gain)).toBe(at);
});

describe('small groups', () => {
  test.each([
    [[100, 200, 300], []],
    // A hidden group alone would follow from the total: the next one is hidden with it.
    [
      [3, 200, 300],
      [0, 1],
    ],
    [
      [300, 4, 5, 200],
      [1, 2, 3],
    ],
    [
      [6, 7, 300, 200],
      [0, 1],
    ],
    [[3], [0]],
  ] as const)('of %j are hidden %j', (sizes, hidden) => {
    expect([...suppressedAmong(sizes, 10)].toSorted()).toEqual(hidden);
  });
});

describe('standard errors', () => {
  const parts = (of: (group: number) => number) => {
    const sums = exactSums(RANDOM_GROUPS);
    for (let group = 0; group < RANDOM_GROUPS; group += 1) addProduct(sums, group, 1, of(group));
    return splitSumAt(sums, 0);
  };

  it('of a total is that of the spread of its parts', () => {
    const sum = parts((group) => (group % 2 === 0 ? 90 : 110));
    const error = standardError((without) => replicateOf(sum, without));
    // Each part is 10 off the mean: n × 10² × n / (n − 1), and the root of it.
    expect(error).toBeCloseTo(
      Math.sqrt((RANDOM_GROUPS * 100 * RANDOM_GROUPS) / (RANDOM_GROUPS - 1)),
    );
  });

  it('of a change is that of pairs', () => {
    const [old, now] = [parts((group) => 100 * group), parts((group) => 100 * group + 7)];
    expect(standardError((without) => replicateOf(minus(now, old), without))).toBeCloseTo(0);
    expect(replicateOf(minus(now, old), undefined)).toBe(700);
  });
});
