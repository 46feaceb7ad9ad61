import { expect, test } from 'vitest';
import type { SettledProgram } from '../sql/compare-programs.ts';
import { randomYears } from '../sql/random-years.ts';
import { compareSql } from '../sql/run-sql.ts';
import { verdictsOn } from './settle-on-spark.ts';
import { useOwnSpark } from './start-spark.ts';

/** A mistake in what is written for Spark alone: what stands in the query, and what would stand there. */
interface Fault {
  readonly name: string;
  readonly search: RegExp;
  readonly replacement: string;
}

const faults: readonly Fault[] = [
  {
    name: 'a wide quotient is rounded, and not cut off',
    search: /CAST\(\(\((v\d+) - \1 % (.*?)\) \/ \2\) AS DECIMAL\(38, 0\)\)/,
    replacement: 'CAST(round($1 / $2) AS DECIMAL(38, 0))',
  },
  {
    name: 'positions in lists count from 0',
    search: /(get\([^()]*, CAST\([^()]* AS INT\)) - 1\)/g,
    replacement: '$1)',
  },
  {
    name: 'the last element of a list is left out',
    search: /slice\(sequence\(1, (COALESCE\(\w+, 0\)) \+ 1\), 1, \1\)/g,
    replacement: 'slice(sequence(1, $1 + 1), 2, $1)',
  },
  {
    name: 'claims are taken from the last to the first',
    search: /sort_array\((collect_list\(struct\([^()]*\)\))\)/g,
    replacement: 'sort_array($1, FALSE)',
  },
  {
    name: 'the state of the claim before is lost',
    search: /'last', e\)/g,
    replacement: "'last', f.last)",
  },
  {
    name: 'the element after the one that is meant is replaced',
    search: /\(x, y\) -> CASE WHEN y = (.*?) - 1 THEN/g,
    replacement: '(x, y) -> CASE WHEN y = $1 THEN',
  },
  {
    name: 'a sum of a list keeps its last element alone',
    search: /CAST\(x \+ y AS (BIGINT|DECIMAL\(38, 0\))\)/g,
    replacement: 'CAST(y AS $1)',
  },
  {
    name: 'what has no place yet is not added to its list',
    search: /array_append\((f\.last\.\w+), /g,
    replacement: 'array_append(slice($1, 1, 0), ',
  },
];

const place = useOwnSpark();
const firstSeed = 6_000_000;
/** Programs that have what the fault is in, of which one must tell. */
const tried = 4;

test('mistakes planted in the queries for Spark are found', async () => {
  const programs = await writtenPrograms(60);
  const planted = faults.flatMap((fault) =>
    programs
      .filter(({ query }) => query.search(fault.search) >= 0)
      .slice(0, tried)
      .map((each) => ({
        ...each,
        fault,
        alter: (query: string) => query.replace(fault.search, fault.replacement),
      })),
  );
  const verdicts = await verdictsOn({ ...place, master: 'local[1]' }, planted);
  const found = new Set(
    planted.filter((_, at) => verdicts[at]?.problems.length).map(({ fault }) => fault.name),
  );
  expect(faults.map(({ name }) => name).filter((name) => !found.has(name))).toEqual([]);
});

/** Random programs with the query for each. */
async function writtenPrograms(
  count: number,
): Promise<readonly (SettledProgram & { readonly query: string })[]> {
  const written = [];
  for (let at = 0; at < count; at += 1) {
    const each = randomYears(firstSeed + at, 4);
    let query = '';
    const reader = {
      dialect: 'spark',
      run: async () => undefined,
      rows: async (text: string) => {
        query = text;
        return [];
      },
      close: async () => undefined,
    } as const;
    await compareSql(reader, each.program, each.stretches, each.facts);
    if (query !== '') written.push({ ...each, query });
  }
  return written;
}
