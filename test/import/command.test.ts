import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runHere, runTiaoli } from '../cli/run-tiaoli.ts';
import { makeWord, p } from './make-word.ts';

const folder = mkdtempSync(join(tmpdir(), 'tiaoli-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]) => runHere(args, { cwd: folder });

test('a Word file becomes a skeleton that checks and is in canonical form', async () => {
  writeFileSync(join(folder, '通知.docx'), makeWord(p('第一条 甲。') + p('第二条 乙。')));
  const made = runTiaoli(['import', '通知.docx', '--out', '骨架'], { cwd: folder });
  expect([made.code, made.stderr]).toEqual([0, '']);
  expect(made.stdout).toContain('条文 2 条，句子 2 句，表格 0 张、0 格。');
  expect(made.stdout).toContain('待填：标题、文号、层级、施行日期、发文机关。');
  expect(readdirSync(join(folder, '骨架'))).toEqual(['通知.import.txt', '通知.tiaoli']);
  expect(made.stdout).toContain(readFileSync(join(folder, '骨架/通知.import.txt'), 'utf8'));
  const checked = await run('check', '骨架');
  expect(checked.code).toBe(0);
  expect(checked.stdout).toContain('0 个错误，5 个警告');
  expect(checked.stdout).toContain('“施行”还没有填：原文没有明说施行日期');
  expect((await run('fmt', '--check', '骨架')).code).toBe(0);
});

test('what is there already is kept', async () => {
  writeFileSync(join(folder, 'b.txt'), '第一条 甲。');
  expect((await run('import', 'b.txt', '--out', 'b')).code).toBe(0);
  writeFileSync(join(folder, 'b/b.tiaoli'), '已经编码');
  const again = await run('import', 'b.txt', '--out', 'b');
  expect(again.code).toBe(2);
  expect(again.stderr).toContain('已经在了，没有覆盖');
  expect(readFileSync(join(folder, 'b/b.tiaoli'), 'utf8')).toBe('已经编码');
});

test('the report as JSON', async () => {
  writeFileSync(join(folder, 'c.txt'), '第一条 甲。');
  const { code, stdout } = await run('import', 'c.txt', '--out', 'c', '--format', 'json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    files: ['c/c.tiaoli', 'c/c.import.txt'],
    report: {
      clauses: 1,
      sentences: 1,
      blanks: ['title', 'number', 'level', 'effective', 'issuer'],
    },
  });
});

test('a file that does not come in, one that is not there, and a call without a folder', async () => {
  writeFileSync(join(folder, 'd.pdf'), '%PDF-1.7');
  const pdf = await runHere(['import', 'd.pdf', '--out', 'd'], { cwd: folder, language: 'en' });
  expect([pdf.code, pdf.stdout]).toEqual([1, '']);
  expect(pdf.stderr).toMatch(/import-pdf[\s\S]*hint: ask whoever wrote it/u);
  expect(readdirSync(folder)).not.toContain('d');
  expect((await run('import', 'none.docx', '--out', 'd')).code).toBe(2);
  expect((await run('import', 'd.pdf')).code).toBe(2);
});
