// Runs the lanes of tests one after the other and sums them up.
//
//   node test/run.ts quick   types, lint, architecture, unit, golden, conformance
//   node test/run.ts all     the same and everything else but Spark
//   node test/run.ts spark   what runs on a Spark of its own
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
/** What runs keep from one command to the next: tests begin without. */
const kept = join(root, 'node_modules/.cache/tiaoli');
/** Of each extent, the report of vitest and the line that sums it up. */
const reports = join(root, 'node_modules/.cache/test-reports');

/** Projects by extent, as `vitest --project` takes them. */
const projectsOf: Readonly<Record<string, readonly string[]>> = {
  quick: quickProjects,
  all: ['!spark'],
  spark: ['spark'],
};

main(process.argv[2] ?? '');

function main(extent: string): void {
  const projects = projectsOf[extent];
  if (!projects) {
    process.stderr.write('usage: node test/run.ts quick|all|spark\n');
    process.exitCode = 2;
    return;
  }
  const folder = join(reports, extent);
  for (const old of [kept, folder]) rmSync(old, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const tools = extent === 'spark' ? [] : runTools();
  const total = sum([...tools, runVitest(projects, join(folder, 'vitest.json'))]);
  const line = summary(total);
  // `.ci/run` adds these lines up, and prints their sum after whatever npm has to say.
  writeFileSync(join(folder, 'summary.txt'), `${line}\n`);
  process.stdout.write(`\n${line}\n`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

function runTools(): readonly Tally[] {
  return [
    runTool('types', 'tsc', ['-p', 'tsconfig.json']),
    runTool('types of the workbench', 'tsc', ['-p', 'apps/web']),
    runTool('lint', 'biome', ['check', '.']),
  ];
}

/** A tool that checks the whole tree counts as one test. */
function runTool(name: string, command: string, args: readonly string[]): Tally {
  process.stdout.write(`\n${name}\n`);
  const ok = run(command, args);
  process.stdout.write(`${name}: ${ok ? 'passed' : 'failed'}\n`);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** Runs the named projects of `vitest.config.ts`, or all but those named with `!`. */
function runVitest(projects: readonly string[], report: string): Tally {
  const ok = run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...projects.flatMap((project) => ['--project', project]),
  ]);
  const tally = readVitestReport(report);
  // A failure outside any test (a crashed worker, an unhandled rejection) must not look like success.
  return ok || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}

function readVitestReport(path: string): Tally {
  try {
    const report: VitestReport = JSON.parse(readFileSync(path, 'utf8'));
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
