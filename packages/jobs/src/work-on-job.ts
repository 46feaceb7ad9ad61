import { fileSpan } from '@tiaoli/base';
import type { ClaimedJob, JobEnd, JobKind, JobProgress } from '@tiaoli/workspace';
import { report } from '@tiaoli/workspace';
import type { TaskEnd } from './child-messages.ts';
import type { PreparedTask } from './prepare-task.ts';
import { prepareTask } from './prepare-task.ts';
import type { RunnerOptions } from './run-jobs.ts';
import { startChild } from './start-child.ts';
import { textOf } from './text-of.ts';
import { unlessBroken } from './unless-broken.ts';

type Working = Required<Pick<RunnerOptions, 'leaseSeconds' | 'paceMillis'>> &
  RunnerOptions & {
    /** The server stops. */
    readonly signal: AbortSignal;
  };

/** Works on a job until it is over in one way or another; nothing of it is kept but with its end. */
export async function workOn(job: ClaimedJob, working: Working): Promise<void> {
  const { store, onProblem } = working;
  const end = await endOf(job, working);
  if (end === undefined) return;
  const told = await store.jobs.end(job, end);
  if (told.kind === 'refused') onProblem(textOf(told.diagnostics).en);
}

/** How it ends; undefined where it is done. */
async function endOf(job: ClaimedJob, working: Working): Promise<JobEnd | undefined> {
  const prepared = await prepareTask(working, job);
  if (prepared.kind === 'refused') {
    return { kind: 'failed', problem: textOf(prepared.diagnostics) };
  }
  const end = await runInChild(job, prepared.value, working);
  const over = await overBy(job, prepared.value, end, working);
  const isOver = over?.kind === 'failed' || over?.kind === 'cancelled';
  if (isOver)
    await unlessBroken(prepared.value.discard?.() ?? Promise.resolve(), working.onProblem);
  return over;
}

async function overBy(
  job: ClaimedJob,
  prepared: PreparedTask,
  end: ChildEnd,
  working: Working,
): Promise<JobEnd | undefined> {
  switch (end.kind) {
    case 'crashed':
    case 'cancelled':
    case 'given-back':
      return end;
    case 'refused':
      return { kind: 'failed', problem: end.problem };
    default:
      return keep(job, prepared, end, working);
  }
}

async function keep(
  job: ClaimedJob,
  prepared: PreparedTask,
  end: Exclude<TaskEnd, { kind: 'refused' }>,
  { store }: Working,
): Promise<JobEnd | undefined> {
  const kept = await store.transaction(job.askerId, 'serializable', async (records) => {
    const result = JSON.stringify(await prepared.keep(records, end));
    return { kind: 'done', value: await records.jobs.finish(job, result) };
  });
  if (kept.kind === 'done') return undefined;
  // Cancelled meanwhile; of a job that is somebody else's by now nothing is ended by this.
  if (kept.diagnostics.some(({ code }) => code === 'job-not-mine')) return { kind: 'cancelled' };
  return { kind: 'failed', problem: textOf(kept.diagnostics) };
}

type ChildEnd = TaskEnd | Exclude<JobEnd, { kind: 'failed' }>;

async function runInChild(
  job: ClaimedJob,
  { task }: PreparedTask,
  working: Working,
): Promise<ChildEnd> {
  let progress: JobProgress = { done: 0, total: 0 };
  const child = startChild(task, (told) => {
    progress = told;
    working.onStep?.(job, child.pid, told.step);
  });
  working.onStep?.(job, child.pid);
  const over = new AbortController();
  const interrupted = watch(job, () => progress, working, over.signal);
  const late = endAfter(working.mostMillis ?? mostMinutes[job.kind] * 60_000, over.signal);
  const end = await Promise.race([child.ended, interrupted, late]);
  over.abort();
  // One that told its end goes by itself; whatever still runs is ended.
  await child.kill();
  return end ?? { kind: 'crashed' };
}

/** A job of this kind is ended after so long. */
const mostMinutes: Readonly<Record<JobKind, number>> = {
  gate: 60,
  dataset: 180,
  simulation: 120,
  comparison: 60,
};

/** What keeps the others waiting for too long is ended, and says so. */
function endAfter(millis: number, over: AbortSignal): Promise<ChildEnd> {
  return new Promise((done) => {
    const timer = setTimeout(() => {
      const minutes = Math.ceil(millis / 60_000);
      const problem = textOf([report('job-too-long', { minutes }, fileSpan('job'))]);
      done({ kind: 'refused', problem });
    }, millis);
    over.addEventListener('abort', () => clearTimeout(timer));
  });
}

/** Keeps the lease, tells how far it is, and hears that it is to end. */
function watch(
  job: ClaimedJob,
  progress: () => JobProgress,
  { store, onProblem, leaseSeconds, paceMillis, signal }: Working,
  over: AbortSignal,
): Promise<ChildEnd> {
  return new Promise((done) => {
    let isAsking = false;
    const timer = setInterval(async () => {
      // A store that answers late is not asked twice at once.
      if (isAsking) return;
      isAsking = true;
      const asked = store.jobs.renew(job, progress(), leaseSeconds);
      const renewed = await unlessBroken(asked, onProblem);
      isAsking = false;
      // Where the store cannot be reached the lease may end: then what comes of it is not kept.
      if (renewed?.kind === 'done' && renewed.value === 'stop') done({ kind: 'cancelled' });
    }, paceMillis);
    const stopped = (): void => done({ kind: 'given-back' });
    if (signal.aborted) stopped();
    signal.addEventListener('abort', stopped);
    over.addEventListener('abort', () => {
      clearInterval(timer);
      signal.removeEventListener('abort', stopped);
    });
  });
}
