import { describe, expect, it } from 'vitest';
import { populationKey } from '../random/counter-random.ts';
import { bucketOf, householdOf } from '../table/bucket-of.ts';
import type { Block } from './block.ts';
import { RESIDENT } from './block.ts';
import { drawEvents } from './draw-events.ts';
import { eventRates } from './event-rates.ts';
import { apportion, fitMargins, roundTogether } from './fit-margins.ts';
import { targetValue } from './hard-targets.ts';
import { makeClaims } from './make-claims.ts';
import { makeFrame } from './make-frame.ts';
import { makeHouseholds } from './make-households.ts';
import { classTotals, makeSlots } from './make-slots.ts';
import { bucketSizes } from './presets.ts';
import { provinces } from './provinces.ts';
import { rakeWeights } from './rake-weights.ts';

const SEED = 7;
const cities = provinces.山西省 ?? [];
const block: Block = {
  key: populationKey(SEED, 1),
  ...{ bucket: 1, buckets: 3, persons: 3000, cities },
};
const frame = makeFrame(block);

describe('margins', () => {
  it('fits a table to its margins and leaves zeros alone', () => {
    const fitted = fitMargins(Float64Array.of(1, 2, 0, 4), [
      { kindOf: (cell) => cell % 2, totals: [3, 7] },
      { kindOf: (cell) => Math.floor(cell / 2), totals: [6, 4] },
    ]);
    expect(fitted[2]).toBe(0);
    const [a = 0, b = 0, c = 0, d = 0] = fitted;
    expect([a + b, c + d]).toEqual([expect.closeTo(6, 9), expect.closeTo(4, 9)]);
    expect([a + c, b + d]).toEqual([expect.closeTo(3, 6), expect.closeTo(7, 6)]);
  });

  it('rounds together: whole cells, the total, every run within one', () => {
    const cells = [0.4, 2.3, 0.1, 0.9, 3.3];
    for (const offset of [0.01, 0.3, 0.77, 0.99]) {
      const rounded = roundTogether(cells, 7, offset);
      expect(rounded.reduce((sum, count) => sum + count, 0)).toBe(7);
      rounded.forEach((count, at) => {
        expect(Math.abs(count - (cells[at] ?? 0))).toBeLessThan(1);
      });
    }
    expect(apportion([1, 1, 1], 10)).toEqual([4, 3, 3]);
    expect(bucketSizes(100_001)).toEqual([33_334, 33_334, 33_333]);
  });
});

describe('raking', () => {
  it('meets its conditions within the bounds', () => {
    const people = 400;
    const values = Float64Array.from({ length: people }, (_, at) => (at % 7) + (at % 3));
    const ones = new Float64Array(people).fill(1);
    const sum = values.reduce((all, value) => all + value, 0);
    const constraints = [
      { values: ones, total: people },
      { values, total: sum * 1.05 },
    ];
    const { weights, worst } = rakeWeights(people, constraints, [0.5, 2]);
    expect(worst).toBeLessThan(1e-8);
    expect(weights.reduce((all, weight) => all + weight, 0)).toBeCloseTo(people, 5);
    const achieved = weights.reduce((all, weight, at) => all + weight * (values[at] ?? 0), 0);
    expect(achieved).toBeCloseTo(sum * 1.05, 4);
    expect(Math.min(...weights)).toBeGreaterThan(0.5);
    expect(Math.max(...weights)).toBeLessThan(2);
  });

  it('says how far it stays where the bounds forbid to meet them', () => {
    const values = new Float64Array(10).fill(1);
    const { weights, worst } = rakeWeights(10, [{ values, total: 30 }], [0.5, 2]);
    expect(worst).toBeGreaterThan(0.5);
    expect(Math.max(...weights)).toBeLessThanOrEqual(2);
  });
});

describe(`the people of a block (seed ${SEED})`, () => {
  it('has as many of each class as published, and nobody in a class too young for it', () => {
    const counts = [0, 0, 0];
    frame.insured.forEach((insured, row) => {
      counts[insured] = (counts[insured] ?? 0) + 1;
      if (insured !== RESIDENT) expect(frame.age[row]).toBeGreaterThanOrEqual(15);
    });
    expect(counts).toEqual(classTotals(3000));
    const subsidised = frame.category.filter((category) => category > 0).length;
    expect(subsidised).toBe(Math.round((counts[RESIDENT] ?? 0) * targetValue('subsidised-share')));
  });

  it('sorts people by id and keeps households whole, in their bucket, none of children alone', () => {
    for (let row = 1; row < frame.count; row += 1) {
      expect(frame.pid[row]).toBeGreaterThan(frame.pid[row - 1] ?? 0);
    }
    expect(new Set(Array.from(frame.hid, (hid) => bucketOf(hid, 3)))).toEqual(new Set([1]));
    expect(bucketOf(householdOf(5, 16, 1234), 16)).toBe(5);
    const slots = makeSlots(block);
    const homes = makeHouseholds(block, slots);
    expect(homes.flat().sort((a, b) => a - b)).toEqual([...Array(3000).keys()]);
    for (const [first = 0] of homes) expect(slots.band[first]).toBeGreaterThanOrEqual(2);
  });

  it('draws the claims of one person again without the others', () => {
    const claims = makeClaims(block, frame);
    const rates = [0, 1, 2, 3].map((process) => eventRates(frame, process));
    for (const row of [0, 17, 2999]) {
      const alone = drawEvents(block, frame, row, rates);
      const own = [...claims.row.keys()].filter((at) => claims.row[at] === row);
      expect(own.map((at) => [claims.settled[at], claims.process[at], claims.level[at]])).toEqual(
        alone.map(({ settled, process, level }) => [settled, process, level]),
      );
    }
  });

  it('splits every claim into whole fen that add up', () => {
    const claims = makeClaims(block, frame);
    expect(claims.count).toBeGreaterThan(15_000);
    for (let at = 0; at < claims.count; at += 1) {
      const total = claims.total[at] ?? 0;
      const parts = [claims.classA, claims.classB, claims.own].map((part) => part[at] ?? -1);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
      const cover = [claims.own, claims.over, claims.first, claims.scope].map((p) => p[at] ?? -1);
      expect(cover.reduce((sum, part) => sum + part, 0)).toBe(total);
      expect(Math.min(...parts, ...cover)).toBeGreaterThanOrEqual(0);
    }
  });
});
