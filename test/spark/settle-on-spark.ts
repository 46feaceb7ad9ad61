import type { SparkPlace } from '@tiaoli/simulation';
import type { Comparison, SettledProgram } from '../sql/compare-programs.ts';
import type { Database } from '../sql/database.ts';
import type { SqlVerdict } from '../sql/run-sql.ts';
import { compareSql } from '../sql/run-sql.ts';
import { sparkBatch } from './spark-batch.ts';

/**
 * Settles all by two Sparks at once: what takes the time is that each plans its queries, one after the other and on one
 * core.
 */
export async function settleOnSpark(
  place: SparkPlace,
  programs: readonly SettledProgram[],
): Promise<Comparison> {
  const own = { ...place, master: 'local[1]' };
  const halves = [0, 1].map((half) => programs.filter((_, at) => at % 2 === half));
  const verdicts = (await Promise.all(halves.map((half) => verdictsOn(own, half)))).flat();
  const sum = (count: (verdict: SqlVerdict) => number): number =>
    verdicts.reduce((all, each) => all + count(each), 0);
  return {
    programs: programs.length,
    refused: sum(({ refused }) => (refused.length > 0 ? 1 : 0)),
    claims: sum(({ claims }) => claims),
    flagged: sum(({ flagged }) => flagged),
    problems: verdicts.flatMap(({ problems }) => problems.slice(0, 3)),
  };
}

/** What each program comes to, of which the queries may have been altered on their way; by one Spark. */
export async function verdictsOn(
  place: SparkPlace,
  programs: readonly (SettledProgram & { readonly alter?: (query: string) => string })[],
): Promise<readonly SqlVerdict[]> {
  if (programs.length === 0) return [];
  const batch = sparkBatch(place);
  const asked = programs.map(async ({ name, program, stretches, facts, alter }) => {
    const database = batch.open();
    const verdict = await compareSql(altered(database, alter), program, stretches, facts);
    return { ...verdict, problems: verdict.problems.map((problem) => `${name}: ${problem}`) };
  });
  // Until each of them waits for its answer.
  await new Promise(setImmediate);
  await batch.submit();
  return await Promise.all(asked);
}

function altered(database: Database, alter: (query: string) => string = (same) => same): Database {
  return { ...database, rows: (query) => database.rows(alter(query)) };
}
