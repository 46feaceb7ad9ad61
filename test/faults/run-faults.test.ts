import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CopiedSources } from './copy-sources.ts';
import { copySources } from './copy-sources.ts';
import { faultsOfRuns } from './faults-of-runs.ts';

// Each fault of a run is planted in a copy of the sources, and the very test that is to find it is run there.

const root = join(import.meta.dirname, '../..');
let sources: CopiedSources;

beforeAll(() => {
  sources = copySources();
  for (const path of ['policies', 'test/simulation', 'apps/cli', 'vitest.config.ts']) {
    cpSync(join(root, path), join(sources.root, path), {
      recursive: true,
      filter: (each) => !each.includes('node_modules'),
    });
  }
});

afterAll(() => {
  sources.remove();
});

test('without a fault the tests pass', { timeout: 600_000 }, () => {
  const tests = [...new Set(faultsOfRuns.map((fault) => fault.test))];
  expect(outcomeOf(tests).failed, tests.join(' ')).toBe(0);
});

test.each(faultsOfRuns)('$name: found', { timeout: 300_000 }, (fault) => {
  const path = join(sources.root, 'packages/simulation/src', fault.file);
  const text = readFileSync(path, 'utf8');
  expect(text.split(fault.search).length - 1, 'the text to replace stands once').toBe(1);
  writeFileSync(
    path,
    text.replace(fault.search, () => fault.replacement),
  );
  try {
    // An assertion that failed, and no file that could not be read.
    const { failed, suites } = outcomeOf([fault.test]);
    expect([failed > 0, suites]).toEqual([true, 0]);
  } finally {
    writeFileSync(path, text);
  }
});

interface Outcome {
  /** Tests that failed. */
  readonly failed: number;
  /** Files that did not come to their tests. */
  readonly suites: number;
}

function outcomeOf(tests: readonly string[]): Outcome {
  const vitest = join(sources.root, 'node_modules/vitest/vitest.mjs');
  const report = join(sources.root, 'report.json');
  const { stderr } = spawnSync(
    process.execPath,
    [vitest, 'run', '--reporter=json', `--outputFile=${report}`, '--maxWorkers=1', ...tests],
    { cwd: sources.root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const { numTotalTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(report);
  if (numTotalTests === 0) throw new Error(`no test was run: ${stderr}`);
  const suites = testResults.filter(
    ({ status, assertionResults }: { status: string; assertionResults: readonly unknown[] }) =>
      status === 'failed' && assertionResults.length === 0,
  );
  return { failed: numFailedTests, suites: suites.length };
}
