import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPolicyFolder } from './open-policy-folder.ts';

let base: string;
const at = (path: string): string => join(base, path);

afterEach(() => rm(base, { recursive: true }));

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'tiaoli-folder-'));
  await mkdir(at('policies/taian'), { recursive: true });
  await writeFile(at('policies/taian/a.tiaoli'), '文件「甲」 {}');
  await writeFile(at('policies/b.tiaoli'), '文件「乙」 {}');
  await writeFile(at('outside.tiaoli'), '文件「外」 {}');
});

async function textOf(path: string): Promise<string | undefined> {
  const bytes = await openPolicyFolder(base, 'policies').find(path);
  return bytes && new TextDecoder().decode(bytes);
}

test('files are listed in order, by paths that begin with the name of the folder', async () => {
  await mkdir(at('policies/.git'));
  await mkdir(at('policies/node_modules'));
  await writeFile(at('policies/.git/x.tiaoli'), '');
  await writeFile(at('policies/node_modules/x.tiaoli'), '');
  await writeFile(at('policies/.tmp.tiaoli'), '');
  await writeFile(at('policies/notes.txt'), '');
  await symlink(at('outside.tiaoli'), at('policies/link.tiaoli'));
  await symlink(base, at('policies/up'));
  const folder = openPolicyFolder(base, 'policies');
  expect(await folder.list()).toEqual(['policies/b.tiaoli', 'policies/taian/a.tiaoli']);
  expect([...(await folder.stamps()).keys()]).toEqual(await folder.list());
});

test('a file that is there is found, another is not', async () => {
  expect(await textOf('policies/taian/a.tiaoli')).toBe('文件「甲」 {}');
  expect(await textOf('policies/none.tiaoli')).toBeUndefined();
  expect(await textOf('policies/none/none.tiaoli')).toBeUndefined();
  expect(await textOf('policies/b.tiaoli/a.tiaoli')).toBeUndefined();
});

describe('writing', () => {
  test('replaces the text and keeps the mode', async () => {
    await chmod(at('policies/b.tiaoli'), 0o640);
    await openPolicyFolder(base, 'policies').write('policies/b.tiaoli', '新');
    expect(await textOf('policies/b.tiaoli')).toBe('新');
    expect((await stat(at('policies/b.tiaoli'))).mode & 0o777).toBe(0o640);
  });

  test('makes the folders of a new file, and leaves nothing else behind', async () => {
    await openPolicyFolder(base, 'policies').write('policies/新省/新市/c.tiaoli', '新');
    expect(await textOf('policies/新省/新市/c.tiaoli')).toBe('新');
    expect(await readdir(at('policies/新省/新市'))).toEqual(['c.tiaoli']);
  });

  test.each([
    'policies/../outside.tiaoli',
    '/x.tiaoli',
    'outside.tiaoli',
    'policies/x.txt',
    'policies\\x.tiaoli',
    'policies/a\0.tiaoli',
  ])('refuses %j', async (path) => {
    const folder = openPolicyFolder(base, 'policies');
    expect(folder.isPath(path)).toBe(false);
    await expect(folder.write(path, '新')).rejects.toThrow('not the path of a policy');
  });

  test('follows no link, neither a file nor a folder', async () => {
    await mkdir(at('elsewhere'));
    await symlink(at('outside.tiaoli'), at('policies/link.tiaoli'));
    await symlink(at('elsewhere'), at('policies/away'));
    const folder = openPolicyFolder(base, 'policies');
    await expect(folder.write('policies/link.tiaoli', '新')).rejects.toThrow('a link');
    await expect(folder.write('policies/away/c.tiaoli', '新')).rejects.toThrow('not in the folder');
    await expect(folder.write('policies/away/deep/c.tiaoli', '新')).rejects.toThrow('not in');
    expect(await textOf('policies/link.tiaoli')).toBeUndefined();
    await writeFile(at('elsewhere/c.tiaoli'), '别处');
    expect(await textOf('policies/away/c.tiaoli')).toBeUndefined();
    expect(await readFile(at('outside.tiaoli'), 'utf8')).toBe('文件「外」 {}');
    expect(await readdir(at('elsewhere'))).toEqual(['c.tiaoli']);
  });

  test('a folder that is itself reached by a link is used', async () => {
    await symlink(at('policies'), at('current'));
    const folder = openPolicyFolder(base, 'current');
    await folder.write('current/b.tiaoli', '新');
    expect(await textOf('policies/b.tiaoli')).toBe('新');
  });
});

test('a stamp stays while the file does, and changes with it', async () => {
  const folder = openPolicyFolder(base, 'policies');
  const past = new Date('2024-01-01T00:00:00Z');
  await utimes(at('policies/b.tiaoli'), past, past);
  await new Promise((resolve) => setTimeout(resolve, 150));
  const [first, second] = [await folder.stamps(), await folder.stamps()];
  expect(second).toEqual(first);
  await writeFile(at('policies/b.tiaoli'), '文件「丙」 {}');
  await utimes(at('policies/b.tiaoli'), past, past);
  const third = await folder.stamps();
  expect(third.get('policies/b.tiaoli')).not.toBe(first.get('policies/b.tiaoli'));
  expect(third.get('policies/taian/a.tiaoli')).toBe(first.get('policies/taian/a.tiaoli'));
});

test('what is done exclusively is done one after another, failures included', async () => {
  const folder = openPolicyFolder(base, 'policies');
  const order: string[] = [];
  const work = (name: string, fails: boolean) => async () => {
    order.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    order.push(`${name} ends`);
    if (fails) throw new Error(name);
  };
  const done = await Promise.allSettled([
    folder.exclusively(work('1', true)),
    folder.exclusively(work('2', false)),
  ]);
  expect(order).toEqual(['1 begins', '1 ends', '2 begins', '2 ends']);
  expect(done.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});
