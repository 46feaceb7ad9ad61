import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PolicyFolder } from './folder/open-policy-folder.ts';
import { openPolicyFolder } from './folder/open-policy-folder.ts';
import { readSource, revisionOf } from './read-source.ts';
import { saveSource } from './save-source.ts';

const path = 'policies/a.tiaoli';
let base: string;
let folder: PolicyFolder;

afterEach(() => rm(base, { recursive: true }));

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'tiaoli-save-'));
  folder = openPolicyFolder(base, 'policies');
});

async function stored(): Promise<string> {
  return readFile(join(base, path), 'utf8');
}

test('a new file, then a change to it', async () => {
  const made = await saveSource(folder, { path, text: '一', baseRevision: null });
  expect(made).toEqual({ kind: 'saved', revision: revisionOf('一') });
  expect(await readSource(folder, path)).toEqual({ text: '一', revision: revisionOf('一') });
  const changed = await saveSource(folder, { path, text: '二', baseRevision: revisionOf('一') });
  expect(changed).toEqual({ kind: 'saved', revision: revisionOf('二') });
  expect(await stored()).toBe('二');
});

test('the revision is that of the bytes: a mark of byte order counts', async () => {
  await saveSource(folder, { path, text: '一', baseRevision: null });
  await writeFile(join(base, path), '\ufeff一');
  const read = await readSource(folder, path);
  expect(read).toEqual({ text: '一', revision: revisionOf('\ufeff一') });
  const saved = await saveSource(folder, { path, text: '二', baseRevision: read?.revision ?? '' });
  expect(saved.kind).toBe('saved');
});

describe('what was changed meanwhile is not overwritten', () => {
  const later = '三';
  test('a change on disk', async () => {
    await saveSource(folder, { path, text: '一', baseRevision: null });
    await writeFile(join(base, path), later);
    const result = await saveSource(folder, { path, text: '二', baseRevision: revisionOf('一') });
    expect(result).toEqual({ kind: 'conflict', text: later, revision: revisionOf(later) });
    expect(await stored()).toBe(later);
  });

  test('a file that was to be new', async () => {
    await saveSource(folder, { path, text: '一', baseRevision: null });
    const result = await saveSource(folder, { path, text: '二', baseRevision: null });
    expect(result).toEqual({ kind: 'conflict', text: '一', revision: revisionOf('一') });
  });

  test('a file that was deleted', async () => {
    await saveSource(folder, { path, text: '一', baseRevision: null });
    await rm(join(base, path));
    const result = await saveSource(folder, { path, text: '二', baseRevision: revisionOf('一') });
    expect(result).toEqual({ kind: 'gone' });
  });
});

test.each([
  ['policies/../a.tiaoli', '', 'not-a-policy-path'],
  ['/a.tiaoli', '', 'not-a-policy-path'],
  ['policies/a.txt', '', 'not-a-policy-path'],
  [path, '长'.repeat(400_000), 'too-large-source'],
  [path, '\ud800', 'not-utf8'],
])('%s is refused: %#', async (wrong, text, code) => {
  const result = await saveSource(folder, { path: wrong, text, baseRevision: null });
  expect(result.kind === 'refused' && result.diagnostics.map((each) => each.code)).toEqual([code]);
});

test('a name that is taken by a file is said, not thrown', async () => {
  await saveSource(folder, { path, text: '一', baseRevision: null });
  const below = `${path}/b.tiaoli`;
  const result = await saveSource(folder, { path: below, text: '二', baseRevision: null });
  expect(result.kind === 'refused' && result.diagnostics[0]?.code).toBe('cannot-save');
});

test('64 savers at once, 8 rounds: each revision is somebody’s, none is lost', async () => {
  await saveSource(folder, { path, text: '起点', baseRevision: null });
  let acknowledged = 0;
  let rounds = 0;
  const chain = new Map<string, string>();
  for (let round = 0; round < 8; round += 1) {
    const base = (await readSource(folder, path))?.revision ?? '';
    const results = await Promise.all(
      Array.from({ length: 64 }, (_, saver) =>
        saveSource(folder, { path, text: `第${round}轮 ${saver}号`, baseRevision: base }),
      ),
    );
    const won = results.filter((result) => result.kind === 'saved');
    expect(won).toHaveLength(1);
    expect(results.filter(({ kind }) => kind === 'conflict')).toHaveLength(63);
    expect(revisionOf(await stored())).toBe(won[0]?.revision);
    acknowledged += won.length;
    rounds += 1;
    chain.set(won[0]?.revision ?? '', base);
  }
  expect(acknowledged).toBe(rounds);
  expect(chain.size).toBe(rounds);
});

test('64 savers that go on from what they are told lose nothing', async () => {
  await saveSource(folder, { path, text: '', baseRevision: null });
  await Promise.all(Array.from({ length: 64 }, (_, saver) => addLine(`${saver}号`)));
  const lines = (await stored()).split('\n').filter((line) => line !== '');
  expect(new Set(lines).size).toBe(64);
});

/** Adds a line to what is stored, again and again until it is acknowledged. */
async function addLine(line: string): Promise<void> {
  let current = (await readSource(folder, path)) ?? { text: '', revision: '' };
  for (;;) {
    const text = `${current.text}${line}\n`;
    const result = await saveSource(folder, { path, text, baseRevision: current.revision });
    if (result.kind === 'saved') return;
    if (result.kind !== 'conflict') throw new Error(result.kind);
    current = result;
  }
}
