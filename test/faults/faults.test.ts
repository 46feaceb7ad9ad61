import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CopiedSources } from './copy-sources.ts';
import { copySources } from './copy-sources.ts';
import type { Fault } from './faults.ts';
import { faults } from './faults.ts';

const firstSeed = 3_000_000;
const mostPrograms = 2_000;

/**
 * By the name of the fault, the program that has shown it: looked at first, so that what is hunted for once is not hunted
 * for at every run. Where another is printed, `found-at.json` is to be renewed.
 */
const foundAt: Readonly<Record<string, number>> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'found-at.json'), 'utf8'),
);

let sources: CopiedSources;

beforeAll(() => {
  sources = copySources();
});

afterAll(() => {
  sources.remove();
}, 60_000);

test('there are 25 faults or more', () => {
  expect(faults.length).toBeGreaterThanOrEqual(25);
});

test.each(faults)('$name is found', { timeout: 120_000 }, (fault) => {
  const path = join(sources.root, fault.file);
  const text = readFileSync(path, 'utf8');
  expect(text.split(fault.search).length - 1, 'the text to replace stands once').toBe(1);
  writeFileSync(
    path,
    text.replace(fault.search, () => fault.replacement),
  );
  try {
    const found = hunt(fault);
    process.stdout.write(`${fault.name}: ${found}\n`);
    expect(Number(found)).toBeLessThanOrEqual(mostPrograms);
  } finally {
    writeFileSync(path, text);
  }
});

test('without a fault nothing is found', { timeout: 120_000 }, () => {
  expect(run([String(firstSeed), '100', 'plain'])).toBe('not found');
  expect(run([String(firstSeed), '40', 'sql'])).toBe('not found');
});

function hunt({ name, seenBy }: Fault): string {
  const likely = foundAt[name];
  return run([
    ...[String(firstSeed), String(mostPrograms), seenBy],
    ...(likely === undefined ? [] : [String(likely)]),
  ]);
}

/** In a process of its own, which reads the copied sources; what did not change is compiled once for all of them. */
function run(args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(sources.root, 'test/faults/hunt.ts'), ...args],
    {
      cwd: sources.root,
      env: { ...process.env, NODE_COMPILE_CACHE: join(sources.root, 'compiled') },
      encoding: 'utf8',
    },
  );
  return stdout.trim() || stderr;
}
