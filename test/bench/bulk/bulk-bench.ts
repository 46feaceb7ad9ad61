import assert from 'node:assert/strict';
import type { BulkCalculator } from '@tiaoli/compiler';
import {
  bulkCalculator,
  emitWasm,
  fillClaims,
  loadCalculator,
  readCell,
  writeCell,
} from '@tiaoli/compiler';
import type { Program } from '@tiaoli/ir';
import type { Contender, Timing } from '../measure.ts';
import { measureInTurn, median, medianRatio } from '../measure.ts';
import type { Floor, Row } from '../row.ts';
import { compilePolicy } from '../settling/compile-policy.ts';
import { claimHolder, exactFacts, inputs } from '../settling/compiled.ts';
import type { PersonYears } from '../settling/random-years.ts';
import { randomYears } from '../settling/random-years.ts';
import type { CFixture } from './c-fixture.ts';
import { compileFixture, firstsOf, groupOf } from './c-fixture.ts';
import { openDuckdbFold } from './duckdb-fold.ts';
import { growthRows, parquetRows } from './parquet-bench.ts';

const seed = 20_230_701;
const rounds = 15;
const passes = 60;
/** As many people as fill a chunk. */
const peopleCount = 2_400;
const claimsEach = 5;

/** What the fixture gives, in its order. */
const resultNames = ['医疗费总额', '合规费用', '住院统筹', '大病保险', '医疗救助', '个人负担'];

/** People folded over columns: the module, C of the same rules, and the JavaScript calculator. */
export async function bulkRows(isLong: boolean): Promise<readonly Row[]> {
  const program = await compilePolicy();
  const people = randomYears(seed, peopleCount, claimsEach);
  const module = loadModule(program, people);
  const fixture = compileFixture(people);
  await assertSame(module, fixture);
  const timings = await measureInTurn(
    [...(fixture ? [byFixture(fixture)] : []), byModule(module), byScript(program, people)],
    rounds,
  );
  await fixture?.end();
  return [
    ...rowsOf(timings, fixture !== undefined),
    ...(await againstDuckdb(program, { id: 'fold', people, floor: { limit: 10, aim: 30 } })),
    ...(await againstDuckdb(program, {
      ...{ id: 'rows', people: people.flat().map((claim) => [claim]) },
      floor: { limit: 5, aim: 10 },
    })),
    ...(await fromParquet(program, people, isLong)),
  ];
}

async function fromParquet(
  program: Program,
  people: readonly PersonYears[],
  isLong: boolean,
): Promise<readonly Row[]> {
  const claims = {
    program,
    results: resultIds(program),
    people,
    module: loadModule(program, people),
  };
  return [...(await parquetRows(claims)), ...(isLong ? await growthRows(claims) : [])];
}

interface Shape {
  readonly id: 'fold' | 'rows';
  readonly people: readonly PersonYears[];
  readonly floor: { readonly limit: number; readonly aim: number };
}

const sqlCopies = 20;
const sqlRounds = 5;

/** The module against the query that the compiler makes for DuckDB: whole years, and people with a claim each. */
async function againstDuckdb(program: Program, shape: Shape): Promise<readonly Row[]> {
  const { id, people, floor } = shape;
  const module = loadModule(program, people);
  const duckdb = await openDuckdbFold(program, resultIds(program), people, sqlCopies);
  assert.equal(module.fold(0, people.length), 0);
  const sums = sumsOf(module, people.flat().length);
  assert.deepEqual(
    await duckdb.run(),
    sums.map((sum) => sum * BigInt(sqlCopies)),
  );
  const [ours, theirs] = await measureInTurn(
    [
      {
        ...{ id: `${id}-wasm`, what: 'WebAssembly', cases: sqlCopies * people.flat().length },
        run: () => {
          for (let pass = 0; pass < sqlCopies; pass += 1) kept = module.fold(0, people.length);
        },
      },
      {
        ...{ id: `${id}-duckdb`, what: 'DuckDB, one thread', cases: duckdb.claims },
        run: async () => {
          kept = await duckdb.run();
        },
      },
    ],
    sqlRounds,
  );
  duckdb.end();
  if (!ours || !theirs) throw new Error('not measured');
  const what = id === 'fold' ? 'claims of a year' : 'people with a claim each';
  return [
    { id: ours.id, what: `${what}: ${ours.what}`, amount: median(ours.rounds) },
    {
      ...{ id: theirs.id, what: `${what}: ${theirs.what}`, amount: median(theirs.rounds) },
      ratio: { value: medianRatio(theirs, ours), meaning: `× ${ours.id}` },
      floor: { of: 'ratio', bound: 'at-least', ...floor },
    },
  ];
}

