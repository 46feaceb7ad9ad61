import type { LocalText } from '@tiaoli/base';
import type { Examined, JobProgress, Proposed } from '@tiaoli/workspace';

/** What a process is told to do; plain data, since only the server has the store. */
export type JobTask = GateTask;

export interface GateTask {
  readonly kind: 'gate';
  readonly proposed: Proposed;
  /** The folder of populations; without one nothing is measured. */
  readonly populations?: string;
}

/** What came of it. */
export type TaskEnd =
  | { readonly kind: 'examined'; readonly examined: Examined }
  /** It cannot be done: why, and what to do. */
  | { readonly kind: 'refused'; readonly problem: LocalText };

/** What a process tells. */
export type ChildMessage =
  | ({ readonly kind: 'progress' } & JobProgress)
  | { readonly kind: 'ended'; readonly end: TaskEnd };
