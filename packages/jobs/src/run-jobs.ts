import { setTimeout as wait } from 'node:timers/promises';
import type { ClaimedJob, JobKind, PolicyStore } from '@tiaoli/workspace';
import { forgetDatasets } from './datasets/forget-datasets.ts';
import { unlessBroken } from './unless-broken.ts';
import { workOn } from './work-on-job.ts';

export interface RunnerOptions {
  readonly store: PolicyStore;
  /** The folder of populations, as an absolute path; need not be there. Without it the gate measures no impact. */
  readonly populations?: string;
  /** Told of what keeps the runner from its work, which goes on. */
  readonly onProblem: (problem: string) => void;
  /** Told when a process begins on a job, without a step, and of each step as it is told. */
  readonly onStep?: (job: ClaimedJob, pid: number | undefined, step?: string) => void;
  /** For so long a job is kept without a word; 30 unless told otherwise. */
  readonly leaseSeconds?: number;
  /** How often jobs are asked for, and how often it is told how far one is; 1000 unless told otherwise. */
  readonly paceMillis?: number;
  /** After so long a job is ended, and says so; unless told otherwise `mostMinutes` of its kind. */
  readonly mostMillis?: number;
}

export interface JobRunner {
  /** Ends what runs; it is begun again by whoever opens a runner next. */
  close(): Promise<void>;
}

/** What this program knows how to do; the rest needs a folder of populations. */
const knownKinds: readonly JobKind[] = ['gate', 'comparison'];
const kindsOfPeople: readonly JobKind[] = ['dataset', 'simulation'];

/** Jobs are kept for so many days after their end. */
const DAYS_KEPT = 90;
const HOUR_MILLIS = 3_600_000;

/**
 * Works on the jobs of a store, of each kind one at a time, each in a process of its own. Several servers may do so over
 * one store.
 */
export function openJobRunner(options: RunnerOptions): JobRunner {
  const closing = new AbortController();
  const { signal } = closing;
  const kinds = [...knownKinds, ...(options.populations === undefined ? [] : kindsOfPeople)];
  const lanes = [...kinds.map((kind) => lane(options, kind, signal)), tidy(options, signal)];
  return {
    async close() {
      closing.abort();
      await Promise.all(lanes);
    },
  };
}

async function lane(options: RunnerOptions, kind: JobKind, signal: AbortSignal): Promise<void> {
  const { store, onProblem, leaseSeconds = 30, paceMillis = 1000 } = options;
  while (!signal.aborted) {
    const claimed = await unlessBroken(store.jobs.claim([kind], leaseSeconds), onProblem);
    if (claimed?.kind === 'refused') onProblem(claimed.diagnostics[0]?.message.en ?? 'no store');
    const job = claimed?.kind === 'done' ? claimed.value : undefined;
    // Of a job that breaks the lease ends: it is begun once more, and then it has failed. The server and other jobs go on.
    if (job) {
      await unlessBroken(workOn(job, { ...options, leaseSeconds, paceMillis, signal }), onProblem);
    } else await wait(paceMillis, undefined, { signal }).catch(() => undefined);
  }
}

/** Forgets what is over for long, cases whose time is over, and files of datasets that are deleted. */
async function tidy(
  { store, populations, onProblem }: RunnerOptions,
  signal: AbortSignal,
): Promise<void> {
  const tasks = [
    () => store.jobs.forget(DAYS_KEPT),
    store.forgetCases,
    ...(populations === undefined ? [] : [() => forgetDatasets(store, populations)]),
  ];
  while (!signal.aborted) {
    for (const forget of tasks) {
      const outcome = await unlessBroken(forget(), onProblem);
      if (outcome?.kind === 'refused') onProblem(outcome.diagnostics[0]?.message.en ?? 'no store');
    }
    await wait(HOUR_MILLIS, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
