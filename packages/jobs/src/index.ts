export { removePeople } from './datasets/dataset-folders.ts';
export type { JobRunner, RunnerOptions } from './run-jobs.ts';
export { openJobRunner } from './run-jobs.ts';
