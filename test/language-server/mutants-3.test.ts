import { expect, test } from 'vitest';
import { huntMutants } from './hunt-mutants.ts';

const seed = 2026_003;

test(`5,000 mutated texts, seed ${seed}: no throw, no answer over 1 s, the good text as usual`, async () => {
  expect(await huntMutants(seed, 5000)).toEqual([]);
}, 600_000);
