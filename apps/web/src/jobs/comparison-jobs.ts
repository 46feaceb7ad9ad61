import { createHash } from 'node:crypto';
import type { Diagnostic } from '@tiaoli/base';
import type { Behaviour, IntentVerdict, Progress } from '@tiaoli/diff';
import type { BoundSides } from '@tiaoli/workspace';
import type { JobLimits, JobState, JobThread } from './job-table.ts';
import { openJobTable } from './job-table.ts';

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

export type StartThread = (
  task: ComparisonTask,
  report: (told: ComparisonReport) => void,
) => JobThread;

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

type ComparisonEnd = Exclude<ComparisonReport, { kind: 'progress' }>;

/** A comparison as it is kept: what it is shown with, and what its thread is told. */
interface KeptComparison {
  readonly sides: BoundSides;
  readonly task: ComparisonTask;
}

/** @param now  milliseconds of a clock that never goes back */
export function openComparisonJobs(
  start: StartThread,
  limits: JobLimits,
  now: () => number = () => performance.now(),
): ComparisonJobs {
  const table = openJobTable<KeptComparison, Progress, ComparisonEnd>({
    start: ({ task }, { progress, ended }) =>
      start(task, (told) => {
        if (told.kind !== 'progress') return ended(told);
        const { done, of, name } = told;
        progress({ done, of, name });
      }),
    isResult: ({ kind }) => kind === 'done',
    ...{ limits, now },
  });
  return {
    begin(sides, intent) {
      const id = idOf(sides, intent);
      const { before, after } = sides;
      const task = { before, after, ...(intent !== undefined && { intent }) };
      return table.begin(id, { sides, task }) ? id : undefined;
    },
    nameOf: idOf,
    look(id) {
      const job = table.look(id);
      return job && { sides: job.task.sides, state: shownState(job.state) };
    },
    finished(id) {
      const job = table.look(id);
      if (job?.state.kind !== 'ended' || job.state.end.kind !== 'done') return undefined;
      const { behaviour, verdict } = job.state.end;
      return { sides: job.task.sides, behaviour, ...(verdict && { verdict }) };
    },
    stop: table.stop,
    close: table.close,
  };
}

function shownState(state: JobState<Progress, ComparisonEnd>): ComparisonState {
  return state.kind === 'ended' ? state.end : state;
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
