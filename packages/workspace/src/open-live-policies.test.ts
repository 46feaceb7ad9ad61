import { cp, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PolicyFolder } from './folder/open-policy-folder.ts';
import { openPolicyFolder } from './folder/open-policy-folder.ts';
import { openLivePolicies } from './open-live-policies.ts';
import { readSource } from './read-source.ts';
import { saveSource } from './save-source.ts';

const real = join(import.meta.dirname, '../../../policies');
const city = 'policies/shandong/taian/assistance.tiaoli';

let base: string;
let folder: PolicyFolder;
let reads: string[];

/** The folder, with a note of what is read from it. */
function watched(): Pick<PolicyFolder, 'stamps' | 'find' | 'findBeside' | 'stampBeside'> {
  return {
    ...folder,
    find: (path) => {
      reads.push(path);
      return folder.find(path);
    },
  };
}

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'tiaoli-live-'));
  await cp(join(real, 'national'), join(base, 'policies/national'), { recursive: true });
  await cp(join(real, 'shandong'), join(base, 'policies/shandong'), { recursive: true });
  folder = openPolicyFolder(base, 'policies');
  for (const path of await folder.list()) await utimes(join(base, path), 1, 1);
  await new Promise((resolve) => setTimeout(resolve, 120));
  reads = [];
});

afterEach(() => rm(base, { recursive: true }));

test('every file is read once, and again when it changed', async () => {
  const live = openLivePolicies(watched());
  const first = await live.ask((policies) => policies);
  const all = await folder.list();
  expect(reads.toSorted()).toEqual(all);
  expect(first.language.documents().map(({ path }) => path)).toEqual(all);
  expect(first.language.findings().filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(first.lower(city).module).toBeDefined();

  reads = [];
  expect(await live.ask((policies) => policies)).toBe(first);
  expect(reads).toEqual([]);

  const text = `${first.texts.get(city)}\n注释 坏`;
  await writeFile(join(base, city), text);
  const second = await live.ask((policies) => policies);
  expect(reads).toEqual([city]);
  expect(second).not.toBe(first);
  expect(second.texts.get(city)).toBe(text);
  expect(second.lower(city).module).toBeUndefined();
});

test('a save is seen by the next question', async () => {
  const live = openLivePolicies(folder);
  const path = 'policies/shandong/new.tiaoli';
  for (const word of ['甲', '乙', '丙', '丁']) {
    const stored = await live.ask(({ texts }) => texts.get(path));
    const text = `文件「${word}」 { 标识 t.new； 层级 国家； 施行 自 2024-01-01 }\n`;
    const baseRevision =
      stored === undefined ? null : ((await readSource(folder, path))?.revision ?? '');
    expect((await saveSource(folder, { path, text, baseRevision })).kind).toBe('saved');
    const titles = await live.ask(({ language }) => language.documents().map(({ title }) => title));
    expect(titles).toContain(word);
  }
});

test('files come and go, and one that is no text is said to be none', async () => {
  const live = openLivePolicies(folder);
  await live.ask(() => undefined);
  await rm(join(base, city));
  await mkdir(join(base, 'policies/new'));
  await writeFile(join(base, 'policies/new/gb.tiaoli'), Uint8Array.of(0xce, 0xc4));
  const paths = await live.ask(({ language }) => language.documents().map(({ path }) => path));
  expect(paths).not.toContain(city);
  expect(paths).not.toContain('policies/new/gb.tiaoli');
  const { unreadable } = await live.ask((policies) => policies);
  expect(unreadable.map(({ code, span }) => [code, span.file])).toEqual([
    ['not-utf8', 'policies/new/gb.tiaoli'],
  ]);
  await writeFile(join(base, 'policies/new/gb.tiaoli'), '文件「文」 {}');
  const again = await live.ask((policies) => policies);
  expect(again.unreadable).toEqual([]);
  expect(again.texts.get('policies/new/gb.tiaoli')).toBe('文件「文」 {}');
});

test('questions at one time see one state: texts and documents agree', async () => {
  const live = openLivePolicies(folder);
  const path = 'policies/pair.tiaoli';
  const textOf = (word: string): string =>
    `文件「${word}」 { 标识 t.pair； 层级 国家； 施行 自 2024-01-01 }\n`;
  await writeFile(join(base, path), textOf('零'));
  const asked = Array.from({ length: 40 }, async (_, at) => {
    if (at % 4 === 0) await folder.write(path, textOf(`第${at}`));
    return live.ask(({ language, texts }) => {
      const title = language.documents().find((each) => each.path === path)?.title ?? '';
      return { title, text: texts.get(path) };
    });
  });
  for (const { title, text } of await Promise.all(asked)) expect(text).toBe(textOf(title));
});

test('an answer that waits keeps its state', async () => {
  const live = openLivePolicies(folder);
  const path = 'policies/late.tiaoli';
  const waiting = live.ask(async ({ texts, language }) => {
    await folder.write(path, '文件「迟」 {}');
    await new Promise((resolve) => setTimeout(resolve, 20));
    return [texts.has(path), language.documents().some((each) => each.path === path)];
  });
  const later = live.ask(({ texts }) => texts.has(path));
  expect(await waiting).toEqual([false, false]);
  // Its look at the folder was already over; a question that is asked now looks again.
  await later;
  expect(await live.ask(({ texts }) => texts.has(path))).toBe(true);
});

test('a question that fails fails alone', async () => {
  const live = openLivePolicies(folder);
  const failing = live.ask(() => {
    throw new Error('asked wrongly');
  });
  const other = live.ask(({ texts }) => texts.size);
  await expect(failing).rejects.toThrow('asked wrongly');
  expect(await other).toBeGreaterThan(5);
});
