import { describe, expect, it } from 'vitest';
import { drawsFor, mix32, populationKey, streams, unmix32 } from './counter-random.ts';
import {
  betaLike,
  choose,
  heavyTailed,
  negativeBinomial,
  normalQuantile,
} from './distributions.ts';
import { exp, log } from './elementary.ts';

const SEED = 20261;
const key = populationKey(SEED, 1);

describe(`counter-based numbers (seed ${SEED})`, () => {
  it('mixes 32 bits back and forth', () => {
    for (let at = 0; at < 1000; at += 1) {
      const value = (at * 0x9e3779b1) >>> 0;
      expect(unmix32(mix32(value))).toBe(value);
    }
  });

  it('is uniform over 100 bins for every stream', () => {
    for (const stream of streams) {
      const bins = new Uint32Array(100);
      for (let at = 0; at < 20_000; at += 1) {
        const bin = Math.floor(drawsFor(key, at, stream).at(at % 3) * 100);
        bins[bin] = (bins[bin] ?? 0) + 1;
      }
      const chiSquare = bins.reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
      // 99 degrees of freedom: beyond 160 once in 10,000.
      expect(chiSquare).toBeLessThan(160);
    }
  });

  it('does not relate neighbours: subjects, streams, counters, seeds', () => {
    const relations = [
      (at: number) => drawsFor(key, at + 1, 'frailty').at(0),
      (at: number) => drawsFor(key, at, 'disease').at(0),
      (at: number) => drawsFor(key, at, 'frailty').at(1),
      (at: number) => drawsFor(populationKey(SEED + 1, 1), at, 'frailty').at(0),
      (at: number) => drawsFor(populationKey(SEED, 2), at, 'frailty').at(0),
      (at: number) => drawsFor(key, at + 0x100000000, 'frailty').at(0),
    ];
    const count = 20_000;
    for (const other of relations) {
      let sum = 0;
      for (let at = 0; at < count; at += 1) {
        sum += (drawsFor(key, at, 'frailty').at(0) - 0.5) * (other(at) - 0.5);
      }
      expect(Math.abs((12 * sum) / count)).toBeLessThan(4 / Math.sqrt(count));
    }
  });

  it('keeps its numbers', () => {
    const drawn = [0, 1].map((k) => drawsFor(populationKey(1, 1), 7, 'income').at(k));
    expect(drawn).toMatchInlineSnapshot(`
      [
        0.6516812652495226,
        0.7303794798470605,
      ]
    `);
  });
});

describe('elementary functions', () => {
  it('agrees with the built-in ones to a few units in the last place', () => {
    for (let x = -30; x <= 30; x += 0.0137) {
      expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(1e-15);
      const y = Math.exp(x);
      expect(Math.abs(log(y) - Math.log(y))).toBeLessThan(1e-14);
    }
    expect(exp(-800)).toBe(0);
    expect(log(1)).toBe(0);
  });
});

describe('distributions', () => {
  const mean = (draw: (u: number) => number): number => {
    let sum = 0;
    for (let at = 0; at < 100_000; at += 1) sum += draw((at + 0.5) / 100_000);
    return sum / 100_000;
  };

  it('has the means of the book', () => {
    expect(mean(normalQuantile)).toBeCloseTo(0, 8);
    expect(mean((u) => normalQuantile(u) ** 2)).toBeCloseTo(1, 3);
    expect(mean((u) => negativeBinomial(u, 2.5, 1.5))).toBeCloseTo(2.5, 2);
    expect(mean((u) => negativeBinomial(u, 0.2, 2) ** 2)).toBeCloseTo(0.2 + 0.02 + 0.04, 2);
    expect(mean((u) => (choose(u, [0.2, 0.5, 0.3]) === 1 ? 1 : 0))).toBeCloseTo(0.5, 4);
    expect(mean((u) => betaLike(u, 1, 4))).toBeCloseTo(0.2, 3);
  });

  it('joins the tail to the body', () => {
    const below = heavyTailed(0.99 - 1e-9, 0.9, 0.3);
    const above = heavyTailed(0.99 + 1e-9, 0.9, 0.3);
    expect(above / below).toBeCloseTo(1, 6);
    expect(heavyTailed(0.9999, 0.9, 0.3)).toBeGreaterThan(exp(0.9 * normalQuantile(0.9999)));
  });
});