function sumsOf(module: BulkCalculator, claims: number): readonly bigint[] {
  const rows = Array.from({ length: claims }, (_, row) => resultsAt(module, row));
  return resultNames.map((_, at) => rows.reduce((sum, row) => sum + BigInt(row[at] ?? 0), 0n));
}

function resultIds({ definitions }: Program): readonly string[] {
  return resultNames.map((name) => {
    const found = definitions.find((each) => each.name === name && each.visibility === 'result');
    if (!found) throw new Error(`the policy has no result ${name}`);
    return found.id;
  });
}

function loadModule(program: Program, people: readonly PersonYears[]): BulkCalculator {
  const { emitted } = emitWasm(program, {
    facts: 'complete',
    given: Object.values(inputs),
    state: 'needed',
    results: resultIds(program),
  });
  if (!emitted) throw new Error('the policy has no module');
  const module = bulkCalculator(emitted, program);
  const claims = people.flat();
  fillClaims(module, claims.map(exactFacts));
  const { memory, layout } = module;
  for (const [person, first] of firstsOf(people).entries()) {
    writeCell(memory, layout.people, person, first);
  }
  for (const [row, claim] of claims.entries())
    writeCell(memory, layout.groups, row, groupOf(claim));
  assert.equal(module.admit(0, claims.length), 0);
  return module;
}

/** Every result of every claim, or there is nothing to compare. */
async function assertSame(module: BulkCalculator, fixture: CFixture | undefined): Promise<void> {
  assert.equal(module.fold(0, peopleCount), 0);
  if (!fixture) return;
  await fixture.run(1);
  const rows = await fixture.results();
  assert.equal(rows.length, peopleCount * claimsEach);
  rows.forEach((expected, row) => {
    assert.deepEqual(resultsAt(module, row), expected, `claim ${row}`);
  });
}

/** What does not apply is 0 in C. */
function resultsAt({ memory, layout }: BulkCalculator, row: number): readonly number[] {
  return resultNames.map((name) => {
    const place = layout.results.find((each) => each.name === name);
    if (!place) throw new Error(`not emitted: ${name}`);
    const applies = !place.status || readCell(memory, place.status, row) === 0n;
    return applies ? Number(readCell(memory, place.value, row)) : 0;
  });
}

const cases = passes * peopleCount * claimsEach;

function byFixture(fixture: CFixture): Contender {
  return { id: 'bulk-c', what: 'C, gcc -O3', cases, run: () => fixture.run(passes) };
}

/** Keeps what a run found, so that no work can be left out. */
let kept: unknown;

function byModule(module: BulkCalculator): Contender {
  return {
    id: 'bulk-wasm',
    what: 'WebAssembly',
    cases,
    run: () => {
      for (let pass = 0; pass < passes; pass += 1) kept = module.fold(0, peopleCount);
    },
  };
}

function byScript(program: Program, people: readonly PersonYears[]): Contender {
  const calculator = loadCalculator(program, { facts: 'complete', results: resultIds(program) });
  const hold = claimHolder(calculator);
  const held = people.map((claims) => claims.map(hold));
  const { step, zero } = calculator;
  const fewer = 6;
  return {
    id: 'bulk-js',
    what: 'JavaScript, objects in and out',
    cases: cases / fewer,
    run: () => {
      for (let pass = 0; pass < passes / fewer; pass += 1) {
        for (const claims of held) {
          let state = zero();
          for (const claim of claims) {
            const settled = step(state, claim);
            state = settled.state;
            kept = settled;
          }
        }
      }
    },
  };
}

function rowsOf(timings: readonly Timing[], hasC: boolean): readonly Row[] {
  if (kept === undefined) throw new Error('nothing was settled');
  const of = (id: string): Timing => {
    const found = timings.find((each) => each.id === id);
    if (!found) throw new Error(`not measured: ${id}`);
    return found;
  };
  const row = (id: string, to?: string, floor?: Floor): Row => ({
    id,
    what: `fold columns of claims: ${of(id).what}`,
    amount: median(of(id).rounds),
    ...(to && { ratio: { value: medianRatio(of(id), of(to)), meaning: `× ${to}` } }),
    ...(floor && { floor }),
  });
  const c: Row = hasC
    ? row('bulk-c')
    : {
        id: 'bulk-c',
        what: 'fold columns of claims: C (not measured: there is no gcc)',
        amount: Number.NaN,
      };
  return [
    c,
    hasC
      ? row('bulk-wasm', 'bulk-c', { of: 'ratio', bound: 'at-most', limit: 2, aim: 1.25 })
      : row('bulk-wasm'),
    row('bulk-js', 'bulk-wasm'),
  ];
}
