// Runs the lanes of tests one after the other and sums them up.
//
//   node test/run.ts quick   types, lint, architecture, unit, golden, conformance
//   node test/run.ts all     the same and everything else
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quickProjects } from '../vitest.config.ts';

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The part that is read here of what vitest's JSON reporter writes. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly unknown[];
  }[];
}

const root = join(import.meta.dirname, '..');
const reports = join(root, 'node_modules/.cache/tiaoli');
const vitestReport = join(reports, 'vitest.json');

main(process.argv[2]);

function main(extent: string | undefined): void {
  if (extent !== 'quick' && extent !== 'all') {
    process.stderr.write('usage: node test/run.ts quick|all\n');
    process.exitCode = 2;
    return;
  }
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const total = sum([
    runTool('types', 'tsc', ['-p', 'tsconfig.json']),
    runTool('types of the workbench', 'tsc', ['-p', 'apps/web']),
    runTool('lint', 'biome', ['check', '.']),
    runVitest(extent === 'all' ? [] : quickProjects),
  ]);
  const line = summary(total);
  // `.ci/run` prints this line last, after whatever npm has to say.
  writeFileSync(join(reports, 'summary.txt'), `${line}\n`);
  process.stdout.write(`\n${line}\n`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

/** A tool that checks the whole tree counts as one test. */
function runTool(name: string, command: string, args: readonly string[]): Tally {
  process.stdout.write(`\n${name}\n`);
  const ok = run(command, args);
  process.stdout.write(`${name}: ${ok ? 'passed' : 'failed'}\n`);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** Runs the named projects of `vitest.config.ts`; all of them when none is named. */
function runVitest(projects: readonly string[]): Tally {
  const ok = run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
    ...projects.flatMap((project) => ['--project', project]),
  ]);
  const tally = readVitestReport();
  // A failure outside any test (a crashed worker, an unhandled rejection) must not look like success.
  return ok || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}

function readVitestReport(): Tally {
  try {
    const report: VitestReport = JSON.parse(readFileSync(vitestReport, 'utf8'));
    const brokenFiles = report.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles.length,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function run(command: string, args: readonly string[]): boolean {
  const { status } = spawnSync(join(root, 'node_modules/.bin', command), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  return status === 0;
}

function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((total, tally) => ({
    passed: total.passed + tally.passed,
    failed: total.failed + tally.failed,
    skipped: total.skipped + tally.skipped,
  }));
}

function summary({ passed, failed, skipped }: Tally): string {
  const line = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? line : `${line}, ${skipped} skipped`;
}
