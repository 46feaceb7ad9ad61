import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { DuckDBConnection } from '@duckdb/node-api';
import { assertNever } from '@tiaoli/base';
import { GENERATOR_VERSION } from '../generate/block.ts';
import { populationKey } from '../random/counter-random.ts';
import type { OpenedRun } from '../run/run-bucket.ts';
import { openRun, runBucket, runRows } from '../run/run-bucket.ts';
import type { Rows, TableName } from '../table/columns.ts';
import type { ManifestFile } from '../table/manifest.ts';
import { fileName } from '../table/manifest.ts';
import type { Answers, BlockAnswer, ChildJob, ChildReply, QueryAnswer } from './child-job.ts';
import { openConfined } from './open-confined.ts';
import { quoted } from './quoted.ts';
import { sha256File } from './sha256-file.ts';
import { writeParquet } from './write-parquet.ts';
import { writePlainTables } from './write-plain-tables.ts';

/**
 * The program of a child: whatever a file makes of its reader ends this process and not the one that asked. It ends when
 * nobody listens any more.
 */
const DATABASE_MIB = 768;

// Columns count with all that is old, and not against 64 MiB of their own, which one bucket passes several times. Another
// V8 that does not know this goes on without it, which an argument of the process would not.
setFlagsFromString('--external-memory-accounted-in-global-limit');

process.on('disconnect', () => process.exit(0));
process.on('message', (job: ChildJob) => {
  void answer(job).then((reply) => process.send?.(reply));
});

async function answer(job: ChildJob): Promise<ChildReply> {
  try {
    return { kind: 'answer', answer: await answerOf(job) };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** A process does work of one kind, and loads what that needs. */
async function answerOf(job: ChildJob): Promise<Answers[keyof Answers]> {
  switch (job.kind) {
    case 'block':
      return makeBlock(job);
    case 'query':
      return ask(job);
    case 'import':
      return (await import('../import/import-in-child.ts')).importInChild(job);
    case 'tables':
      return writePlainTables(job.folder, job.tables);
    case 'open-run':
      return keepRun(job);
    case 'run-bucket':
      if (!kept.run) throw new Error('no run is open');
      return runBucket(kept.run, job.files);
    case 'run-rows':
      if (!kept.run) throw new Error('no run is open');
      return runRows(kept.run, job);
    default:
      return assertNever(job);
  }
}

/** The run of this process: opened once, then asked bucket by bucket. */
const kept: { run?: OpenedRun } = {};

async function keepRun({ plan }: Extract<ChildJob, { kind: 'open-run' }>): Promise<'open'> {
  kept.run?.connection.closeSync();
  kept.run = await openRun(plan);
  return 'open';
}

async function makeBlock(job: Extract<ChildJob, { kind: 'block' }>): Promise<BlockAnswer> {
  const { folder, seed, bucket, buckets, persons, program } = job;
  const { generateBlock } = await import('../generate/generate-block.ts');
  const { provinces } = await import('../generate/provinces.ts');
  const cities = provinces[job.province] ?? [];
  const key = populationKey(seed, GENERATOR_VERSION);
  const made = generateBlock({ key, bucket, buckets, persons, cities }, program);
  const connection = await openConfined({ folders: [folder], memoryMiB: DATABASE_MIB });
  const files = [
    await writeTable(connection, { folder, bucket, table: 'persons', rows: made.persons }),
    await writeTable(connection, { folder, bucket, table: 'claims', rows: made.claims }),
  ];
  connection.closeSync();
  return { files, sums: made.sums };
}

async function writeTable(
  connection: DuckDBConnection,
  {
    folder,
    bucket,
    table,
    rows,
  }: {
    readonly folder: string;
    readonly bucket: number;
    readonly table: TableName;
    readonly rows: Rows;
  },
): Promise<ManifestFile> {
  const path = fileName(table, bucket);
  const full = join(folder, path);
  await writeParquet(connection, table, rows, full);
  return { path, table, bucket, rows: rows.count, sha256: await sha256File(full) };
}

async function ask(job: Extract<ChildJob, { kind: 'query' }>): Promise<QueryAnswer> {
  const { folder, files, queries } = job;
  const connection = await openConfined({ folders: [folder], memoryMiB: DATABASE_MIB });
  for (const table of ['persons', 'claims'] as const) {
    const own = files.filter((file) => file.table === table);
    const paths = own.map(({ path }) => join(folder, path));
    for (const path of paths) await stat(path);
    await connection.run(
      `CREATE VIEW ${table} AS SELECT * FROM read_parquet([${paths.map(quoted).join(', ')}], file_row_number = true)`,
    );
  }
  const answers = [];
  for (const query of queries) {
    const reader = await connection.runAndReadAll(query);
    answers.push(reader.getRowsJson().map((row) => row.map(cellOf)));
  }
  connection.closeSync();
  return answers;
}

function cellOf(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  return String(value);
}
