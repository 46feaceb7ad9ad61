import { afterAll, beforeAll, expect, test } from 'vitest';
import { comparePrograms, printComparison } from './compare-programs.ts';
import type { Database } from './database.ts';
import { policyStretches } from './policy-stretches.ts';
import { openPostgres } from './postgres-database.ts';
import { randomYears } from './random-years.ts';

let database: Database;

beforeAll(async () => {
  database = await openPostgres();
});
afterAll(() => database.close());

const firstSeed = 6_000_000;

test('PostgreSQL = interpreter on random programs and years of claims', async () => {
  const compared = await comparePrograms(
    database,
    Array.from({ length: 200 }, (_, index) => randomYears(firstSeed + index, 4)),
  );
  process.stdout.write(`postgres: ${printComparison(compared)}, seeds from ${firstSeed}\n`);
  expect(compared.problems).toEqual([]);
  expect(compared.claims).toBeGreaterThan(2500);
});

test('PostgreSQL = interpreter on every example of the policies', async () => {
  const compared = await comparePrograms(database, await policyStretches());
  process.stdout.write(`postgres: ${printComparison(compared)}, of the policies\n`);
  expect(compared.problems).toEqual([]);
  expect(compared.programs - compared.refused).toBeGreaterThan(280);
  expect(compared.claims).toBeGreaterThan(380);
});
