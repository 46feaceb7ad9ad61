import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixtures, root, runHere, runTiaoli } from './run-tiaoli.ts';

function copyOfPolicies(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-fmt-'));
  cpSync(join(root, fixtures, 'policies'), folder, { recursive: true });
  return folder;
}

test('canonical files stay as they are', async () => {
  const { code, stdout } = runTiaoli(['fmt', '--check', `${fixtures}/policies`]);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: '共 2 个文件：0 个需要排版，0 个有错误不能排版。\n',
  });
});

test('--check changes nothing and exits 1; without it the file is rewritten', async () => {
  const folder = copyOfPolicies();
  const file = join(folder, 'city.tiaoli');
  const canonical = readFileSync(file, 'utf8');
  const crooked = canonical.replaceAll('；\n', ';\n').replaceAll('  ', ' ');
  writeFileSync(file, crooked);
  const checked = await runHere(['fmt', '--check', folder]);
  expect(checked.code).toBe(1);
  expect(checked.stdout).toContain(file);
  expect(readFileSync(file, 'utf8')).toBe(crooked);
  expect((await runHere(['fmt', folder])).code).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe(canonical);
});

test('keywords to English and back give the same text', async () => {
  const folder = copyOfPolicies();
  const file = join(folder, 'city.tiaoli');
  const chinese = readFileSync(file, 'utf8');
  expect((await runHere(['fmt', '--keywords', 'en', folder])).code).toBe(0);
  expect(readFileSync(file, 'utf8')).toContain('layer 住院统筹');
  expect((await runHere(['test', folder])).code).toBe(0);
  expect((await runHere(['fmt', '--keywords', 'zh', folder])).code).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe(chinese);
});

test('a file that does not parse is left alone and named', async () => {
  const { code, stdout } = await runHere([
    'fmt',
    '--check',
    `${fixtures}/bad/wrong-literal.tiaoli`,
  ]);
  expect(code).toBe(1);
  expect(stdout).toContain('1 个有错误不能排版');
});
