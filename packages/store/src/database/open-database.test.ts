import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appliedMigrations } from '../migrations/applied-migrations.ts';
import { migrations } from '../migrations/migrations.ts';
import type { Database } from './database.ts';
import { lockFolder } from './lock-folder.ts';
import { openDatabase } from './open-database.ts';
import type { DatabasePlace } from './place.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tiaoli-database-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function open(place: DatabasePlace): Promise<Database> {
  const opened = await openDatabase(place);
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.diagnostics));
  return opened.database;
}

async function codesOf(place: DatabasePlace): Promise<readonly string[]> {
  const opened = await openDatabase(place);
  if (opened.kind === 'opened') await opened.database.close();
  return opened.kind === 'refused' ? opened.diagnostics.map(({ code }) => code) : [];
}

test('a folder keeps what was written, and is one program’s at a time', async () => {
  const place: DatabasePlace = { kind: 'folder', folder: join(folder, '数据 with spaces') };
  const first = await openDatabase(place);
  const names = (await migrations()).map(({ name }) => name);
  expect(first.kind).toBe('opened');
  if (first.kind === 'refused') return;
  const connection = await first.database.connect();
  expect((await appliedMigrations(connection)).map(({ name }) => name)).toEqual(names);
  const nation = { id: crypto.randomUUID(), name: '国家', level: 'nation', path: '/' };
  await first.database.client.jurisdiction.create({ data: nation });
  expect(await codesOf(place)).toEqual(['store-in-use']);
  await first.database.close();
  const again = await open(place);
  expect(await again.client.jurisdiction.findMany()).toEqual([{ ...nation, parentId: null }]);
  await again.close();
});

test('a folder that cannot be opened is named, and its lock is given back', async () => {
  const file = join(folder, 'file');
  await writeFile(file, '');
  expect(await codesOf({ kind: 'folder', folder: file })).toEqual(['store-not-opened']);
  const broken = join(folder, 'broken');
  await mkdir(join(broken, 'postgres'), { recursive: true });
  await writeFile(join(broken, 'postgres/PG_VERSION'), 'planted');
  expect(await codesOf({ kind: 'folder', folder: broken })).toEqual(['store-not-opened']);
  const lock = await lockFolder(broken);
  expect(lock.kind).toBe('locked');
  if (lock.kind === 'locked') lock.release();
});

test('what a program that was killed left half written keeps nobody out', async () => {
  const place: DatabasePlace = { kind: 'folder', folder };
  // Killed while the files of an empty place were made: they lie beside, and are begun again.
  await mkdir(join(folder, 'postgres.begun'), { recursive: true });
  await writeFile(join(folder, 'postgres.begun/PG_VERSION'), '');
  const first = await open(place);
  const nation = { id: crypto.randomUUID(), name: '国家', level: 'nation', path: '/' };
  await first.client.jurisdiction.create({ data: nation });
  await first.close();
  // Killed while PostgreSQL wrote its own lock file.
  await writeFile(join(folder, 'postgres/postmaster.pid'), '');
  const again = await open(place);
  expect(await again.client.jurisdiction.count()).toBe(1);
  await again.close();
  expect(await readdir(folder)).not.toContain('postgres.begun');
});

test('a server that is not there is named without its password', async () => {
  const url = 'postgresql://drafter:secret@127.0.0.1:9/tiaoli';
  const opened = await openDatabase({ kind: 'server', url });
  expect(opened.kind).toBe('refused');
  expect(JSON.stringify(opened)).toContain('127.0.0.1:9');
  expect(JSON.stringify(opened)).not.toContain('secret');
});
