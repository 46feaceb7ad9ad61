import type { JobProgress } from '@tiaoli/workspace';
import { examineProposed } from '@tiaoli/workspace';
import type { JobTask, TaskEnd } from './child-messages.ts';

/** Does a task, and tells how far it is. */
export async function doTask(
  { proposed, populations }: JobTask,
  onProgress: (progress: JobProgress) => void,
): Promise<TaskEnd> {
  // What measures is large: it is loaded where there is something to measure on.
  const measure =
    populations === undefined
      ? undefined
      : (await import('./impact/measure-impact.ts')).impactMeasurer(populations);
  return { kind: 'examined', examined: await examineProposed(proposed, onProgress, measure) };
}
