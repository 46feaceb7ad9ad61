import { expect, test } from 'vitest';
import { solveOnGrid } from './solve-on-grid.ts';

type Figure = (point: number) => bigint;

async function solve(figure: Figure, target: bigint, options = {}) {
  const asked: number[] = [];
  const solved = await solveOnGrid({
    ...{ points: 101, target, atOnce: 5, mostRuns: 40, ...options },
    evaluate: async (points) => {
      asked.push(...points);
      return points.map(figure);
    },
  });
  return { ...solved, asked };
}

test.each<readonly [string, Figure, bigint, number]>([
  ['rising', (point) => BigInt(point * 7), 300n, 43],
  ['rising, met exactly', (point) => BigInt(point * 7), 301n, 43],
  ['falling', (point) => 1000n - BigInt(point * point), 500n, 22],
  ['at the first point', (point) => BigInt(point), 0n, 0],
  ['at the last point', (point) => BigInt(point), 100n, 100],
  ['below zero', (point) => BigInt(-point * 10), -555n, 55],
])('%s', async (_, figure, target, point) => {
  const { answer, runs, asked } = await solve(figure, target);
  expect(answer).toEqual({ kind: 'found', point });
  expect(new Set(asked).size).toBe(asked.length);
  expect(runs).toBeLessThan(25);
});

test.each<readonly [string, Figure, bigint, object, string]>([
  ['beyond both ends', (point) => BigInt(point), 101n, {}, 'out-of-reach'],
  ['up and down', (point) => BigInt((point - 50) ** 2), 100n, {}, 'not-monotone'],
  ['too few runs', (point) => BigInt(point), 37n, { mostRuns: 6 }, 'too-many-runs'],
  ['one point, another value', () => 5n, 6n, { points: 1 }, 'out-of-reach'],
])('%s', async (_, figure, target, options, kind) => {
  expect((await solve(figure, target, options)).answer).toEqual({ kind });
});

test('every target has the point that a search of all of them finds', async () => {
  const figure: Figure = (point) => BigInt(Math.floor(point ** 1.7) * 13);
  const values = Array.from({ length: 101 }, (_, point) => figure(point));
  for (let target = 0n; target <= (values.at(-1) ?? 0n); target += 211n) {
    const { answer } = await solve(figure, target);
    const distance = (value: bigint): bigint => (value > target ? value - target : target - value);
    const least = values.map(distance).toSorted((a, b) => Number(a - b))[0];
    expect(answer.kind === 'found' && distance(figure(answer.point))).toBe(least);
  }
});
