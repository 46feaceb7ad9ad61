import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DatabasePlace } from '@tiaoli/store';
import { migrations, openDatabase, restoreBackup, storeOf, writeBackup } from '@tiaoli/store';
import { operatorId } from '@tiaoli/workspace';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { databaseKinds } from './databases.ts';
import { rowsOf, tablesOf } from './fixtures/dump-store.ts';
import type { Places } from './places.ts';
import { startPlaces } from './places.ts';
import type { SqlConnection } from './raw-connection.ts';
import { connectRaw } from './raw-connection.ts';
import { codesOf } from './world.ts';

type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Databases as programs of the past filled them: how many migrations they had, and rows. */
const fixtures = [
  { name: 'first', shape: 1, revisions: 5 },
  { name: 'reviewed', shape: 4, revisions: 8 },
] as const;

describe.each(databaseKinds)('%s', (kind) => {
  let places: Places;
  beforeAll(async () => {
    places = await startPlaces(kind);
  }, 180_000);
  afterAll(() => places.stop(), 60_000);

  test.each(fixtures)(
    'a store of the shape of “$name” is brought to the newest with every row kept',
    async ({ name, shape, revisions }) => {
      const place = await places.empty();
      const before = await fill(place, name);
      expect(before.draft_revision).toHaveLength(revisions);
      const newest = (await migrations()).map((each) => each.name);
      const opened = await openDatabase(place);
      if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.diagnostics));
      expect(opened.applied).toEqual(newest.slice(shape));
      const { database } = opened;
      expect(await storeOf(database).verify()).toEqual([]);
      const connection = await database.connect();
      const lost = lostRows(before, await allRows(connection));
      // What is published cannot be changed afterwards, as before.
      await expect(connection.run('DELETE FROM audit_event')).rejects.toThrow('never changed');
      await connection.close();
      await database.close();
      expect(lost).toEqual([]);
      const counted = Object.values(before).reduce((sum, rows) => sum + rows.length, 0);
      process.stdout.write(`${kind}: ${counted} rows of “${name}” are there in the newest shape\n`);
    },
    300_000,
  );

  test('a backup of an older store is restored with every row, and leaves that store as it is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tiaoli-older-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const place = await places.empty();
    const before = await fill(place, 'first');
    const file = join(folder, 'older.backup');
    expect(codesOf(await writeBackup(place, file))).toEqual([]);
    expect(await readAll(place)).toEqual(before);
    const elsewhere = await places.empty();
    expect(codesOf(await restoreBackup(elsewhere, file))).toEqual([]);
    expect(lostRows(before, await readAll(elsewhere))).toEqual([]);
  }, 300_000);

  test('a program that is killed while it migrates leaves the old shape or the new one, whole', async () => {
    const shapes: string[] = [];
    for (const delay of [0, 300, 900]) {
      const place = await places.empty();
      const before = await fill(place, 'first');
      const child = startOpener(place);
      await child.begun;
      await wait(delay);
      await child.kill();
      const after = await readAll(place);
      const isOld = !('proposal' in after);
      shapes.push(isOld ? 'old' : 'new');
      if (isOld) expect(after).toEqual(before);
      await open(place);
      expect(lostRows(before, await readAll(place)), `${delay} ms`).toEqual([]);
    }
    process.stdout.write(`${kind}: killed while opening, the shape was ${shapes.join(', ')}\n`);
  }, 300_000);
});

test('server: killed in the midst of the steps, the old shape is there whole', async () => {
  const places = await startPlaces('server');
  onTestFinished(places.stop);
  const place = await places.empty();
  const before = await fill(place, 'first');
  const other = await connectRaw(place);
  onTestFinished(other.close);
  // Whoever reads a table keeps its shape from being changed: the second of the steps that are due waits.
  await other.run('BEGIN; LOCK TABLE "version" IN ACCESS SHARE MODE');
  const child = startOpener(place);
  await until(other, 'SELECT FROM pg_locks WHERE NOT granted');
  await child.kill();
  await other.run('COMMIT');
  await until(
    other,
    'SELECT WHERE (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()) = 1',
  );
  expect(await allRows(other)).toEqual(before);
  await open(place);
  expect(lostRows(before, await allRows(other))).toEqual([]);
}, 300_000);

test('a row that is gone, and one that is another, are told', () => {
  const before = { draft: [{ id: 1, title: 'a' }], user: [] };
  expect(lostRows(before, { draft: [{ id: 1, title: 'a', path: 'x' }], user: [] })).toEqual([]);
  expect(lostRows(before, { draft: [], user: [] })).not.toEqual([]);
  expect(lostRows(before, { draft: [{ id: 1, title: 'b' }], user: [] })).not.toEqual([]);
  expect(lostRows(before, { user: [] })).not.toEqual([]);
});

/** Makes a database of the past at an empty place, and answers with its rows. */
async function fill(place: DatabasePlace, name: string): Promise<Rows> {
  const connection = await connectRaw(place);
  try {
    await connection.run(await readFile(join(import.meta.dirname, `fixtures/${name}.sql`), 'utf8'));
    return await allRows(connection);
  } finally {
    await connection.close();
  }
}

async function readAll(place: DatabasePlace): Promise<Rows> {
  const connection = await connectRaw(place);
  return allRows(connection).finally(connection.close);
}

async function allRows(connection: SqlConnection): Promise<Rows> {
  await connection.run("SET TimeZone = 'UTC'");
  const rows: Record<string, Rows[string]> = {};
  for (const table of await tablesOf(connection)) rows[table] = await rowsOf(connection, table);
  return rows;
}

/**
 * What was there before and is not there any more, column by column. Columns and tables may come; the path of a document
 * went to its drafts and versions, and the account of whoever runs the program came.
 */
function lostRows(before: Rows, after: Rows): readonly string[] {
  return Object.entries(before).flatMap(([table, rows]) => {
    const there = (after[table] ?? []).filter(({ id }) => table !== 'user' || id !== operatorId);
    const own = rows.filter(({ id }) => table !== 'user' || id !== operatorId);
    if (!(table in after) || there.length !== own.length) return [`${table}: ${there.length} rows`];
    const lost = own.filter(
      (row) => !there.some((each) => holds(each, keptOf(table, row, before))),
    );
    return lost.map((row) => `${table}: ${JSON.stringify(row)}`);
  });
}

function keptOf(table: string, row: Rows[string][number], before: Rows): Rows[string][number] {
  if (table === 'document') {
    const { path: _, ...rest } = row;
    return rest;
  }
  const document = before.document?.find(({ id }) => id === row.document_id);
  const hasPath = table === 'draft' || table === 'version';
  return hasPath && document?.path !== undefined ? { ...row, path: document.path } : row;
}

function holds(row: Rows[string][number], wanted: Rows[string][number]): boolean {
  return Object.entries(wanted).every(([key, value]) => row[key] === value);
}

function startOpener(place: DatabasePlace) {
  const program = join(import.meta.dirname, 'opener.ts');
  const child = spawn(process.execPath, [program, JSON.stringify(place)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  return {
    begun: new Promise((resolve) => child.stdout.once('data', resolve)),
    kill: async (): Promise<void> => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function open(place: DatabasePlace): Promise<void> {
  const opened = await openDatabase(place);
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.diagnostics));
  await opened.database.close();
}

/** Waits until a query has a row. */
async function until(connection: SqlConnection, query: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if ((await connection.query(query)).length > 0) return;
    await wait(100);
  }
  throw new Error(`never: ${query}`);
}
