import type { JobProgress } from '@tiaoli/workspace';
import { examineProposed } from '@tiaoli/workspace';
import type { JobTask, TaskEnd } from './child-messages.ts';

/** Does a task, and tells how far it is. */
export async function doTask(
  { proposed }: JobTask,
  onProgress: (progress: JobProgress) => void,
): Promise<TaskEnd> {
  return { kind: 'examined', examined: await examineProposed(proposed, onProgress) };
}
