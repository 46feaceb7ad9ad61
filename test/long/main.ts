// The long run, for hours or days: `npm run test:long [-- PART…]`.
//
//   npm run test:long                 every piece
//   npm run test:long -- mutants      pieces whose name has this part
//   npm run test:long -- --list       what there is and what is done
//
// Pieces run in processes of their own, as many at once as there are cores. What is done is kept for as long as no source
// changes: stop the run whenever you like and start it again. Ends with 1 where anything is broken.
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { keptReports } from './kept-reports.ts';
import type { LongReport } from './long-task.ts';
import { laneOf, sumCounts } from './long-task.ts';
import { longTasks } from './tasks.ts';

const words = process.argv.slice(2);
const parts = words.filter((word) => !word.startsWith('--'));
const kept = keptReports();
const wanted = (await longTasks())
  .map(({ name }) => name)
  .filter((name) => parts.length === 0 || parts.some((part) => name.includes(part)));
const left = wanted.filter((name) => !kept.read(name));

say(`${wanted.length} pieces, ${wanted.length - left.length} of them done before; ${kept.folder}`);
if (words.includes('--list')) {
  for (const name of wanted) say(`${left.includes(name) ? '     ' : 'done '}${name}`);
} else {
  const stopped: string[] = [];
  await Promise.all(Array.from({ length: availableParallelism() }, () => work(stopped)));
  process.exitCode = tellSums(stopped) ? 0 : 1;
}

async function work(stopped: string[]): Promise<void> {
  for (let name = left.shift(); name !== undefined; name = left.shift()) {
    const start = performance.now();
    const code = await runPiece(name);
    const report = code === 0 ? kept.read(name) : undefined;
    const seconds = Math.round((performance.now() - start) / 1000);
    say(`${name}: ${report ? countsText(report.counts) : `ended with ${code}`}; ${seconds} s`);
    if (!report) stopped.push(`${name}: ended with ${code}, see ${kept.fileOf(name, 'log')}`);
    for (const each of report?.broken ?? []) say(`  BROKEN ${each}`);
  }
}

function runPiece(name: string): Promise<number | null> {
  const log = openSync(kept.fileOf(name, 'log'), 'w');
  const script = join(import.meta.dirname, 'run-task.ts');
  const child = spawn(process.execPath, [script, name, kept.fileOf(name, 'json')], {
    stdio: ['ignore', log, log],
  });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

/** The counts of each lane; false where anything is broken or did not end. */
function tellSums(stopped: readonly string[]): boolean {
  const reports = wanted.flatMap((name) => {
    const report = kept.read(name);
    return report ? [{ lane: laneOf(name), ...report }] : [];
  });
  for (const [lane, own] of Map.groupBy(reports, (each) => each.lane)) {
    say(`${lane}: ${own.length} pieces, ${countsText(sumCounts(own))}, ${brokenIn(own)} broken`);
  }
  for (const each of stopped) say(`BROKEN ${each}`);
  return stopped.length === 0 && brokenIn(reports) === 0;
}

function brokenIn(reports: readonly LongReport[]): number {
  return reports.reduce((sum, { broken }) => sum + broken.length, 0);
}

function countsText(counts: LongReport['counts']): string {
  return Object.entries(counts)
    .map(([key, count]) => `${count} ${key}`)
    .join(', ');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
