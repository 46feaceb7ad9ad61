import { expect, test } from 'vitest';
import { randomYears } from '../sql/random-years.ts';
import { compareSql } from '../sql/run-sql.ts';
import { sparkBatch } from './spark-batch.ts';
import { useOwnSpark } from './start-spark.ts';

const place = useOwnSpark();
const firstSeed = 6_000_000;
/** `SPARK_PROGRAMS` runs more of them. */
const count = Number(process.env.SPARK_PROGRAMS ?? 15);

test(`Spark = interpreter on ${count} random programs, claim by claim (seeds from ${firstSeed})`, async () => {
  const batch = sparkBatch(place);
  const programs = Array.from({ length: count }, (_, at) => randomYears(firstSeed + at, 4));
  const asked = programs.map(({ program, stretches, facts }) =>
    compareSql(batch.open(), program, stretches, facts),
  );
  // Until each of them waits for its answer.
  await new Promise(setImmediate);
  await batch.submit();
  const verdicts = await Promise.all(asked);
  const problems = verdicts.flatMap((each, at) =>
    each.problems.slice(0, 3).map((problem) => `${programs[at]?.name}: ${problem}`),
  );
  expect(problems).toEqual([]);
  const claims = verdicts.reduce((sum, each) => sum + each.claims - each.flagged, 0);
  const refused = verdicts.filter((each) => each.refused.length > 0).length;
  process.stdout.write(`spark: ${count} programs, ${refused} refused, ${claims} claims\n`);
  expect(claims).toBeGreaterThanOrEqual(count * 15);
});
