import type { Program } from '@tiaoli/ir';
import type { Database } from './database.ts';
import type { Stretch } from './run-sql.ts';
import { compareSql } from './run-sql.ts';

/** A program with claims settled under it. */
export interface SettledProgram {
  /** What to call it when something differs. */
  readonly name: string;
  readonly program: Program;
  readonly stretches: readonly Stretch[];
  readonly facts: 'partial' | 'complete';
}

export interface Comparison {
  readonly programs: number;
  readonly refused: number;
  readonly claims: number;
  readonly flagged: number;
  /** What differs, the first few. */
  readonly problems: readonly string[];
}

/** Settles all by the database, program after program on one connection. */
export async function comparePrograms(
  database: Database,
  programs: readonly SettledProgram[],
): Promise<Comparison> {
  const problems: string[] = [];
  let [refused, claims, flagged] = [0, 0, 0];
  for (const { name, program, stretches, facts } of programs) {
    const verdict = await compareSql(database, program, stretches, facts);
    problems.push(...verdict.problems.slice(0, 3).map((problem) => `${name}: ${problem}`));
    if (verdict.refused.length > 0) refused += 1;
    claims += verdict.claims;
    flagged += verdict.flagged;
    if (problems.length > 8) break;
  }
  return { programs: programs.length, refused, claims, flagged, problems };
}

export function printComparison({ programs, refused, claims, flagged }: Comparison): string {
  return `${programs} programs, ${refused} refused, ${claims} claims, ${flagged} flagged`;
}
