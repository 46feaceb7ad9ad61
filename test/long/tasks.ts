import { faultTasks } from './fault-tasks.ts';
import type { LongTask } from './long-task.ts';
import { mutantTasks } from './mutant-tasks.ts';
import { programTasks } from './program-tasks.ts';
import { sparkTasks } from './spark-tasks.ts';

/** Every piece of the long run, in the order in which they are begun. */
export async function longTasks(): Promise<readonly LongTask[]> {
  return [...faultTasks(), ...(await mutantTasks()), ...sparkTasks(), ...programTasks()];
}
