import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const out = mkdtempSync(join(tmpdir(), 'tiaoli-readme-'));
const english = commandsIn('README.md');

afterAll(() => rmSync(out, { recursive: true, force: true }));

test('the two languages show the same commands', () => {
  expect(english.length).toBeGreaterThan(8);
  expect(commandsIn('README.zh-CN.md')).toEqual(english);
});

test.each(english)('%s', (command) => {
  // A population wants a folder of its own, and later commands look into it.
  const args = command
    .replace('out/people', join(out, 'people'))
    .replace(/ --out (?!\S*people)\S+/, ` --out ${out}`)
    .split(' ')
    .slice(2);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'apps/cli/bin/tiaoli.mjs'), ...args],
    { cwd: root, encoding: 'utf8' },
  );
  // Versions that differ are told by the exit code.
  expect(status, `${stdout}${stderr}`).toBe(args[0] === 'diff' ? 1 : 0);
  expect(stderr).toBe('');
});

/** Every line of a code block that starts with `npx tiaoli`. */
function commandsIn(page: string): readonly string[] {
  const blocks = readFileSync(join(root, page), 'utf8').matchAll(/^```\n(.*?)^```$/gms);
  return [...blocks].flatMap(([, block = '']) =>
    block.split('\n').filter((line) => line.startsWith('npx tiaoli ')),
  );
}
