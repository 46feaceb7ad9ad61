import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepScript, keptScript } from './kept-script.ts';

let root = '';
let path = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tiaoli-script-'));
  path = join(root, 'cache', 'script.json');
  await writeFile(join(root, 'one.ts'), 'one');
  await writeFile(join(root, 'two.ts'), 'two');
  await keepScript(path, root, { inputs: ['one.ts', 'two.ts'], script: 'both' });
});

afterEach(() => rm(root, { recursive: true }));

test('a script is kept for as long as each file of it says the same', async () => {
  expect(await keptScript(path, root)).toBe('both');
  await writeFile(join(root, 'two.ts'), 'too');
  expect(await keptScript(path, root)).toBeUndefined();
  await writeFile(join(root, 'two.ts'), 'two');
  expect(await keptScript(path, root)).toBe('both');
  await rm(join(root, 'one.ts'));
  expect(await keptScript(path, root)).toBeUndefined();
});

test('what moves from one file into the next is a change', async () => {
  await writeFile(join(root, 'one.ts'), 'onet');
  await writeFile(join(root, 'two.ts'), 'wo');
  expect(await keptScript(path, root)).toBeUndefined();
});

test.each(['', '{}', '{"inputs":[],"hash":"","script":"x"}', '{"inputs":["one.ts"],"hash":'])(
  'a broken file is none: %s',
  async (text) => {
    await writeFile(path, text);
    expect(await keptScript(path, root)).toBeUndefined();
  },
);

test('where nothing can be written, nothing is kept', async () => {
  const taken = join(root, 'taken');
  await mkdir(taken);
  await keepScript(taken, root, { inputs: ['one.ts'], script: 'one' });
  expect(await keptScript(taken, root)).toBeUndefined();
});
