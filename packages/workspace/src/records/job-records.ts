import type { LocalText } from '@tiaoli/base';
import type { Outcome } from './outcome.ts';

/** `gate`: the checks gate over a proposal; `dataset`: people made or looked through; `simulation`: rules run over a dataset; `comparison`: two texts. */
export const jobKinds = ['gate', 'dataset', 'simulation', 'comparison'] as const;
export type JobKind = (typeof jobKinds)[number];

export const jobStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

/** Work that takes longer than a request. */
export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  /** The office for which it is asked. */
  readonly jurisdictionId: string;
  readonly askerId: string;
  /** Id of what it is about, such as a proposal. */
  readonly subject: string;
  readonly state: JobState;
  /** How far it is, in which step. */
  readonly progress: JobProgress;
  /** How often it was begun. */
  readonly attempts: number;
  /** That it is to end, and has not yet. */
  readonly isStopping: boolean;
  /** JSON, by kind; of a job that is done. */
  readonly result?: string;
  /** SHA-256 of the result. */
  readonly resultHash?: string;
  /** Why nothing came of it. */
  readonly problem?: LocalText;
  /** Grows with each change. */
  readonly revision: number;
  /** By the clock of the database, as are all moments of a job. */
  readonly askedAt: Date;
  readonly begunAt?: Date;
  readonly endedAt?: Date;
  readonly changedAt: Date;
}

export interface JobProgress {
  /** Absent until it is begun. */
  readonly step?: string;
  readonly done: number;
  readonly total: number;
}

/** The office is that of the asker that may ask it of the subject. */
export interface NewJob extends Pick<Job, 'kind' | 'subject'> {
  /** JSON. */
  readonly input: string;
}

/** Jobs of one's own offices. */
export interface JobRecords {
  find(id: string): Promise<Job | undefined>;
  /** Those asked last first, of one subject or of all; at most `mostJobsListed`. */
  list(subject?: string): Promise<readonly Job[]>;
  /** One's own that changed at a moment or later, oldest change first, and those under way in any case. */
  changedSince(moment: Date): Promise<readonly Job[]>;
  /**
   * Where the same was asked by the same office and is under way, that one; of a comparison also one that is done. Refused
   * where too many are under way.
   */
  ask(job: NewJob): Promise<Job>;
  /** One that waits is over at once; one that runs ends soon. One that is over stays as it is. */
  cancel(id: string): Promise<Job>;
  /** Ends a job with what came of it, for whoever works on it: refused where somebody else does, or it was cancelled. */
  finish(claimed: ClaimedJob, result: string): Promise<Job>;
}

/** Jobs of one office that wait or run at once. */
export const mostJobsUnderWay = 20;
export const mostJobsListed = 200;

/** A job that somebody works on, until the lease ends. */
export interface ClaimedJob extends Pick<Job, 'id' | 'kind' | 'askerId' | 'subject' | 'attempts'> {
  readonly claim: string;
  readonly input: string;
}

/** How a job ends of which nothing came. */
export type JobEnd =
  | { readonly kind: 'failed'; readonly problem: LocalText }
  | { readonly kind: 'cancelled' }
  /** The process is gone: it is begun once more, and the second time it failed. */
  | { readonly kind: 'crashed' }
  /** The server stops: as if it had not been begun. */
  | { readonly kind: 'given-back' };

/** The jobs of all offices, for whoever works on them. Leases are of the clock of the database. */
export interface JobQueue {
  /**
   * Takes the job of these kinds that waits longest, which nobody else takes then. Before that, jobs whose lease is over are taken to
   * have crashed. Undefined where none waits.
   */
  claim(kinds: readonly JobKind[], leaseSeconds: number): Promise<Outcome<ClaimedJob | undefined>>;
  /** Keeps the job and tells how far it is; `stop`: it is to end, or it is somebody else's by now. */
  renew(
    claimed: ClaimedJob,
    progress: JobProgress,
    leaseSeconds: number,
  ): Promise<Outcome<'go-on' | 'stop'>>;
  /** Nothing happens where the job is somebody else's by now. */
  end(claimed: ClaimedJob, end: JobEnd): Promise<Outcome<true>>;
  /** Forgets jobs that ended before so many days. */
  forget(days: number): Promise<Outcome<number>>;
}
