import { afterAll, beforeAll, expect, test } from 'vitest';
import { settleBeyond } from './beyond-bounds.ts';
import { comparePrograms, printComparison } from './compare-programs.ts';
import type { Database } from './database.ts';
import { documentStretches } from './document-stretches.ts';
import { openDuckdb } from './duckdb-database.ts';
import { policyStretches } from './policy-stretches.ts';
import { randomYears } from './random-years.ts';

let database: Database;

beforeAll(async () => {
  database = await openDuckdb();
}, 60_000);
afterAll(() => database.close(), 60_000);

const firstSeed = 5_000_000;

test('DuckDB = interpreter on random programs and years of claims', async () => {
  const compared = await comparePrograms(
    database,
    Array.from({ length: 200 }, (_, index) => randomYears(firstSeed + index, 4)),
  );
  process.stdout.write(`duckdb: ${printComparison(compared)}, seeds from ${firstSeed}\n`);
  expect(compared.problems).toEqual([]);
  expect(compared.claims).toBeGreaterThan(2500);
});

// Hundreds of queries, each read and planned for a claim or two: minutes on a busy machine.
test('DuckDB = interpreter on every example of the policies', { timeout: 600_000 }, async () => {
  const programs = await policyStretches();
  const sequences = programs
    .flatMap(({ stretches }) => stretches)
    .filter(({ claims }) => claims.length > 1);
  expect(sequences.length).toBeGreaterThan(40);
  const compared = await comparePrograms(database, programs);
  process.stdout.write(`duckdb: ${printComparison(compared)}, of the policies\n`);
  expect(compared.problems).toEqual([]);
  expect(compared.programs - compared.refused).toBeGreaterThan(280);
  expect(compared.claims).toBeGreaterThan(380);
});

test('DuckDB = interpreter on random documents', async () => {
  const seeds = Array.from({ length: 60 }, (_, index) => firstSeed + index);
  const compared = await comparePrograms(database, await documentStretches(seeds));
  process.stdout.write(`duckdb: ${printComparison(compared)}, of documents\n`);
  expect(compared.problems).toEqual([]);
  expect(compared.claims).toBeGreaterThan(100);
});

test('a cost beyond all bounds is marked or ends the query', async () => {
  const seeds = Array.from({ length: 40 }, (_, index) => firstSeed + index);
  const { flagged, ended, unmarked } = await settleBeyond(database, seeds);
  expect(unmarked).toEqual([]);
  expect(flagged).toBeGreaterThan(10);
  expect(ended).toBeGreaterThan(2);
});
