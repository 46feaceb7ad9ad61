import { loadCalculator, runCalculator } from '@tiaoli/compiler';
import { emptyState, interpretStep } from '@tiaoli/interpreter';
import { expect, test } from 'vitest';
import { generateCatalogue } from './generate-catalogue.ts';
import { openItems } from './items-policy.ts';

const seed = 7_000_001;

test(`each of 400 items has the same results by interpreter and calculators (seed ${seed})`, async () => {
  const csv = new TextEncoder().encode(generateCatalogue({ seed, rows: 3000 }));
  const { program, reference, facts } = await openItems(csv, { seed, count: 400, items: 2700 });
  const step = interpretStep(program, emptyState, facts, { reference, records: true });
  const own = step.records?.get('bench.items/明细') ?? [];
  expect(own.length).toBe(400);
  for (const complete of [true, false]) {
    const options = { records: true, facts: complete ? 'complete' : 'partial' } as const;
    const run = runCalculator(loadCalculator(program, options), new Map(), facts, reference);
    const other = run.records.get('bench.items/明细') ?? [];
    own.forEach((outcomes, at) => {
      for (const [id, outcome] of outcomes) {
        const expected = outcome.status === 'value' ? outcome.value : outcome.status;
        const found = other[at]?.get(id);
        expect(found?.status === 'value' ? found.value : found?.status, `${at} ${id}`).toEqual(
          expected,
        );
      }
    });
  }
  // Some codes stand in no row: they are pending, never zero.
  const classes = new Set(
    own.map((each) => {
      const found = each.get('bench.items/明细.类别');
      return found?.status === 'value' ? found.value : found?.status;
    }),
  );
  expect([...classes].sort()).toEqual(['missing', '丙', '乙', '甲'].sort());
});
