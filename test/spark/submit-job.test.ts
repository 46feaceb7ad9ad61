import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { submitJob } from '@tiaoli/simulation';
import { afterAll, expect, test } from 'vitest';
import { useOwnSpark } from './start-spark.ts';

const place = useOwnSpark();
// Others work in the folder for temporary files, too.
const own = mkdtempSync(join(tmpdir(), 'tiaoli-test-'));
process.env.TMPDIR = own;

afterAll(() => rmSync(own, { recursive: true, force: true }));

test('statements build on each other, and whole numbers come back as they are', async () => {
  const told: (readonly number[])[] = [];
  const steps = [
    {
      view: 'claims',
      keep: true,
      sql: 'SELECT id, 9223372036854775807L - id AS amount FROM range(3)',
    },
    { rows: 'claims', sql: 'SELECT * FROM claims' },
    { rows: 'rules', sql: ruleStatement },
  ];
  const done = await submitJob({ name: 'tiaoli test', tables: [], steps, partitions: 1 }, place, {
    onProgress: (...progress) => told.push(progress),
  });
  if (done.kind !== 'done') throw new Error(JSON.stringify(done));
  expect(done.rows.get('claims')?.rows.toSorted()).toEqual([
    ['0', '9223372036854775807'],
    ['1', '9223372036854775806'],
    ['2', '9223372036854775805'],
  ]);
  expect(done.rows.get('rules')).toEqual({
    columns: [
      ['halves', 'bigint'],
      ['day', 'date'],
      ['claims', 'int'],
      ['truth', 'boolean'],
      ['nothing', 'bigint'],
      ['list', 'array<bigint>'],
    ],
    rows: [['-3', '1970-01-01', '150', true, null, ['1', null]]],
  });
  expect(told).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
  expect(leftBehind()).toEqual([]);
});

/** Division drops what is left over, days stand in UTC, and a year may have more claims than Spark's own limit of 100. */
const ruleStatement = `
  WITH RECURSIVE years(claim) AS (
    SELECT 1 UNION ALL SELECT claim + 1 FROM years WHERE claim < 150
  )
  SELECT (-7L) div 2L AS halves, to_date(timestamp_seconds(0)) AS day, max(claim) AS claims,
    1 = 1 AS truth, CAST(NULL AS BIGINT) AS nothing, array(1L, NULL) AS list
  FROM years`;

test('an amount beyond 64 bits ends the job with a reason', async () => {
  const steps = [{ rows: 'too-much', sql: 'SELECT 9223372036854775807L + id FROM range(2)' }];
  const failed = await submitJob({ name: 'tiaoli test', tables: [], steps, partitions: 1 }, place);
  expect(failed).toMatchObject({ kind: 'failed', reason: expect.stringContaining('overflow') });
  expect(leftBehind()).toEqual([]);
});

test('a job that is cancelled is gone', async () => {
  const control = new AbortController();
  const steps = [
    { rows: 'first', sql: 'SELECT 1' },
    { rows: 'long', sql: 'SELECT sum(sqrt(id)) FROM range(1000000000000)' },
  ];
  const job = { name: 'tiaoli test', tables: [], steps, partitions: 1 };
  const cancelled = submitJob(job, place, {
    signal: control.signal,
    onProgress: () => control.abort(),
  });
  expect(await cancelled).toEqual({ kind: 'cancelled' });
  expect(leftBehind()).toEqual([]);
});

test('without a Spark it is said that there is none', async () => {
  const { SPARK_SUBMIT, PATH } = process.env;
  Object.assign(process.env, { SPARK_SUBMIT: '', PATH: '' });
  const job = { name: 'tiaoli test', tables: [], steps: [], partitions: 1 };
  expect(await submitJob(job, place)).toEqual({ kind: 'no-spark' });
  Object.assign(process.env, { SPARK_SUBMIT, PATH });
});

function leftBehind(): readonly string[] {
  return readdirSync(own).filter((name) => name.startsWith('tiaoli-'));
}
