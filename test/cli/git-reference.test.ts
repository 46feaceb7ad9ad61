import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixtures, root, runHere } from './run-tiaoli.ts';

/** A repository whose last commit pays 60%, and whose working tree pays 50%. */
function repository(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-git-'));
  cpSync(join(root, fixtures, 'policies'), join(folder, 'policies'), { recursive: true });
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder });
  git('init', '-q');
  git('add', '.');
  git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-q', '-m', 'first');
  const file = join(folder, 'policies/city.tiaoli');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('= 60%');
  writeFileSync(file, text.replace('= 60%', '= 50%'));
  return folder;
}

test('git:REV:PATH is the file as it was, with what it rests on as it was', async () => {
  const cwd = repository();
  const input = JSON.stringify({
    claims: [{ id: '1', settledAt: '2023-03-01', level: '三级', cost: '20000' }],
  });
  const paid = async (document: string): Promise<unknown> => {
    const args = ['calc', document, '--input', '-', '--format', 'json'];
    const { stdout } = await runHere(args, { cwd, input });
    return JSON.parse(stdout).outputs.住院统筹.value;
  };
  expect(await paid('git:HEAD:policies/city.tiaoli')).toBe('11400.00');
  expect(await paid('policies/city.tiaoli')).toBe('9500.00');
  const gone = await runHere(['calc', 'git:HEAD:policies/town.tiaoli', '--input', '-'], {
    cwd,
    input,
  });
  expect(gone.code).toBe(2);
  expect(gone.stderr).toContain('没有文件「policies/town.tiaoli」');
  const hyphen = await runHere(['calc', 'git:--help:x', '--input', '-'], { cwd, input });
  expect(hyphen.code).toBe(1);
  expect(hyphen.stdout).toContain('unknown-document');
});
