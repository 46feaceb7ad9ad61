import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DatabasePlace } from '@tiaoli/store';
import { openStore } from '@tiaoli/store';
import { randomSource } from '../../conformance/random-source.ts';
import type { Cast } from './cast.ts';
import { makeCast } from './cast.ts';
import { lookAtStore } from './look-at-store.ts';
import type { Told } from './writer.ts';
import type { WriterJob } from './writer-program.ts';

export interface FaultRun {
  readonly counts: Readonly<Record<string, number>>;
  /** What was lost, is half, or does not fit its hash. */
  readonly broken: readonly string[];
}

export interface KillOptions {
  readonly rounds: number;
  /** As many programs at once; embedded there is one. */
  readonly writers: number;
  readonly seed: number;
  readonly tell?: (line: string) => void;
}

/** A killed program lived at most so many milliseconds from when it had opened the store. */
const MOST_LIFE = 3_000;

/** Kills programs that write, each round at a moment of its own, and looks after each what is there. */
export async function killWriters(
  place: DatabasePlace,
  { rounds, writers, seed, tell = () => undefined }: KillOptions,
): Promise<FaultRun> {
  const cast = await prepare(place);
  const random = randomSource(seed);
  const told: Told[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const life = random.below(MOST_LIFE);
    const jobs = Array.from({ length: writers }, (_, at): WriterJob => {
      return { place, cast, name: `${seed}.${round}.${at}`, seed: seed * 1000 + round * 10 + at };
    });
    const before = told.length;
    for (const each of await Promise.all(jobs.map((job) => runAndKill(job, life))))
      told.push(...each);
    const broken = await lookAtStore(place, told);
    tell(`seed ${seed}, round ${round}: killed after ${life} ms and ${told.length - before} deeds`);
    if (broken.length > 0) return { counts: countsOf(told, round * writers), broken };
  }
  return { counts: countsOf(told, rounds * writers), broken: [] };
}

export function countsOf(told: readonly Told[], kills: number): FaultRun['counts'] {
  const kinds = Map.groupBy(told, ({ kind }) => kind);
  return { kills, ...Object.fromEntries([...kinds].map(([kind, all]) => [kind, all.length])) };
}

export async function prepare(place: DatabasePlace): Promise<Cast> {
  const opened = await openStore(place);
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.diagnostics));
  return makeCast(opened.value).finally(opened.value.close);
}

/** What the program told until it was killed. */
async function runAndKill(job: WriterJob, life: number): Promise<readonly Told[]> {
  const program = join(import.meta.dirname, 'writer-program.ts');
  const child = spawn(process.execPath, [program, JSON.stringify(job)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const begun = new Promise<void>((resolve) => {
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      if (said.includes('\n')) resolve();
    });
    child.once('close', () => resolve());
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await begun;
  await wait(life);
  if (child.exitCode !== null) throw new Error(`a writer ended by itself: ${said.slice(-500)}`);
  child.kill('SIGKILL');
  await ended;
  // A line that was cut off told nothing.
  return said
    .split('\n')
    .slice(1, -1)
    .map((line): Told => JSON.parse(line));
}
