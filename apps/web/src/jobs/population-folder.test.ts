import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPopulationFolder } from './population-folder.ts';

let parent = '';

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'tiaoli-populations-'));
  await mkdir(join(parent, '.unfinished'));
  await mkdir(join(parent, 'broken'));
  await writeFile(join(parent, 'broken', 'manifest.json'), '{}');
  await writeFile(join(parent, 'note.txt'), '');
});

afterAll(() => rm(parent, { recursive: true }));

test('what is no population is said, what is hidden is not looked at', async () => {
  const found = await openPopulationFolder(parent).list();
  expect(found.map(({ kind, name }) => [kind, name])).toEqual([['unusable', 'broken']]);
});

test.each(['..', '.', '.unfinished', 'broken/../broken', 'nothing', 'note.txt'])(
  'nothing is found as %s',
  async (name) => {
    expect(await openPopulationFolder(parent).find(name)).toBeUndefined();
  },
);

test('a folder that is not there holds nothing', async () => {
  expect(await openPopulationFolder(join(parent, 'none')).list()).toEqual([]);
});
