import { rational } from '@tiaoli/base';
import { emitSql } from '@tiaoli/compiler';
import type { Program } from '@tiaoli/ir';
import { testId } from '@tiaoli/ir/testing';
import type { Database } from './database.ts';
import { randomYears } from './random-years.ts';
import { compareSql } from './run-sql.ts';

/** What became of claims with a cost beyond all bounds: each must be marked, or end its query with an error. */
export interface Beyond {
  readonly flagged: number;
  readonly ended: number;
  /** Programs of which a row came back unmarked. */
  readonly unmarked: readonly number[];
}

const cost = testId('费用');

/** A year whose first claim costs more than any claim may, and may cost. */
export async function settleBeyond(database: Database, seeds: readonly number[]): Promise<Beyond> {
  let [flagged, ended] = [0, 0];
  const unmarked: number[] = [];
  for (const [at, seed] of seeds.entries()) {
    const { program, stretches, facts } = randomYears(seed, 1);
    if (!boundsCost(program, database)) continue;
    // Just above the declared 1,000,000,000 fen, or so much that 64 bits hold no product of it.
    const amount = at % 2 === 0 ? 1_000_000_001n : 2n ** 62n;
    const [year] = stretches;
    const [first, ...rest] = year?.claims ?? [];
    if (!year || !first) throw new Error('a year has claims');
    const inputs = new Map(first.facts.inputs).set(cost, rational(amount));
    const claims = [{ ...first, facts: { ...first.facts, inputs } }, ...rest];
    try {
      const verdict = await compareSql(database, program, [{ ...year, claims }], facts);
      if (verdict.flagged === verdict.claims) flagged += 1;
      else unmarked.push(seed);
    } catch (error) {
      if (!(error instanceof Error) || !/out of range|overflow/i.test(error.message)) throw error;
      ended += 1;
    }
  }
  return { flagged, ended, unmarked };
}

/** What a program does not read, or takes in any size, cannot lie beyond its bounds. */
function boundsCost(program: Program, { dialect }: Database): boolean {
  const { emitted } = emitSql(program, { dialect });
  return (
    emitted?.layout.fields.some(({ input, high }) => input === cost && high !== undefined) ?? false
  );
}
