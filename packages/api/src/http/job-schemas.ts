import { z } from '@hono/zod-openapi';
import type { TextLanguage } from '@tiaoli/base';
import type { Job } from '@tiaoli/workspace';
import { jobKinds, jobStates } from '@tiaoli/workspace';

export const jobSchema = z
  .object({
    id: z.string(),
    kind: z.enum(jobKinds),
    jurisdictionId: z.string().openapi({ description: 'The office for which it is asked.' }),
    askerId: z.string(),
    subject: z.string().openapi({ description: 'Id of what it is about, such as a proposal.' }),
    state: z.enum(jobStates),
    progress: z.object({
      step: z.string().optional(),
      done: z.int(),
      total: z.int(),
    }),
    attempts: z.int().openapi({ description: 'How often it was begun.' }),
    stopping: z.boolean().openapi({ description: 'It was cancelled, and ends soon.' }),
    result: z.unknown().optional().openapi({ description: 'What it made, where it is done.' }),
    resultHash: z.string().optional(),
    problem: z.string().optional().openapi({ description: 'Why nothing came of it.' }),
    revision: z.int().openapi({ description: 'Grows with each change.' }),
    askedAt: z.string(),
    begunAt: z.string().optional(),
    endedAt: z.string().optional(),
    changedAt: z.string(),
  })
  .openapi('Job');

/** The form of `Job`. */
export function jobJson(job: Job, language: TextLanguage): z.infer<typeof jobSchema> {
  const { id, kind, jurisdictionId, askerId, subject, state, progress, attempts } = job;
  const { result, resultHash, problem, revision, askedAt, begunAt, endedAt, changedAt } = job;
  return {
    ...{ id, kind, jurisdictionId, askerId, subject, state, attempts, revision },
    ...{ progress: { ...progress }, stopping: job.isStopping },
    ...(result !== undefined && { result: JSON.parse(result) as unknown }),
    ...(resultHash !== undefined && { resultHash }),
    ...(problem && { problem: problem[language] }),
    ...{ askedAt: askedAt.toISOString(), changedAt: changedAt.toISOString() },
    ...(begunAt && { begunAt: begunAt.toISOString() }),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
  };
}
