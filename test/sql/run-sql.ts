import type { ExactFacts, ExactState, SqlCell, SqlLayout, SqlRow } from '@tiaoli/compiler';
import {
  emitSql,
  holdSqlClaim,
  holdSqlState,
  readSqlOutcomes,
  readSqlState,
} from '@tiaoli/compiler';
import type { Facts, State, StepResult } from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import { printOutcomes, printState } from '../conformance/adapters/comparable.ts';
import type { Database } from './database.ts';
import { cellText } from './database.ts';

/** Claims one after the other under one program, from a state; what the interpreter made of each. */
export interface Stretch {
  readonly before: State;
  readonly claims: readonly { readonly facts: Facts; readonly step: StepResult }[];
}

export interface SqlVerdict {
  /** What differs, in words. */
  readonly problems: readonly string[];
  /** Codes of the findings with which the program was refused. */
  readonly refused: readonly string[];
  /** Claims compared. */
  readonly claims: number;
  /** Claims of which the query said that they, or earlier ones, go beyond the bounds. */
  readonly flagged: number;
}

/** Settles stretches by one query, each as a person of its own, and compares with the interpreter. */
export async function compareSql(
  database: Database,
  program: Program,
  stretches: readonly Stretch[],
  facts: 'partial' | 'complete' = 'partial',
): Promise<SqlVerdict> {
  const { dialect } = database;
  const { emitted, diagnostics } = emitSql(program, { dialect, facts, start: 'table' });
  if (!emitted) {
    const refused = diagnostics.map(({ message }) => message.zh);
    return { problems: [], refused, claims: 0, flagged: 0 };
  }
  const { layout, text } = emitted;
  await fillTables(database, layout, stretches);
  const rows = await database.rows(text);
  const byClaim = new Map(rows.map((row) => [`${row.person} ${row.seq}`, row]));
  let flagged = 0;
  const expected = stretches.flatMap(({ before, claims }, person) =>
    claims.map((claim, at) => ({ ...claim, before, key: `${person} ${at + 1}` })),
  );
  const problems = expected.flatMap(({ key, step, before }) => {
    const row = byClaim.get(key);
    if (!row) return [`claim ${key}: no row`];
    if (row.admitted !== true) flagged += 1;
    return row.admitted === true
      ? differences(layout, row, step, before).map((text) => `claim ${key}, ${text}`)
      : [];
  });
  const count = expected.length;
  if (rows.length !== count) problems.push(`${rows.length} rows of ${count} claims`);
  return { problems, refused: [], claims: count, flagged };
}

async function fillTables(
  { run, dialect }: Database,
  layout: SqlLayout,
  stretches: readonly Stretch[],
): Promise<void> {
  const claims = stretches.flatMap(({ claims: list }, person) =>
    list.map(({ facts }, at) => ({
      person: BigInt(person),
      seq: BigInt(at + 1),
      ...holdSqlClaim(layout, facts satisfies ExactFacts),
    })),
  );
  const state = stretches.map(({ before }, person) => ({
    person: BigInt(person),
    ...holdSqlState(layout, before satisfies ExactState),
  }));
  const tables = [
    { name: layout.claims, rows: claims },
    ...(layout.state === undefined ? [] : [{ name: layout.state, rows: state }]),
  ];
  const types = columnTypes(layout);
  for (const { name, rows } of tables) {
    await run(
      dialect === 'spark'
        ? `CREATE OR REPLACE TEMPORARY VIEW ${name} AS ${valuesText(rows, types)}`
        : `DROP TABLE IF EXISTS ${name}; CREATE TEMPORARY TABLE ${name} AS ${unionText(rows, types, dialect)}`,
    );
  }
}

type CellTypes = ReadonlyMap<string, string>;
type CellRows = readonly Readonly<Record<string, SqlCell>>[];

function unionText(rows: CellRows, types: CellTypes, dialect: Database['dialect']): string {
  return rows
    .map((row) => {
      const cells = Object.entries(row).map(
        ([column, cell]) => `${typedText(column, cell, types, dialect)} AS ${column}`,
      );
      return `SELECT ${cells.join(', ')}`;
    })
    .join(' UNION ALL ');
}

/** Spark plans a union of many queries for seconds, rows without one in no time. */
function valuesText(rows: CellRows, types: CellTypes): string {
  const texts = rows.map((row) => {
    const cells = Object.entries(row).map(([column, cell]) =>
      typedText(column, cell, types, 'spark'),
    );
    return `(${cells.join(', ')})`;
  });
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  return `SELECT * FROM VALUES ${texts.join(', ')} AS v(${columns})`;
}

function typedText(
  column: string,
  cell: SqlCell,
  types: CellTypes,
  dialect: Database['dialect'],
): string {
  return cellText(cell, types.get(column) ?? 'INTEGER', dialect);
}

function columnTypes({ dialect, fields, spells, accumulators }: SqlLayout): CellTypes {
  const listOf = (type: string): string => (dialect === 'spark' ? `ARRAY<${type}>` : `${type}[]`);
  const text = { duckdb: 'VARCHAR', postgres: 'TEXT', spark: 'STRING' }[dialect];
  return new Map([
    ...fields.flatMap(({ name, none, column, isList }): [string, string][] => [
      [name, column],
      ...(none === undefined
        ? []
        : [[none, isList ? listOf('BOOLEAN') : 'BOOLEAN'] as [string, string]]),
    ]),
    ...spells.flatMap(({ from, to, value, column }): [string, string][] => [
      [from, listOf('BIGINT')],
      [to, listOf('BIGINT')],
      [value, column],
    ]),
    ...accumulators.flatMap(
      ({ value, periodColumn, written, column, keys, period }): [string, string][] => {
        const own = period === 'visit' || period === 'stay' ? text : 'BIGINT';
        return [
          [value, column],
          [written, keys ? listOf(text) : 'BOOLEAN'],
          ...(periodColumn === undefined
            ? []
            : [[periodColumn, keys ? listOf(own) : own] as [string, string]]),
        ];
      },
    ),
  ]);
}

type Texts = Readonly<Record<string, string>>;

function differences(
  layout: SqlLayout,
  row: SqlRow,
  { outcomes, state }: StepResult,
  before: State,
): readonly string[] {
  const found = readSqlOutcomes(layout, row);
  const after = new Map([...before, ...readSqlState(layout, row)]);
  const actual: Texts = { ...printOutcomes(found), ...printState(after) };
  const expected: Texts = { ...printOutcomes(outcomes, found), ...printState(state) };
  return [...new Set([...Object.keys(expected), ...Object.keys(actual)])]
    .filter((key) => expected[key] !== actual[key])
    .map((key) => `${key}: interpreter ${expected[key]}, ${layout.dialect} ${actual[key]}`);
}
