import { availableParallelism } from 'node:os';
import type { ChildPool } from '../columnar/child-pool.ts';
import type { Child, JobLimits, Outcome } from '../columnar/children.ts';
import { childrenThatFit } from '../columnar/children.ts';
import type { Manifest } from '../table/manifest.ts';
import type { BucketAnswer } from './run-bucket.ts';
import type { BucketFiles, RunPlan } from './run-plan.ts';

/** A bucket takes a second or two; one that takes this long hangs. */
const SECONDS_PER_BUCKET = 600;

export interface BucketRun {
  readonly plan: RunPlan;
  /** A child that is taken already; others are taken beside it. */
  readonly child: Child;
  readonly pool: ChildPool;
  readonly files: readonly BucketFiles[];
  /** Numbers of the buckets that are still to do. */
  readonly buckets: readonly number[];
  /** Processes at once; as many as fit when absent. */
  readonly workers?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called in the order in which buckets are done. */
  readonly onAnswer: (bucket: number, answer: BucketAnswer) => Promise<'go-on' | 'stop'>;
}

export type Failure = Exclude<Outcome<never>, { kind: 'answer' }>;

/** Runs all buckets, each in the next process that is free; gives the first failure, after which nothing is begun. */
export async function runBuckets(run: BucketRun): Promise<Failure | undefined> {
  const wanted = Math.min(
    run.workers ?? childrenThatFit(availableParallelism()),
    run.buckets.length,
  );
  const more = Array.from({ length: Math.max(0, wanted - 1) }, () => run.pool.take());
  const children = wanted > 0 ? [run.child, ...more] : [];
  const state: State = { run, next: 0 };
  try {
    await Promise.all(children.map((child) => work(child, state)));
  } finally {
    for (const child of more) run.pool.giveBack(child);
  }
  return state.failure;
}

interface State {
  readonly run: BucketRun;
  next: number;
  failure?: Failure;
  isStopped?: true;
}

async function work(child: Child, state: State): Promise<void> {
  const { plan, files, buckets, signal, onAnswer } = state.run;
  const limits: JobLimits = { seconds: SECONDS_PER_BUCKET, signal };
  const opened = await child.ask({ kind: 'open-run', plan }, limits);
  if (opened.kind !== 'answer') state.failure ??= opened;
  while (state.next < buckets.length && !state.failure && !state.isStopped) {
    const bucket = buckets[state.next] ?? 0;
    state.next += 1;
    const own = files[bucket];
    if (!own) throw new Error(`no files of bucket ${bucket}`);
    const outcome = await child.ask({ kind: 'run-bucket', files: own }, limits);
    if (outcome.kind !== 'answer') state.failure ??= outcome;
    else if ((await onAnswer(bucket, outcome.answer)) === 'stop') state.isStopped = true;
  }
}

/** The two files of each bucket. */
export function filesByBucket({ files, buckets }: Manifest): readonly BucketFiles[] {
  return Array.from({ length: buckets }, (_, bucket) => {
    const own = files.filter((file) => file.bucket === bucket);
    const [persons, claims] = [
      own.find(({ table }) => table === 'persons'),
      own.find(({ table }) => table === 'claims'),
    ];
    if (!persons || !claims) throw new Error(`bucket ${bucket} has no files`);
    return { persons, claims };
  });
}
