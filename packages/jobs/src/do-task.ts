import type { JobProgress } from '@tiaoli/workspace';
import { examineProposed } from '@tiaoli/workspace';
import type { GateTask, JobTask, TaskEnd } from './child-messages.ts';

export type OnProgress = (progress: JobProgress) => void;

/** Does a task, and tells how far it is. What runs rules over people is large: it is loaded where it is asked for. */
export async function doTask(task: JobTask, onProgress: OnProgress): Promise<TaskEnd> {
  switch (task.kind) {
    case 'gate':
      return examine(task, onProgress);
    case 'dataset':
      return (await import('./datasets/find-people.ts')).findPeople(task, onProgress);
    case 'simulation':
      return (await import('./simulations/run-simulation.ts')).runSimulation(task, onProgress);
    case 'comparison':
      return (await import('./comparisons/compare-texts.ts')).compareTexts(task, onProgress);
  }
}

async function examine(
  { proposed, populations }: GateTask,
  onProgress: OnProgress,
): Promise<TaskEnd> {
  const measure =
    populations === undefined
      ? undefined
      : (await import('./impact/measure-impact.ts')).impactMeasurer(populations);
  return { kind: 'examined', examined: await examineProposed(proposed, onProgress, measure) };
}
