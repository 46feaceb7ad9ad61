export type { JobRunner, RunnerOptions } from './run-jobs.ts';
export { openJobRunner } from './run-jobs.ts';
