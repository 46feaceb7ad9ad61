import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BulkCalculator } from '@tiaoli/compiler';
import type { Program } from '@tiaoli/ir';
import type { Contender } from '../measure.ts';
import { measureInTurn, median, medianRatio } from '../measure.ts';
import type { Row } from '../row.ts';
import type { PersonYears } from '../settling/random-years.ts';
import type { DuckdbFold } from './duckdb-fold.ts';
import { openDuckdbFold } from './duckdb-fold.ts';
import { streamFold } from './stream-fold.ts';

interface Claims {
  readonly program: Program;
  /** Ids of the results that are asked for, in the order of the module. */
  readonly results: readonly string[];
  readonly people: readonly PersonYears[];
  readonly module: BulkCalculator;
}

const rounds = 5;
const copies = 20;

/** From the bytes of a Parquet file to sums: read, settled and added up, here and by the database alone. */
export async function parquetRows(claims: Claims): Promise<readonly Row[]> {
  return inFile(claims, copies, async (duckdb) => {
    const byModule = streamed(claims, duckdb, 'parquet-wasm');
    assert.deepEqual(await fold(claims, duckdb), inOrder(claims, await duckdb.run()));
    const [ours, theirs] = await measureInTurn(
      [
        byModule,
        {
          ...{ id: 'parquet-duckdb', what: 'DuckDB, one thread', cases: duckdb.claims },
          run: async () => {
            await duckdb.run();
          },
        },
      ],
      rounds,
    );
    if (!ours || !theirs) throw new Error('not measured');
    const what = 'claims of a year, from Parquet to sums';
    return [
      { id: ours.id, what: `${what}: ${ours.what}`, amount: median(ours.rounds) },
      {
        ...{ id: theirs.id, what: `${what}: ${theirs.what}`, amount: median(theirs.rounds) },
        ratio: { value: medianRatio(theirs, ours), meaning: `× ${ours.id}` },
        floor: { of: 'ratio', bound: 'at-least', limit: 3, aim: 10 },
      },
    ];
  });
}

/** Claims by how many there are: the time of one shall stay what it is. */
const sizes = [1_000_000, 20_000_000] as const;

/** What a claim costs of a million, and of twenty million. */
export async function growthRows(claims: Claims): Promise<readonly Row[]> {
  const each = claims.people.flat().length;
  const amounts: number[] = [];
  for (const size of sizes) {
    amounts.push(
      await inFile(claims, Math.ceil(size / each), async (duckdb) => {
        const [timing] = await measureInTurn([streamed(claims, duckdb, `parquet-${size}`)], 3);
        return median(timing?.rounds ?? []);
      }),
    );
  }
  const [few = Number.NaN, many = Number.NaN] = amounts;
  const what = 'a claim from Parquet to sums: WebAssembly, of';
  return [
    { id: 'parquet-1M', what: `${what} 1 million claims`, amount: few },
    {
      ...{ id: 'parquet-20M', what: `${what} 20 million claims`, amount: many },
      ratio: { value: many / few, meaning: '× parquet-1M' },
      floor: { of: 'ratio', bound: 'at-most', limit: 2, aim: 1.2 },
    },
  ];
}

function streamed(claims: Claims, duckdb: DuckdbFold, id: string): Contender {
  return {
    ...{ id, what: 'WebAssembly', cases: duckdb.claims },
    run: async () => {
      await fold(claims, duckdb);
    },
  };
}

function fold({ module }: Claims, duckdb: DuckdbFold): Promise<readonly bigint[]> {
  return streamFold(duckdb.connection, duckdb.layout, module);
}

/** Sums as the module has its results. */
function inOrder({ module, results }: Claims, sums: readonly bigint[]): readonly bigint[] {
  return module.layout.results.map(({ definition }) => sums[results.indexOf(definition)] ?? -1n);
}

async function inFile<Result>(
  { program, results, people }: Claims,
  times: number,
  work: (duckdb: DuckdbFold) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-parquet-'));
  const duckdb = await openDuckdbFold(program, results, people, times);
  try {
    await duckdb.toParquet(join(folder, 'claims.parquet'));
    return await work(duckdb);
  } finally {
    duckdb.end();
    rmSync(folder, { recursive: true });
  }
}
