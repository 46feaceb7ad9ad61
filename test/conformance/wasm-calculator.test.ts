import { expect, test } from 'vitest';
import { compareBulkYear } from './bulk-years.ts';

const seed = 20_260_101;
const programs = 250;

test.each(['partial', 'complete'] as const)(
  `WASM = interpreter on %s facts (seed ${seed})`,
  (facts) => {
    let flagged = 0;
    for (let index = 0; index < programs; index += 1) {
      const verdict = compareBulkYear(seed + index, facts);
      expect(verdict.problems, `seed ${seed + index}`).toEqual([]);
      if (verdict.flagged) flagged += 1;
    }
    process.stdout.write(`${programs} years of ${facts} facts, ${flagged} flagged\n`);
    expect(flagged).toBeLessThan(programs * 0.02);
  },
);
