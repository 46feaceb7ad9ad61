import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from './source-tree.ts';

const generated = 'packages/language/src/generated';
const copy = mkdtempSync(join(tmpdir(), 'tiaoli-generate-'));

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('the generated code is what the grammar gives (npm run generate)', () => {
  cpSync(join(root, 'grammars'), join(copy, 'grammars'), { recursive: true });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/langium-cli/bin/langium.js'),
      'generate',
      '--file',
      join(copy, 'grammars/langium-config.json'),
    ],
    { encoding: 'utf8', cwd: copy },
  );
  expect(status, `${stdout}${stderr}`).toBe(0);
  const committed = textsIn(join(root, generated));
  expect(Object.keys(committed)).toContain('ast.ts');
  expect(textsIn(join(copy, generated))).toEqual(committed);
});

function textsIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
