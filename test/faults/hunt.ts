// Looks for a document on which two sides differ:
//
//   node test/faults/hunt.ts <first seed> <most programs> none|plain|bulk|programs|sql
//
// `programs` looks at random programs of the IR, which have shapes that no document comes to; `sql` at the same in DuckDB.
// Prints the number of documents that it took, or `not found`.
import { compareBulkYear } from '../conformance/bulk-years.ts';
import { checkPolicy } from '../conformance/check-policy.ts';
import { generatePolicy } from '../conformance/generate/policies.ts';
import { generateSequence } from '../conformance/generate/sequences.ts';
import { createBench } from '../conformance/open-generated.ts';
import { openDuckdb } from '../sql/duckdb-database.ts';
import { randomYears } from '../sql/random-years.ts';
import { compareSql } from '../sql/run-sql.ts';

const [first = '0', most = '0', calculators = 'none'] = process.argv.slice(2);

const kinds = ['plain', 'bulk'] as const;

process.stdout.write(`${(await hunt(Number(first), Number(most))) ?? 'not found'}\n`);

async function hunt(from: number, count: number): Promise<number | undefined> {
  if (calculators === 'programs') return huntPrograms(from, count);
  if (calculators === 'sql') return await huntSql(from, count);
  const bench = await createBench();
  const extent = {
    calculators: kinds.filter((kind) => kind === calculators),
    spellings: false,
  } as const;
  for (let index = 0; index < count; index += 1) {
    const policy = generatePolicy(from + index);
    const sequence = generateSequence(policy);
    if (await isWrong(() => checkPolicy(bench, policy, sequence, extent))) return index + 1;
  }
  return undefined;
}

async function huntPrograms(from: number, count: number): Promise<number | undefined> {
  for (let index = 0; index < count; index += 1) {
    const check = async () => compareBulkYear(from + index, 'partial');
    if (await isWrong(check)) return index + 1;
  }
  return undefined;
}

async function huntSql(from: number, count: number): Promise<number | undefined> {
  const database = await openDuckdb();
  for (let index = 0; index < count; index += 1) {
    const { program, stretches, facts } = randomYears(from + index, 4);
    const check = async () => await compareSql(database, program, stretches, facts);
    if (await isWrong(check)) return index + 1;
  }
  await database.close();
  return undefined;
}

/** A fault may also show itself by an exception. */
async function isWrong(
  check: () => Promise<{ readonly problems: readonly string[] }>,
): Promise<boolean> {
  try {
    return (await check()).problems.length > 0;
  } catch {
    return true;
  }
}
