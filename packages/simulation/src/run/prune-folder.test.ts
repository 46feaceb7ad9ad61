import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { markUsed, pruneFolder } from './prune-folder.ts';

const NOW = Date.UTC(2026, 0, 1);
const HOURS = 3_600_000;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tiaoli-prune-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, hours: number, bytes = 10): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, 'x'.repeat(bytes));
  const time = new Date(NOW - hours * HOURS);
  await utimes(path, time, time);
}

async function left(): Promise<readonly string[]> {
  return (await readdir(folder)).toSorted();
}

test('what was used longest ago goes first, as far as the size asks for', async () => {
  for (const [at, name] of ['d', 'c', 'b', 'a'].entries()) await put(name, 10 * (at + 1));
  await pruneFolder(folder, { bytes: 25, days: 365 }, NOW);
  expect(await left()).toEqual(['c', 'd']);
});

test('what nobody used for so many days goes, however small', async () => {
  await put('old', 24 * 31);
  await put('new', 24 * 29);
  await pruneFolder(folder, { bytes: 1000, days: 30 }, NOW);
  expect(await left()).toEqual(['new']);
});

test('what was used within the hour stays, even beyond the size', async () => {
  await put('now', 0.5, 100);
  await put('before', 2, 1);
  await pruneFolder(folder, { bytes: 10, days: 30 }, NOW);
  expect(await left()).toEqual(['now']);
});

test('what is read is used', async () => {
  await put('read', 24 * 40);
  await markUsed(join(folder, 'read'), NOW);
  await put('unread', 24 * 40);
  await pruneFolder(folder, { bytes: 1000, days: 30 }, NOW);
  expect(await left()).toEqual(['read']);
});

test('a folder that is not there is none', async () => {
  await pruneFolder(join(folder, 'none'), { bytes: 0, days: 0 }, NOW);
  expect(await left()).toEqual([]);
});
