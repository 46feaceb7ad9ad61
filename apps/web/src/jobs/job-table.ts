/** A thread or a process at work on one job; nothing is told after `end`. */
export interface JobThread {
  end(): Promise<void>;
}

/** What a thread tells while it works, and once when it is through. */
export interface JobEars<Progress, End> {
  readonly progress: (progress: Progress) => void;
  readonly ended: (end: End) => void;
}

export type JobState<Progress, End> =
  /** So many are before it. */
  | { readonly kind: 'waiting'; readonly ahead: number }
  | { readonly kind: 'running'; readonly progress: Progress | undefined }
  | { readonly kind: 'ended'; readonly end: End };

export interface JobLimits {
  /** Threads at a time. */
  readonly running: number;
  /** That wait for one. */
  readonly waiting: number;
  /** Results that are kept. */
  readonly kept: number;
  /** A job that nobody asked about for so many milliseconds makes room for another. */
  readonly patience: number;
}

export interface JobKind<Task, Progress, End> {
  readonly start: (task: Task, ears: JobEars<Progress, End>) => JobThread;
  /** Whether an end stays when the job is taken away. */
  readonly isResult: (end: End) => boolean;
  readonly limits: JobLimits;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/** Jobs that take seconds to minutes, each known by a name that says what it works on. */
export interface JobTable<Task, Progress, End> {
  /** Begins a job, or joins the one of the same name; false where too many wait. */
  begin(id: string, task: Task): boolean;
  /** Undefined of one that was never begun, was taken away, or is forgotten. */
  look(id: string): { readonly task: Task; readonly state: JobState<Progress, End> } | undefined;
  /** The jobs that wait or run, in the order in which they were begun; nobody is taken to have looked at them. */
  underWay(): readonly { readonly id: string; readonly task: Task }[];
  /** Takes away a job that waits, runs or came to nothing; a result stays. */
  stop(id: string): void;
  /** Ends all. */
  close(): Promise<void>;
}

interface Job<Task, Progress, End> {
  readonly id: string;
  readonly task: Task;
  state: JobState<Progress, End>;
  thread?: JobThread;
  lookedAt: number;
}

/** Every job that is known, in the order in which they were begun. */
interface Table<Task, Progress, End> extends JobKind<Task, Progress, End> {
  readonly jobs: Map<string, Job<Task, Progress, End>>;
}

export function openJobTable<Task, Progress, End>(
  kind: JobKind<Task, Progress, End>,
): JobTable<Task, Progress, End> {
  const table: Table<Task, Progress, End> = { ...kind, jobs: new Map() };
  const { limits, now, jobs } = table;
  return {
    begin(id, task) {
      const known = jobs.get(id);
      if (known) {
        known.lookedAt = now();
        return true;
      }
      forgetBefore(table, now() - limits.patience);
      if (ofKind(table, 'waiting').length >= limits.waiting) return false;
      jobs.set(id, { id, task, state: { kind: 'waiting', ahead: 0 }, lookedAt: now() });
      fillThreads(table);
      return true;
    },
    look(id) {
      const job = jobs.get(id);
      if (!job) return undefined;
      job.lookedAt = now();
      return { task: job.task, state: job.state };
    },
    underWay: () =>
      [...jobs.values()].flatMap(({ id, task, state }) =>
        state.kind === 'ended' ? [] : [{ id, task }],
      ),
    stop(id) {
      const job = jobs.get(id);
      if (!job || (job.state.kind === 'ended' && kind.isResult(job.state.end))) return;
      end(table, job);
      fillThreads(table);
    },
    async close() {
      const threads = [...jobs.values()].map(({ thread }) => thread?.end());
      jobs.clear();
      await Promise.all(threads);
    },
  };
}

function ofKind<Task, Progress, End>(
  { jobs }: Table<Task, Progress, End>,
  kind: JobState<Progress, End>['kind'],
): readonly Job<Task, Progress, End>[] {
  return [...jobs.values()].filter(({ state }) => state.kind === kind);
}

function fillThreads<Task, Progress, End>(table: Table<Task, Progress, End>): void {
  const free = table.limits.running - ofKind(table, 'running').length;
  for (const job of ofKind(table, 'waiting').slice(0, Math.max(0, free))) {
    job.state = { kind: 'running', progress: undefined };
    job.thread = table.start(job.task, earsOf(table, job));
  }
  for (const [ahead, job] of ofKind(table, 'waiting').entries()) {
    job.state = { kind: 'waiting', ahead };
  }
}

/** Nothing is heard of a job that was taken away. */
function earsOf<Task, Progress, End>(
  table: Table<Task, Progress, End>,
  job: Job<Task, Progress, End>,
): JobEars<Progress, End> {
  const isKnown = (): boolean => table.jobs.get(job.id) === job;
  return {
    progress(progress) {
      if (isKnown()) job.state = { kind: 'running', progress };
    },
    ended(end) {
      if (!isKnown()) return;
      job.state = { kind: 'ended', end };
      void job.thread?.end();
      forgetOldest(table);
      fillThreads(table);
    },
  };
}

function forgetOldest<Task, Progress, End>(table: Table<Task, Progress, End>): void {
  const ended = ofKind(table, 'ended');
  const oldest = ended.toSorted((left, right) => left.lookedAt - right.lookedAt);
  const most = Math.max(0, ended.length - table.limits.kept);
  for (const each of oldest.slice(0, most)) table.jobs.delete(each.id);
}

/** Ends what nobody looked at since. */
function forgetBefore<Task, Progress, End>(table: Table<Task, Progress, End>, time: number): void {
  const under = [...ofKind(table, 'running'), ...ofKind(table, 'waiting')];
  for (const job of under) if (job.lookedAt < time) end(table, job);
  fillThreads(table);
}

function end<Task, Progress, End>(
  table: Table<Task, Progress, End>,
  job: Job<Task, Progress, End>,
): void {
  table.jobs.delete(job.id);
  void job.thread?.end();
}
