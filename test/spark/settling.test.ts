import { expect, test } from 'vitest';
import type { SettledProgram } from '../sql/compare-programs.ts';
import { printComparison } from '../sql/compare-programs.ts';
import { policyStretches } from '../sql/policy-stretches.ts';
import { randomYears } from '../sql/random-years.ts';
import { settleOnSpark } from './settle-on-spark.ts';
import { useOwnSpark } from './start-spark.ts';

const place = useOwnSpark();
const firstSeed = 6_000_000;
/** `SPARK_PROGRAMS` runs more of them; the long run takes thousands. */
const count = Number(process.env.SPARK_PROGRAMS ?? 60);

test(`Spark = interpreter on ${count} random programs, claim by claim (seeds from ${firstSeed})`, async () => {
  const programs = Array.from({ length: count }, (_, at) => randomYears(firstSeed + at, 4));
  const compared = await settleOnSpark(place, programs);
  process.stdout.write(`spark: ${printComparison(compared)}\n`);
  expect(compared.problems).toEqual([]);
  expect(compared.claims - compared.flagged).toBeGreaterThanOrEqual(count * 12);
});

/** Their queries are long, and Spark plans each for seconds: the others are in the long run, as are their other versions. */
const everyThird = 3;

test('Spark = interpreter on the examples of every third document of the policies', async () => {
  const byDocument = Map.groupBy(await policyStretches(), ({ name }) => name);
  const programs = [...byDocument.keys()]
    .sort()
    .filter((_, at) => at % everyThird === 0)
    .map((name) => mostClaims(byDocument.get(name) ?? []));
  const compared = await settleOnSpark(place, programs);
  process.stdout.write(`spark: ${printComparison(compared)}, of the policies\n`);
  expect(compared.problems).toEqual([]);
  expect(compared.programs).toBeGreaterThan(30);
  expect(compared.programs - compared.refused).toBeGreaterThan(compared.programs * 0.9);
});

/** A document has a program for each place and time of its rules: the one with the longest years stands for them. */
function mostClaims(programs: readonly SettledProgram[]): SettledProgram {
  const [most] = programs.toSorted((a, b) => longest(b) - longest(a));
  if (!most) throw new Error('a document without a program');
  return most;
}

function longest({ stretches }: SettledProgram): number {
  return Math.max(...stretches.map(({ claims }) => claims.length));
}
