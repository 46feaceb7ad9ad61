import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixtures, runHere, runTiaoli } from './run-tiaoli.ts';

const commands = [
  'check',
  'fmt',
  'test',
  'calc',
  'compile',
  'import',
  'versions',
  'diff',
  'explain',
  'lsp',
  'user',
  'backup',
  'restore',
  'verify-store',
  'import-policies',
  'export-policies',
  'proposal-papers',
  'tour',
];

test.each(commands)('%s --help shows an example, in both languages', async (command) => {
  const chinese = await runHere([command, '--help']);
  expect(chinese.code).toBe(0);
  expect(chinese.stdout).toContain(`例如：\n  tiaoli ${command}`);
  const english = await runHere([command, '--help'], { language: 'en' });
  expect(english.stdout).toContain(`Example:\n  tiaoli ${command}`);
  expect(english.stdout).not.toMatch(/\p{Script=Han}/u);
});

test.each([
  [['chek'], '没有命令「chek」'],
  [['check', '--formt', 'json'], '没有选项 --formt'],
  [['check', '--format', 'xml'], 'pretty, json, sarif'],
  [['check', 'no/such/folder'], '没有「no/such/folder」这个文件或文件夹'],
  [['check', '--language', 'fr'], 'zh, en'],
  [['calc', '--input', '-'], '缺少参数 DOCUMENT'],
  [['calc', 'x'], '必须给出选项 --input'],
  [['calc', 'x', '--input'], '后面缺少值'],
  [['calc', `${fixtures}/policies/city.tiaoli`, '--input', 'no.json'], '没有「no.json」'],
  [['calc', 'x', '--input', '-', '--on', '2023-02-30'], '--on 应为日历上有的日期'],
  [['calc', 'no-such.tiaoli', '--input', '-'], '没有「no-such.tiaoli」这个文件'],
  [['compile', 'x', '--target', 'cobol', '--out', 'y'], '可选'],
  [['versions', 'a', '--format'], '后面缺少值'],
  [['explain', 'a', 'b'], '参数太多'],
  [['lsp'], 'tiaoli lsp --stdio'],
])('%j: exit 2 with a sentence', async (args, sentence) => {
  const { code, stdout, stderr } = await runHere(args);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(sentence);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test('without a command: the help, exit 2', async () => {
  const { code, stderr } = runTiaoli([]);
  expect(code).toBe(2);
  expect(stderr).toContain('命令：');
});

test('a folder without policies is no success', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'tiaoli-empty-'));
  for (const command of ['check', 'test', 'fmt', 'versions']) {
    expect((await runHere([command, empty])).code).toBe(2);
  }
});
