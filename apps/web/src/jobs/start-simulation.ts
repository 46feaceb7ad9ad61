import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import type { JobEars, JobLimits, JobThread } from './job-table.ts';
import type { SimulationEnd, SimulationProgress, SimulationTask } from './simulation-jobs.ts';

/** What the process tells. */
export type SimulationMessage =
  | ({ readonly kind: 'progress' } & SimulationProgress)
  | { readonly kind: 'ended'; readonly end: SimulationEnd };

/** One at a time: each takes every processor. */
export const simulationLimits: JobLimits = { running: 1, waiting: 10, kept: 12, patience: 60_000 };

/** How long a process that is told to stop may take to clear away what it has begun. */
const STOP_MILLIS = 5000;

/** What a process is told: its task, and where results are kept, so that one is found again after the server began anew. */
export interface SimulationOrder {
  readonly task: SimulationTask;
  readonly cacheFolder: string;
}

/** Begins a process over the program beside: whatever a population makes of it, the pages go on. */
export function startSimulation(
  order: SimulationOrder,
  { progress, ended }: JobEars<SimulationProgress, SimulationEnd>,
): JobThread {
  const child = fork(new URL('./simulation-process.ts', import.meta.url), {
    // A group of its own: what a terminal sends at Ctrl-C is for the server, which ends its jobs.
    detached: true,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  let isOver = false;
  const end = (what: SimulationEnd): void => {
    if (isOver) return;
    isOver = true;
    ended(what);
  };
  child.on('message', (told: SimulationMessage) => {
    if (told.kind === 'ended') end(told.end);
    else if (!isOver) progress({ done: told.done, of: told.of });
  });
  child.on('error', () => end({ kind: 'failed' }));
  child.on('exit', () => end({ kind: 'failed' }));
  child.send(order);
  return threadOf(child, () => {
    isOver = true;
  });
}

function threadOf(child: ChildProcess, hush: () => void): JobThread {
  return {
    async end() {
      hush();
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise<void>((done) => child.once('exit', () => done()));
      if (child.connected) child.disconnect();
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_MILLIS);
      await gone;
      clearTimeout(late);
    },
  };
}
