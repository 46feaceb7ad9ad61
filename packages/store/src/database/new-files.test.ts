import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../migrations/migrations.ts';
import { makeNewFiles } from './new-files.ts';

test('what is unpacked is what was made, also from a pack that was damaged or cut off', async () => {
  const above = await mkdtemp(join(tmpdir(), 'tiaoli-files-'));
  onTestFinished(() => rm(above, { recursive: true, force: true }));
  const [made, unpacked, again] = ['made', 'unpacked', 'again'].map((name) => join(above, name));
  const kept = join(above, 'kept.gz');
  const shape = (await migrations()).slice(0, 1);
  await makeNewFiles(made ?? '', shape, kept);
  const pack = await readFile(kept);
  await makeNewFiles(unpacked ?? '', shape, kept);
  expect(await contentOf(unpacked ?? '')).toEqual(await contentOf(made ?? ''));
  const middle = pack.length >> 1;
  pack[middle] = (pack[middle] ?? 0) ^ 1;
  await writeFile(kept, pack);
  await makeNewFiles(again ?? '', shape, kept);
  const names = (files: ReadonlyMap<string, string>): readonly string[] => [...files.keys()];
  expect(names(await contentOf(again ?? ''))).toEqual(names(await contentOf(made ?? '')));
  expect(await readFile(kept)).not.toEqual(pack);
});

/** The hash of each file below a folder; of a folder in it, nothing. */
async function contentOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.map(async (entry): Promise<readonly [string, string]> => {
    const path = join(entry.parentPath, entry.name);
    const hash = entry.isDirectory() ? '' : sha256(await readFile(path));
    return [path.slice(folder.length), hash];
  });
  return new Map((await Promise.all(files)).sort());
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
