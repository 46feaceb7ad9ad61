import type { Diagnostic } from '@tiaoli/base';
import type { Definition, Program } from '@tiaoli/ir';
import { isBelowEvent } from '@tiaoli/ir';
import { analyse } from '../../passes/analyse.ts';
import { neededDefinitions, withNeededState } from '../../passes/needed-definitions.ts';
import type { DialectName } from './dialect.ts';
import { duckdb } from './duckdb.ts';
import type { Emission, RecordScope, Scope } from './emission.ts';
import { emitAdmission } from './emit-admission.ts';
import { emitExpr } from './emit-expr.ts';
import { emitDefinition } from './emit-reference.ts';
import { emitState } from './emit-state.ts';
import type { SqlLayout } from './layout.ts';
import { layoutOf } from './layout.ts';
import { newPool } from './node.ts';
import { allOf } from './operators.ts';
import { postgres } from './postgres.ts';
import { refusals } from './refusals.ts';
import { spark } from './spark.ts';
import type { Value } from './value.ts';
import { inType, typeOfForm } from './value.ts';
import type { OutputColumn } from './write-query.ts';
import { writeQuery } from './write-query.ts';

export interface SqlOptions {
  readonly dialect: DialectName;
  /**
   * `partial` (default): a fact may be absent, and what needs it is missing. `complete`: every fact without a default
   * is given.
   */
  readonly facts?: 'partial' | 'complete';
  /** Ids of inputs that every claim has: nobody looks whether they are given. */
  readonly given?: readonly string[];
  /** Ids of the definitions wanted as results; all public ones when absent. */
  readonly results?: readonly string[];
  /** `all` (default): every accumulator. `needed`: those on which the results depend. */
  readonly state?: 'all' | 'needed';
  /** `zero` (default): nobody had claims before. `table`: each person goes on from a row of `SqlLayout.state`. */
  readonly start?: 'zero' | 'table';
}

/** A query that settles claims, and what there is to know of its columns. */
export interface EmittedSql {
  /** The whole query: a row for each claim with its results and the state after it, in no order. */
  readonly text: string;
  /**
   * The same without its last line: what stands behind `WITH RECURSIVE`. Its last table is `results`, so that a query
   * of one's own (sums by group) can follow: `WITH RECURSIVE ${tables} SELECT sum(r0) FROM results`.
   */
  readonly tables: string;
  readonly layout: SqlLayout;
}

export type SqlResultOrFindings =
  | { readonly emitted: EmittedSql; readonly diagnostics: readonly [] }
  | { readonly emitted?: undefined; readonly diagnostics: readonly Diagnostic[] };

const dialects = { duckdb, postgres, spark } as const;

/**
 * One query that settles every claim of a table, person by person in their order.
 *
 * To run it: make a view `tiaoli_claims` with `person`, `seq` and the columns of `layout` (numbers on their scales, NULL
 * where nothing is given), then run `text`. It gives `person`, `seq`, `admitted`, the results with their statuses, and
 * the columns of the state. Where `admitted` is false, that claim or an earlier one has a number beyond the bounds
 * for which the program is exact: settle that person with the interpreter. A number beyond what a column holds ends
 * the query with an error of the database, never with a wrong number.
 *
 * State goes from claim to claim by recursion; in Spark (4.1, ANSI mode) by a fold over the list of each person's claims.
 * In PostgreSQL `SET jit = off`: it would compile hundreds of expressions before the first row.
 */
export function emitSql(program: Program, options: SqlOptions): SqlResultOrFindings {
  const emission = newEmission(program, options);
  const wanted = (definition: Definition): boolean =>
    options.results?.includes(definition.id) ?? definition.visibility === 'result';
  const kept = options.state === 'needed' ? withNeededState(program, wanted) : program;
  const { start = 'zero' } = options;
  const emitted = emit(kept, { wanted, start }, emission);
  const diagnostics = refusals(kept, emission);
  return diagnostics.length > 0 ? { diagnostics } : { emitted, diagnostics: [] };
}

interface Wanted {
  readonly wanted: (definition: Definition) => boolean;
  readonly start: 'zero' | 'table';
}

function emit(program: Program, { wanted, start }: Wanted, emission: Emission): EmittedSql {
  const record: RecordScope = { known: new Map() };
  const scope: Scope = { emission, record };
  const needed = neededDefinitions(program, wanted);
  const own = program.definitions.filter(
    ({ id, entity }) => needed.has(id) && !isBelowEvent(entity, emission.analysis.index),
  );
  // In the program's order: each finds what it reads emitted, however long the chain.
  for (const { id } of own) emitDefinition(id, scope, emitExpr);
  const results = own.filter(wanted).map((definition, at) => {
    const given = emitDefinition(definition.id, scope, emitExpr);
    return { definition, ...outputOf(given, at, emission) };
  });
  const state = emitState(program, scope);
  const tables = writeQuery(
    {
      outputs: results.flatMap(({ outputs }) => outputs),
      state: state.columns,
      admitted: allOf(emission, [emitAdmission(emission), state.admitted]),
      start,
    },
    emission,
  );
  const laidOut = results.map(({ definition, form, value, status }) => ({
    definition,
    form,
    value,
    ...(status !== undefined && { status }),
  }));
  return {
    text: `WITH RECURSIVE ${tables}\nSELECT * FROM results\n`,
    tables,
    layout: layoutOf({ accumulators: program.accumulators, results: laidOut, start }, emission),
  };
}

function outputOf(given: Value, at: number, emission: Emission) {
  const { node, status, ...form } = held(given, emission);
  const [value, statusColumn] = [`r${at}`, `s${at}`];
  const outputs: OutputColumn[] = [
    { column: value, type: node.type, node, ...(status && { status: statusColumn }) },
    ...(status ? [{ column: statusColumn, type: 'status' as const, node: status }] : []),
  ];
  return { outputs, form, value, ...(status && { status: statusColumn }) };
}

/** The value in the column that its form has. */
function held(value: Value, emission: Emission): Value {
  if (value.kind !== 'number') return value;
  return { ...value, node: inType(emission, value.node, typeOfForm(value)) };
}

function newEmission(
  program: Program,
  { dialect, facts = 'partial', given = [] }: SqlOptions,
): Emission {
  const analysis = analyse(program);
  const { index, definitions, accumulators } = analysis;
  const scales = {
    index,
    definitions: mapValues(definitions, ({ scale }) => scale),
    accumulators: mapValues(accumulators, ({ scale }) => scale),
    found: new WeakMap(),
  };
  return {
    dialect: dialects[dialect],
    pool: newPool(),
    analysis,
    ranges: {
      index,
      definitions: mapValues(definitions, ({ range }) => range),
      accumulators: mapValues(accumulators, ({ range }) => range),
      scales,
      found: new WeakMap(),
    },
    scales,
    yearStart: program.yearStart,
    partial: facts === 'partial',
    given: new Set(given),
    members: new Map(
      [...index.enumerations].map(([id, { members }]) => [id, members.map(({ name }) => name)]),
    ),
    notApplicable: [''],
    causes: [{ cause: 'not-given', reason: '' }],
    columns: { fields: new Map(), spells: new Map(), children: new Map() },
    records: new Map(),
    slots: new Map(),
    instances: new Map(),
    refused: new Map(),
    origin: undefined,
  };
}

function mapValues<V, T>(map: ReadonlyMap<string, V>, of: (value: V) => T): Map<string, T> {
  return new Map([...map].map(([key, value]) => [key, of(value)]));
}
