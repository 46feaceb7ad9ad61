import { createHash } from 'node:crypto';
import type { Behaviour, Progress } from '@tiaoli/diff';
import type { BoundSides } from '@tiaoli/workspace';

/** What a thread is told. */
export type ComparisonTask = Pick<BoundSides, 'before' | 'after'>;

/** What a thread answers. */
export type ComparisonReport =
  | ({ readonly kind: 'progress' } & Progress)
  | { readonly kind: 'done'; readonly behaviour: Behaviour }
  | { readonly kind: 'failed' };

/** A thread at work; nothing is told after `end`. */
export interface ComparisonThread {
  end(): Promise<void>;
}

export type StartThread = (
  task: ComparisonTask,
  report: (told: ComparisonReport) => void,
) => ComparisonThread;

export type ComparisonState =
  /** So many are before it. */
  | { readonly kind: 'waiting'; readonly ahead: number }
  | { readonly kind: 'running'; readonly progress: Progress | undefined }
  | { readonly kind: 'failed' }
  | { readonly kind: 'done'; readonly behaviour: Behaviour };

/** Comparisons that take seconds to minutes, each in a thread of its own, known by what they compare. */
export interface ComparisonJobs {
  /** Begins a comparison, or joins the one of the same two programs; undefined where too many wait. */
  begin(sides: BoundSides): string | undefined;
  /** Undefined of one that was never begun, was stopped, or is forgotten. */
  look(id: string): { readonly sides: BoundSides; readonly state: ComparisonState } | undefined;
  /** Ends a comparison that waits or runs; one that is done stays. */
  stop(id: string): void;
  /** Ends all. */
  close(): Promise<void>;
}

interface Job {
  readonly id: string;
  readonly sides: BoundSides;
  state: ComparisonState;
  thread?: ComparisonThread;
  lookedAt: number;
}

export interface JobLimits {
  /** Threads at a time. */
  readonly running: number;
  /** That wait for one. */
  readonly waiting: number;
  /** Results that are kept. */
  readonly kept: number;
  /** A comparison that nobody asked about for so many milliseconds makes room for another. */
  readonly patience: number;
}

/** @param now  milliseconds of a clock that never goes back */
export function openComparisonJobs(
  start: StartThread,
  limits: JobLimits,
  now: () => number = () => performance.now(),
): ComparisonJobs {
  const jobs = new Map<string, Job>();
  const ofKind = (kind: ComparisonState['kind']): readonly Job[] =>
    [...jobs.values()].filter(({ state }) => state.kind === kind);

  const end = (job: Job): void => {
    jobs.delete(job.id);
    void job.thread?.end();
  };
  const settle = (job: Job, state: ComparisonState): void => {
    job.state = state;
    void job.thread?.end();
    const settled = [...ofKind('done'), ...ofKind('failed')];
    const oldest = settled.toSorted((left, right) => left.lookedAt - right.lookedAt);
    for (const each of oldest.slice(0, settled.length - limits.kept)) jobs.delete(each.id);
    fill();
  };
  const hear = (job: Job, told: ComparisonReport): void => {
    if (jobs.get(job.id) !== job) return;
    if (told.kind !== 'progress') return settle(job, told);
    const { done, of, name } = told;
    job.state = { kind: 'running', progress: { done, of, name } };
  };
  const fill = (): void => {
    const free = limits.running - ofKind('running').length;
    for (const job of ofKind('waiting').slice(0, Math.max(0, free))) {
      job.state = { kind: 'running', progress: undefined };
      job.thread = start(job.sides, (told) => hear(job, told));
    }
    for (const [ahead, job] of ofKind('waiting').entries()) job.state = { kind: 'waiting', ahead };
  };
  const forget = (): void => {
    const late = now() - limits.patience;
    const under = [...ofKind('running'), ...ofKind('waiting')];
    for (const job of under) if (job.lookedAt < late) end(job);
    fill();
  };

  return {
    begin(sides) {
      const id = idOf(sides);
      const known = jobs.get(id);
      if (known && known.state.kind !== 'failed') {
        known.lookedAt = now();
        return id;
      }
      forget();
      if (ofKind('waiting').length >= limits.waiting) return undefined;
      const state: ComparisonState = { kind: 'waiting', ahead: 0 };
      jobs.set(id, { id, sides, state, lookedAt: now() });
      fill();
      return id;
    },
    look(id) {
      const job = jobs.get(id);
      if (!job) return undefined;
      job.lookedAt = now();
      return { sides: job.sides, state: job.state };
    },
    stop(id) {
      const job = jobs.get(id);
      if (!job || job.state.kind === 'done') return;
      end(job);
      fill();
    },
    async close() {
      const threads = [...jobs.values()].map(({ thread }) => thread?.end());
      jobs.clear();
      await Promise.all(threads);
    },
  };
}

/** Over everything that is compared or shown: spans and quoted clauses too. */
function idOf({ before, after, days, old, new: now }: BoundSides): string {
  const text = JSON.stringify([before, after, days, old.file, now.file]);
  return createHash('sha256').update(text).digest('hex');
}
