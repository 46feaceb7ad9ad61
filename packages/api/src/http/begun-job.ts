import type { Job, Outcome } from '@tiaoli/workspace';
import type { Context } from 'hono';
import { jsonAnswer } from './answers.ts';
import type { ApiEnvironment } from './api-environment.ts';
import { jobJson, jobSchema } from './job-schemas.ts';
import { doneOrProblem } from './refused.ts';

/** What a route declares that begins a job. */
export const begun = { 202: jsonAnswer(jobSchema, 'The job; its address is Location') };

/** Answers with a job, and where it is found. */
export function begunJob(context: Context<ApiEnvironment>, outcome: Outcome<Job>) {
  const job = doneOrProblem(outcome);
  const location = `/api/v1/jobs/${job.id}`;
  return context.json(jobJson(job, context.get('language')), 202, { location });
}
