import { createHash } from 'node:crypto';
import type { LocalText } from '@tiaoli/base';
import type { GenerateRequest, SimulationResult, StudyRequest } from '@tiaoli/simulation';
import { askedTexts } from '@tiaoli/simulation';
import type { JobEars, JobLimits, JobState, JobThread } from './job-table.ts';
import { openJobTable } from './job-table.ts';
import type { Effort } from './run-pace.ts';

/** A population to be made; plain data. */
export interface MakeTask
  extends Omit<GenerateRequest, 'workers' | 'onProgress' | 'signal' | 'peoplePerBucket'> {
  readonly kind: 'make';
  /** Of the population among those of the server. */
  readonly name: string;
}

/** People to be run under two versions; plain data. */
export interface RunTask {
  readonly kind: 'run';
  readonly request: StudyRequest;
  /** How much there is to do, at most. */
  readonly effort: Effort;
  /** Root hash of the population. */
  readonly root: string;
  /** Where the rules stand, and the days on which they are run: the baseline first. */
  readonly sides: readonly [RunSide, RunSide];
}

export interface RunSide {
  readonly document: string;
  readonly file: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
}

export type SimulationTask = MakeTask | RunTask;

/** What decides the name of a job. */
export type NamedTask = MakeTask | NamedRun;
export type NamedRun = Omit<RunTask, 'effort'>;

export interface SimulationProgress {
  readonly done: number;
  readonly of: number;
}

/** What came of a job. */
export type SimulationEnd =
  | { readonly kind: 'made' }
  | { readonly kind: 'done'; readonly result: SimulationResult; readonly isKept?: boolean }
  /** The population, the rules or the disk are not as they have to be: what, and what to do. */
  | { readonly kind: 'refused'; readonly reasons: readonly LocalText[] }
  /** A defect of ours, or the process is gone. */
  | { readonly kind: 'failed' };

export type StartSimulation = (
  task: SimulationTask,
  ears: JobEars<SimulationProgress, SimulationEnd>,
) => JobThread;

/** Populations that are made and run, each in a process of its own, known by what decides what comes of it. */
export interface SimulationJobs {
  /** Begins a job, or joins the one of the same; undefined where too many wait. */
  begin(task: SimulationTask): string | undefined;
  /** The name that `begin` would give; begins nothing. */
  nameOf(task: NamedTask): string;
  /** Undefined of one that was never begun, was stopped, or is forgotten. */
  look(id: string):
    | {
        readonly task: SimulationTask;
        readonly state: JobState<SimulationProgress, SimulationEnd>;
      }
    | undefined;
  /** Populations that are being made, or wait for it. */
  making(): readonly { readonly id: string; readonly task: MakeTask }[];
  stop(id: string): void;
  close(): Promise<void>;
}

/** @param now  milliseconds of a clock that never goes back */
export function openSimulationJobs(
  start: StartSimulation,
  limits: JobLimits,
  now: () => number = () => performance.now(),
): SimulationJobs {
  const table = openJobTable<SimulationTask, SimulationProgress, SimulationEnd>({
    ...{ start, limits, now },
    isResult: ({ kind }) => kind === 'done',
  });
  return {
    begin(task) {
      const id = nameOf(task);
      // Who asks again for what came to nothing wants it tried again; a population may have been taken away since.
      if (table.look(id)?.state.kind === 'ended') table.stop(id);
      return table.begin(id, task) ? id : undefined;
    },
    nameOf,
    look: table.look,
    making: () =>
      table.underWay().flatMap(({ id, task }) => (task.kind === 'make' ? [{ id, task }] : [])),
    stop: table.stop,
    close: table.close,
  };
}

function nameOf(task: NamedTask): string {
  const text = JSON.stringify(task.kind === 'make' ? makeParts(task) : runParts(task));
  return createHash('sha256').update(text).digest('hex');
}

function makeParts({
  name,
  preset,
  province,
  seed,
  meaningHash,
  on,
}: MakeTask): readonly unknown[] {
  return ['make', name, preset, province, seed, meaningHash, on];
}

/** Rules by what they are, with the clauses that are quoted; examples are none of it. */
function runParts({ root, request, sides }: NamedRun): readonly unknown[] {
  const { baseline, reforms, before = [], coverage, whatIf = {} } = request;
  const programs = [baseline, ...reforms].map(({ program }) => ({
    ...program,
    declarations: program.declarations.filter(({ kind }) => kind !== 'example'),
  }));
  return [
    'run',
    root,
    programs,
    before.map(({ meaningHash }) => meaningHash),
    coverage,
    sides,
    askedTexts(whatIf),
  ];
}
