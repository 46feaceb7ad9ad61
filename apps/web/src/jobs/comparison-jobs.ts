import { createHash } from 'node:crypto';
import type { Diagnostic } from '@tiaoli/base';
import type { Behaviour, IntentVerdict, Progress } from '@tiaoli/diff';
import type { BoundSides } from '@tiaoli/workspace';

/** What a thread is told. */
export interface ComparisonTask extends Pick<BoundSides, 'before' | 'after'> {
  /** What the later side is meant to change, as a person writes it. */
  readonly intent?: string;
}

/** What came of a comparison. */
export interface ComparedPrograms {
  readonly behaviour: Behaviour;
  /** Where an intent was declared. */
  readonly verdict?: IntentVerdict;
}

/** What a thread answers. */
export type ComparisonReport =
  | ({ readonly kind: 'progress' } & Progress)
  | ({ readonly kind: 'done' } & ComparedPrograms)
  /** The intent cannot be read. */
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }
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
  | Exclude<ComparisonReport, { kind: 'progress' }>;

/** A comparison that is done. */
export interface FinishedComparison extends ComparedPrograms {
  readonly sides: BoundSides;
}

/** Comparisons that take seconds to minutes, each in a thread of its own, known by what they compare. */
export interface ComparisonJobs {
  /** Begins a comparison, or joins the one of the same two programs; undefined where too many wait. */
  begin(sides: BoundSides, intent?: string): string | undefined;
  /** The name that `begin` would give; begins nothing. */
  nameOf(sides: BoundSides, intent?: string): string;
  /** Undefined of one that was never begun, was stopped, or is forgotten. */
  look(id: string): { readonly sides: BoundSides; readonly state: ComparisonState } | undefined;
  /** Undefined of one that is not done. */
  finished(id: string): FinishedComparison | undefined;
  /** Takes away a comparison that waits, runs or failed; one that is done stays. */
  stop(id: string): void;
  /** Ends all. */
  close(): Promise<void>;
}

interface Job {
  readonly id: string;
  readonly sides: BoundSides;
  readonly task: ComparisonTask;
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
  const table: JobTable = { jobs: new Map(), start, limits };
  return {
    begin(sides, intent) {
      const id = idOf(sides, intent);
      const known = table.jobs.get(id);
      if (known) {
        known.lookedAt = now();
        return id;
      }
      forgetBefore(table, now() - limits.patience);
      if (ofKind(table, 'waiting').length >= limits.waiting) return undefined;
      const state: ComparisonState = { kind: 'waiting', ahead: 0 };
      const { before, after } = sides;
      const task = { before, after, ...(intent !== undefined && { intent }) };
      table.jobs.set(id, { id, sides, task, state, lookedAt: now() });
      fillThreads(table);
      return id;
    },
    nameOf: idOf,
    look(id) {
      const job = table.jobs.get(id);
      if (!job) return undefined;
      job.lookedAt = now();
      return { sides: job.sides, state: job.state };
    },
    finished(id) {
      const job = table.jobs.get(id);
      if (job?.state.kind !== 'done') return undefined;
      job.lookedAt = now();
      const { behaviour, verdict } = job.state;
      return { sides: job.sides, behaviour, ...(verdict && { verdict }) };
    },
    stop(id) {
      const job = table.jobs.get(id);
      if (!job || job.state.kind === 'done') return;
      end(table, job);
      fillThreads(table);
    },
    async close() {
      const threads = [...table.jobs.values()].map(({ thread }) => thread?.end());
      table.jobs.clear();
      await Promise.all(threads);
    },
  };
}

/** Every comparison that is known, in the order in which they were begun. */
interface JobTable {
  readonly jobs: Map<string, Job>;
  readonly start: StartThread;
  readonly limits: JobLimits;
}

function ofKind({ jobs }: JobTable, kind: ComparisonState['kind']): readonly Job[] {
  return [...jobs.values()].filter(({ state }) => state.kind === kind);
}

function fillThreads(table: JobTable): void {
  const free = table.limits.running - ofKind(table, 'running').length;
  for (const job of ofKind(table, 'waiting').slice(0, Math.max(0, free))) {
    job.state = { kind: 'running', progress: undefined };
    job.thread = table.start(job.task, (told) => hear(table, job, told));
  }
  for (const [ahead, job] of ofKind(table, 'waiting').entries()) {
    job.state = { kind: 'waiting', ahead };
  }
}

function hear(table: JobTable, job: Job, told: ComparisonReport): void {
  if (table.jobs.get(job.id) !== job) return;
  if (told.kind === 'progress') {
    const { done, of, name } = told;
    job.state = { kind: 'running', progress: { done, of, name } };
    return;
  }
  job.state = told;
  void job.thread?.end();
  const settled = (['done', 'failed', 'refused'] as const).flatMap((kind) => ofKind(table, kind));
  const oldest = settled.toSorted((left, right) => left.lookedAt - right.lookedAt);
  const most = settled.length - table.limits.kept;
  for (const each of oldest.slice(0, Math.max(0, most))) table.jobs.delete(each.id);
  fillThreads(table);
}

/** Ends what nobody looked at since. */
function forgetBefore(table: JobTable, time: number): void {
  const under = [...ofKind(table, 'running'), ...ofKind(table, 'waiting')];
  for (const job of under) if (job.lookedAt < time) end(table, job);
  fillThreads(table);
}

function end(table: JobTable, job: Job): void {
  table.jobs.delete(job.id);
  void job.thread?.end();
}

/** Over everything that is compared or shown: spans and quoted clauses too. Examples are neither. */
function idOf({ before, after, days, old, new: now }: BoundSides, intent: string = ''): string {
  const programs = [before, after].map(withoutExamples);
  const text = JSON.stringify([programs, days, old.file, now.file, intent]);
  return createHash('sha256').update(text).digest('hex');
}

function withoutExamples(program: BoundSides['before']): BoundSides['before'] {
  return {
    ...program,
    declarations: program.declarations.filter(({ kind }) => kind !== 'example'),
  };
}
