import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { freemem } from 'node:os';
import { dirname } from 'node:path';
import type { Answers, ChildJob, ChildReply } from './child-job.ts';

/** What became of a job. */
export type Outcome<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** The job itself says why: a file that is no Parquet, a full disk. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** The child is gone: killed, or out of memory. */
  | { readonly kind: 'ended'; readonly how: string }
  | { readonly kind: 'too-long'; readonly seconds: number }
  | { readonly kind: 'cancelled' };

export interface JobLimits {
  readonly seconds: number;
  readonly signal?: AbortSignal | undefined;
}

const HEAP_MIB = 1024;

/**
 * From which size on V8 collects what is old. A child lives on columns that it lays aside at once: looking for them after
 * each few costs a sixth of its time.
 */
const FIRST_OLD_MIB = 128;
const FIRST_YOUNG_MIB = 16;

/** A process of its own for one job after the other, with limits on memory and time. */
export interface Child {
  readonly ask: <Kind extends ChildJob['kind']>(
    job: Extract<ChildJob, { kind: Kind }>,
    limits: JobLimits,
  ) => Promise<Outcome<Answers[Kind]>>;
  /** Alive, and at nothing. */
  readonly isFree: () => boolean;
  readonly close: () => void;
}

export function openChild(): Child {
  const child = fork(new URL('./child-main.ts', import.meta.url), {
    // A group of its own: what a terminal sends at Ctrl-C is for the parent alone.
    detached: true,
    serialization: 'advanced',
    execArgv: [
      `--max-old-space-size=${HEAP_MIB}`,
      `--initial-old-space-size=${FIRST_OLD_MIB}`,
      `--min-semi-space-size=${FIRST_YOUNG_MIB}`,
      '--disable-warning=ExperimentalWarning',
    ],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ...process.env, ...compileCache() },
  });
  let asked = 0;
  let isSpent = false;
  const isFree = (): boolean => child.connected && asked === 0 && !isSpent;
  return {
    ask: async (job, limits) => {
      asked += 1;
      const outcome = await askOnce(child, job, limits);
      asked -= 1;
      // It is killed, and stays there for a moment.
      isSpent ||= outcome.kind !== 'answer' && outcome.kind !== 'failed';
      return outcome as Outcome<never>;
    },
    isFree,
    close: () => {
      // One that is at nothing ends by itself, and so keeps what it compiled for the next.
      if (isFree()) child.disconnect();
      else child.kill('SIGKILL');
    },
  };
}

/** What this process compiles once and for all, its children need not compile again. */
function compileCache(): { readonly NODE_COMPILE_CACHE?: string } {
  const folder = getCompileCacheDir();
  // The folder of this version of Node, in that which was asked for.
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };
}

function askOnce(
  child: ChildProcess,
  job: ChildJob,
  { seconds, signal }: JobLimits,
): Promise<Outcome<Answers[keyof Answers]>> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome<Answers[keyof Answers]>): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      child.off('message', told).off('exit', ended).off('error', broken);
      if (outcome.kind === 'cancelled' || outcome.kind === 'too-long') child.kill('SIGKILL');
      resolve(outcome);
    };
    const told = (message: unknown): void => settle(message as ChildReply);
    const ended = (code: number | null, by: string | null): void =>
      settle({ kind: 'ended', how: by ?? `exit ${code}` });
    const broken = (error: Error): void => settle({ kind: 'ended', how: error.message });
    const cancel = (): void => settle({ kind: 'cancelled' });
    const timer = setTimeout(() => settle({ kind: 'too-long', seconds }), seconds * 1000);
    child.once('message', told).once('exit', ended).once('error', broken);
    signal?.addEventListener('abort', cancel, { once: true });
    if (signal?.aborted) cancel();
    else if (child.connected) child.send(job);
    else ended(child.exitCode, child.signalCode);
  });
}

/** What one child may take, with its database, its heap and its arrays. */
const CHILD_BYTES = 1.5 * 2 ** 30;

/** How many children fit the processors and the memory there is; at least one. */
export function childrenThatFit(processors: number): number {
  return Math.max(1, Math.min(processors, Math.floor(freemem() / CHILD_BYTES)));
}

/** One job in a child of its own. */
export async function askChild<Kind extends ChildJob['kind']>(
  job: Extract<ChildJob, { kind: Kind }>,
  limits: JobLimits,
): Promise<Outcome<Answers[Kind]>> {
  const child = openChild();
  try {
    return await child.ask(job, limits);
  } finally {
    child.close();
  }
}
