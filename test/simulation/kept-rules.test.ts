import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { keptPath, keptRules } from '../../apps/cli/src/rules/kept-rules.ts';
import { rulesOfRun } from '../../apps/cli/src/rules/rules-of-run.ts';
import type { Terminal } from '../../apps/cli/src/terminal.ts';

const references = ['taiyuan.employee-outpatient@2023-01-01', 'taiyuan.employee-outpatient'];

let cwd = '';
let keptIn = '';
let path = '';

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'tiaoli-rules-'));
  keptIn = join(cwd, '.kept');
  const all = resolve(import.meta.dirname, '../../policies');
  for (const part of ['national', 'shanxi']) {
    await cp(join(all, part), join(cwd, 'policies', part), { recursive: true });
  }
});

afterAll(() => rm(cwd, { recursive: true }));

beforeEach(async () => {
  await rm(keptIn, { recursive: true, force: true });
  const made = await readRules();
  expect(made?.scenarios).toHaveLength(2);
  const [name = ''] = await readdir(keptIn);
  path = join(keptIn, name);
  expect(await keptRules(cwd, path)).toEqual(made);
});

test('the same call finds what was kept, bigints and all', async () => {
  const anew = await rulesOfRun(terminal(), { references, folder: undefined, keptIn: undefined });
  const before = await readFile(path);
  expect(await readRules()).toEqual(anew);
  expect(await readdir(keptIn)).toHaveLength(1);
  expect(await readFile(path)).toEqual(before);
});

test('a document that says something else is other rules', async () => {
  const document = 'policies/shanxi/taiyuan/employee-outpatient.tiaoli';
  await changed(
    document,
    (text) => `${text}\n`,
    async () => {
      expect(await keptRules(cwd, path)).toBeUndefined();
    },
  );
  expect(await keptRules(cwd, path)).toBeDefined();
});

test('a document that is added may set a parameter of others', async () => {
  const added = join(cwd, 'policies/shanxi/added.tiaoli');
  await writeFile(added, '');
  expect(await keptRules(cwd, path)).toBeUndefined();
  await rm(added);
});

test('rows of a 目录 are read again, and one that is gone is a change', async () => {
  const rows = 'policies/national/drug-list-example.csv';
  await changed(
    rows,
    (text) => `${text}\n`,
    async () => {
      expect(await keptRules(cwd, path)).toBeUndefined();
    },
  );
  await changed(rows, undefined, async () => {
    expect(await keptRules(cwd, path)).toBeUndefined();
  });
});

test('other versions are other rules; a file of the name is another side', () => {
  const other = keptPath(keptIn, [cwd, ['a@2024-01-01'], null, [false]]);
  expect(other).not.toBe(keptPath(keptIn, [cwd, ['a@2024-07-01'], null, [false]]));
  expect(other).not.toBe(keptPath(keptIn, [cwd, ['a@2024-01-01'], null, [true]]));
});

test('what was cut short is no rules', async () => {
  const bytes = await readFile(path);
  await writeFile(path, bytes.subarray(0, bytes.length / 2));
  expect(await keptRules(cwd, path)).toBeUndefined();
  expect((await readRules())?.scenarios).toHaveLength(2);
  expect(await readFile(path)).toHaveLength(bytes.length);
});

test('rules that cannot be run are not kept', async () => {
  await rm(keptIn, { recursive: true });
  const none = { references: ['no.such', 'no.other'], folder: undefined, keptIn };
  expect(await rulesOfRun(terminal(), none)).toBeUndefined();
  await expect(readdir(keptIn)).rejects.toThrow();
});

function readRules() {
  return rulesOfRun(terminal(), { references, folder: undefined, keptIn });
}

/** A file as it is during the work; without a change of its text it is gone. */
async function changed(
  name: string,
  change: ((text: string) => string) | undefined,
  work: () => Promise<void>,
): Promise<void> {
  const full = join(cwd, name);
  const text = await readFile(full, 'utf8');
  if (change) await writeFile(full, change(text));
  else await rm(full);
  try {
    await work();
  } finally {
    await writeFile(full, text);
  }
}

function terminal(): Terminal {
  const silent = (): void => undefined;
  return {
    ...{ language: 'zh', cwd, print: silent, note: silent, progress: silent },
    readStandardInput: () => Promise.resolve(new Uint8Array()),
  };
}
