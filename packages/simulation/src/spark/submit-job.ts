import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { findSpark } from './find-spark.ts';
import type { SparkJob, SparkPlace, SparkRow, SparkRows, SparkStep } from './spark-job.ts';
import { settingsOf } from './spark-job.ts';

export type Submitted =
  /** Of each step that asks for them, what it gave. */
  | { readonly kind: 'done'; readonly rows: ReadonlyMap<string, SparkRows> }
  /** There is no spark-submit on this computer. */
  | { readonly kind: 'no-spark' }
  /** What Spark says. */
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'cancelled' };

export interface SubmitSettings {
  readonly onProgress?: ((done: number, steps: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

const script = fileURLToPath(new URL('run-queries.py', import.meta.url));

/** Runs a job with `spark-submit`; the driver stays on this computer, and nothing is left behind. */
export async function submitJob(
  job: SparkJob,
  place: SparkPlace,
  settings: SubmitSettings = {},
): Promise<Submitted> {
  const spark = findSpark(process.env);
  if (!spark) return { kind: 'no-spark' };
  const folder = await mkdtemp(join(tmpdir(), 'tiaoli-spark-'));
  try {
    const files = new Map(
      job.steps.flatMap(({ rows }, at) =>
        rows === undefined ? [] : [[rows, join(folder, `${at}.rows`)] as const],
      ),
    );
    const path = join(folder, 'job.json');
    await writeFile(path, JSON.stringify(told(job, place, files)));
    const args = argumentsOf(job, place, folder, path);
    const ended = await runDriver(spark.program, { args, folder }, settings);
    if (ended.kind !== 'done') return ended;
    const rows = new Map<string, SparkRows>();
    for (const [name, file] of files) rows.set(name, await readRows(file));
    return { kind: 'done', rows };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The job as `run-queries.py` reads it. */
function told(job: SparkJob, place: SparkPlace, files: ReadonlyMap<string, string>) {
  const { name, tables, steps } = job;
  return {
    ...{ name, tables, settings: settingsOf(job, place), parent: process.pid },
    hive: tables.some((table) => 'table' in table),
    steps: steps.map(({ sql, view, keep = false, rows }: SparkStep) => ({
      ...{ sql, keep },
      ...(view !== undefined && { view }),
      ...(rows !== undefined && { rows: files.get(rows) }),
    })),
  };
}

/** Settings of the processes themselves count only where they are told before these start. */
function argumentsOf(job: SparkJob, place: SparkPlace, folder: string, path: string) {
  const isLocal = place.master.startsWith('local');
  const own = {
    ...settingsOf(job, place),
    ...(isLocal && { 'spark.local.dir': folder, 'spark.sql.warehouse.dir': join(folder, 'empty') }),
  };
  const settings = Object.entries(own).flatMap(([key, value]) => ['--conf', `${key}=${value}`]);
  return ['--master', place.master, '--deploy-mode', 'client', ...settings, script, path];
}

type Ended = Exclude<Submitted, { kind: 'no-spark' | 'done' }> | { readonly kind: 'done' };

/** How much of what Spark says last is kept, to be told when it ends without a word of ours. */
const LAST_LINES = 40;

function runDriver(
  program: string,
  { args, folder }: { readonly args: readonly string[]; readonly folder: string },
  { onProgress, signal }: SubmitSettings,
): Promise<Ended> {
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve({ kind: 'cancelled' });
      return;
    }
    // A group of its own: spark-submit is a script that starts Java, which starts Python.
    const child = spawn(program, args, {
      cwd: folder,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const last: string[] = [];
    let outcome: Ended | undefined;
    const listen = (line: string): void => {
      const message = messageIn(line);
      if (message?.kind === 'progress') onProgress?.(message.done, message.of);
      if (message?.kind === 'done') outcome = { kind: 'done' };
      if (message?.kind === 'failed') outcome = { kind: 'failed', reason: message.reason };
    };
    createInterface({ input: child.stdout }).on('line', listen);
    createInterface({ input: child.stderr }).on('line', (line) => {
      last.push(line);
      if (last.length > LAST_LINES) last.shift();
    });
    const kill = (): void => killGroup(child);
    const cancel = (): void => {
      outcome = { kind: 'cancelled' };
      kill();
    };
    process.once('exit', kill);
    signal?.addEventListener('abort', cancel, { once: true });
    const settle = (how: string): void => {
      process.off('exit', kill);
      signal?.removeEventListener('abort', cancel);
      resolve(outcome ?? { kind: 'failed', reason: `${how}\n${last.join('\n')}` });
    };
    child.once('error', (error) => settle(error.message));
    // Not `exit`: the last lines come after it.
    child.once('close', (code, by) => settle(`spark-submit: ${by ?? code}`));
  });
}

type Message =
  | { readonly kind: 'started' | 'done' }
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'failed'; readonly reason: string };

/** What the script says among the lines of Spark. */
function messageIn(line: string): Message | undefined {
  return line.startsWith('tiaoli ')
    ? (JSON.parse(line.slice('tiaoli '.length)) as Message)
    : undefined;
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

async function readRows(file: string): Promise<SparkRows> {
  const text = await readFile(file, 'utf8');
  const [columns = '[]', ...rows] = text.split('\n').filter((line) => line !== '');
  return {
    columns: JSON.parse(columns) as SparkRows['columns'],
    rows: rows.map((line) => JSON.parse(line) as SparkRow),
  };
}
