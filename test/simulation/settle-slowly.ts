import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parseDate, rational } from '@tiaoli/base';
import type { Facts, Outcome, State, Value } from '@tiaoli/interpreter';
import { emptyState, interpretStep, isNumber } from '@tiaoli/interpreter';
import type { InputDeclaration, Program } from '@tiaoli/ir';
import { nationalMapping } from '@tiaoli/simulation';

export type Row = Readonly<Record<string, string | number | null>>;

/** Another way to the same sums: rows of text, each claim by the interpreter, in the order of day and id. */
export async function rowsOf(folder: string): Promise<readonly (readonly Row[])[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const [claims, persons] = ['claims', 'persons'].map((table) =>
    join(folder, `${table}-*.parquet`),
  );
  const reader = await connection.runAndReadAll(
    `SELECT * FROM read_parquet('${claims}') AS c JOIN read_parquet('${persons}') AS p USING (pid)
      ORDER BY pid, settle_date, claim_id`,
  );
  const names = reader.columnNames();
  const rows = reader
    .getRowsJson()
    .map((cells) => Object.fromEntries(cells.map((cell, at) => [names[at], cell])) as Row);
  connection.closeSync();
  return [...Map.groupBy(rows, ({ pid }) => String(pid)).values()];
}

/** Facts that are in no column, of one claim: input and value. */
export type OwnFacts = (row: Row) => readonly (readonly [string, Value])[];

/** Fen of definitions that one claim came to; what does not apply is nothing. */
export type Fen = (definition: string) => bigint;

/** Settles every claim that the policy knows, person by person. */
export function settleSlowly(
  program: Program,
  people: readonly (readonly Row[])[],
  visit: (row: Row, fen: Fen) => void,
  own: OwnFacts = () => [],
): void {
  for (const rows of people) {
    let state: State = emptyState;
    for (const row of rows) {
      const facts = factsOf(program, row, own);
      if (!facts) continue;
      const step = interpretStep(program, state, facts);
      state = step.state;
      visit(row, (id) => fenOf(id, step.outcomes.get(id)));
    }
  }
}

function fenOf(id: string, outcome: Outcome | undefined): bigint {
  if (outcome?.status === 'not-applicable') return 0n;
  if (outcome?.status !== 'value' || !isNumber(outcome.value)) throw new Error(`no ${id}`);
  const { numerator, denominator } = outcome.value;
  if (denominator !== 1n) throw new Error(`${id} is no whole fen`);
  return numerator;
}

/** Weighted sums of these definitions, in fen times ten-thousandths. */
export function sumSlowly(
  program: Program,
  people: readonly (readonly Row[])[],
  definitions: readonly string[],
  own?: OwnFacts,
): ReadonlyMap<string, bigint> {
  const sums = new Map(definitions.map((id) => [id, 0n]));
  const add = (row: Row, fen: Fen): void => {
    for (const [id, sum] of sums) sums.set(id, sum + fen(id) * BigInt(row.weight ?? 0));
  };
  settleSlowly(program, people, add, own);
  return sums;
}

/** Undefined for a claim that the policy does not know. */
export function factsOf(program: Program, row: Row, own: OwnFacts): Facts | undefined {
  const inputs = new Map<string, Value>(own(row));
  for (const { input, column, members } of nationalMapping) {
    const declared = program.declarations.find(
      (each): each is InputDeclaration => each.kind === 'input' && each.id === input,
    );
    const cell = row[column];
    if (!declared || cell === null || cell === undefined) continue;
    const word = members ? members[String(cell)] : String(cell);
    if (word === null) return undefined;
    if (word !== undefined) inputs.set(input, factOf(declared, word));
  }
  return { inputs, children: new Map() };
}

function factOf({ type }: InputDeclaration, word: string): Value {
  switch (type.kind) {
    case 'enumeration':
    case 'text':
      return word;
    case 'set':
      return new Set([word]);
    case 'date':
      return rational(BigInt(parseDate(word) ?? 0));
    default:
      return rational(BigInt(word));
  }
}
