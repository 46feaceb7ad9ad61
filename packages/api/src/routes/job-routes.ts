import { createRoute, z } from '@hono/zod-openapi';
import { askForCheck } from '@tiaoli/workspace';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiOptions, ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { ask } from '../http/ask.ts';
import { jobJson, jobSchema } from '../http/job-schemas.ts';
import { jobStream } from '../http/job-stream.ts';
import { doneOrProblem, foundOrProblem } from '../http/refused.ts';
import { idSchema } from '../http/schemas.ts';

const idParams = z.object({ id: idSchema });

const events = {
  content: {
    'text/event-stream': {
      schema: z.string().openapi({
        description: 'Events `job`, each with a `Job` as JSON; the id of an event is the moment.',
      }),
    },
  },
  description: 'Each change; goes on after Last-Event-ID',
};

const beginCheck = createRoute({
  ...{ method: 'post', path: '/proposals/{id}/check-jobs', operationId: 'beginCheck' },
  summary: 'Have the gate run on the newest round as a job, or join the one that does',
  request: { params: idParams },
  responses: { 202: jsonAnswer(jobSchema, 'The job; its address is Location'), ...problemAnswers },
});

const listJobs = createRoute({
  ...{ method: 'get', path: '/jobs', operationId: 'listJobs' },
  summary: 'Jobs of one’s office, those asked last first',
  request: {
    query: z.object({
      subject: idSchema.optional().openapi({ description: 'Only those about this, by its id.' }),
    }),
  },
  responses: {
    200: jsonAnswer(z.object({ jobs: z.array(jobSchema) }), 'The jobs'),
    ...problemAnswers,
  },
});

const getJob = createRoute({
  ...{ method: 'get', path: '/jobs/{id}', operationId: 'getJob' },
  summary: 'How far a job is, and what came of it',
  request: { params: idParams },
  responses: { 200: jsonAnswer(jobSchema, 'The job'), ...problemAnswers },
});

const cancelJob = createRoute({
  ...{ method: 'post', path: '/jobs/{id}/cancel', operationId: 'cancelJob' },
  summary: 'End a job of one’s own; one that is over stays as it is',
  request: { params: idParams },
  responses: { 200: jsonAnswer(jobSchema, 'The job'), ...problemAnswers },
});

const watchJob = createRoute({
  ...{ method: 'get', path: '/jobs/{id}/events', operationId: 'watchJob' },
  summary: 'A job as it goes on, until it is over',
  request: { params: idParams },
  responses: { 200: events, ...problemAnswers },
});

const watchJobs = createRoute({
  ...{ method: 'get', path: '/job-events', operationId: 'watchJobs' },
  summary: 'All jobs of one’s own as they go on',
  responses: { 200: events, ...problemAnswers },
});

/** What takes longer than a request, of one's own office alone. */
export function jobRoutes(options: ApiOptions): ApiRoutes {
  const { store } = options;
  const routes = newRoutes();
  routes.openapi(beginCheck, async (context) => {
    const { id } = context.req.valid('param');
    const job = doneOrProblem(await askForCheck(store, context.get('actorId'), id));
    const location = `/api/v1/jobs/${job.id}`;
    return context.json(jobJson(job, context.get('language')), 202, { location });
  });
  routes.openapi(listJobs, async (context) => {
    const { subject } = context.req.valid('query');
    const found = await ask(store, context.get('actorId'), (records) => records.jobs.list(subject));
    const jobs = found.map((job) => jobJson(job, context.get('language')));
    return context.json({ jobs }, 200);
  });
  routes.openapi(getJob, async (context) => {
    const { id } = context.req.valid('param');
    const found = await ask(store, context.get('actorId'), ({ jobs }) => jobs.find(id));
    return context.json(jobJson(foundOrProblem(found), context.get('language')), 200);
  });
  routes.openapi(cancelJob, async (context) => {
    const { id } = context.req.valid('param');
    const job = await ask(store, context.get('actorId'), ({ jobs }) => jobs.cancel(id));
    return context.json(jobJson(job, context.get('language')), 200);
  });
  routes.openapi(watchJob, async (context) => {
    const { id } = context.req.valid('param');
    foundOrProblem(await ask(store, context.get('actorId'), ({ jobs }) => jobs.find(id)));
    return jobStream(context, options, {
      read: async ({ jobs }) => {
        const job = await jobs.find(id);
        return job ? [job] : [];
      },
      endsWithJobs: true,
    });
  });
  routes.openapi(watchJobs, (context) =>
    jobStream(context, options, {
      read: ({ jobs }, since) => jobs.changedSince(since),
      endsWithJobs: false,
    }),
  );
  return routes;
}
