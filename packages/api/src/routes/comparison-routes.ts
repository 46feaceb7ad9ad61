import { createRoute, z } from '@hono/zod-openapi';
import type { ComparisonFile, PolicyStore } from '@tiaoli/workspace';
import { askForComparison } from '@tiaoli/workspace';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { ask } from '../http/ask.ts';
import { begun, begunJob } from '../http/begun-job.ts';
import { jsonBody } from '../http/bodies.ts';
import { plain } from '../http/plain.ts';
import { localTextSchema } from '../http/proposal-schemas.ts';
import { foundOrProblem } from '../http/refused.ts';
import { idSchema } from '../http/schemas.ts';
import { named, namedTextSchema } from '../http/simulation-schemas.ts';

const idParams = z.object({ id: idSchema });

const newComparisonSchema = z
  .strictObject({
    jurisdictionId: idSchema.openapi({ description: 'The office for which it is asked.' }),
    baseline: namedTextSchema,
    reform: namedTextSchema,
  })
  .openapi('NewComparison');

const sideSchema = z.object({ title: z.string(), on: z.string().optional() });

const comparisonSchema = z
  .object({
    id: z.string(),
    summary: z.object({
      baseline: sideSchema,
      reform: sideSchema,
      conclusion: localTextSchema,
      isSame: z.boolean().openapi({ description: 'Nothing that is declared is another.' }),
      isComplete: z.boolean().openapi({
        description: 'Everything that is not told to change is proved the same.',
      }),
      results: z.array(
        z.object({
          name: z.string(),
          state: z.string(),
          regions: z.int(),
          bounds: localTextSchema,
        }),
      ),
      problem: localTextSchema.optional(),
    }),
  })
  .openapi('Comparison');

const compare = createRoute({
  ...{ method: 'post', path: '/comparisons', operationId: 'compareTexts' },
  summary: 'Have two texts compared as a job; where they were, the job that is done',
  request: { body: jsonBody(newComparisonSchema) },
  responses: { ...begun, ...problemAnswers },
});

const getComparison = createRoute({
  ...{ method: 'get', path: '/comparisons/{id}', operationId: 'getComparison' },
  summary: 'What two texts were found to differ in, by the id of the job',
  request: { params: idParams },
  responses: { 200: jsonAnswer(comparisonSchema, 'The comparison'), ...problemAnswers },
});

const formats = { html: 'page', docx: 'word' } as const;
const types = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

const bytesSchema = z.string().openapi({ format: 'binary' });

const getComparisonFile = createRoute({
  ...{ method: 'get', path: '/comparisons/{id}/file', operationId: 'getComparisonFile' },
  summary: 'The comparison as one page, or 修订对照表 in Word, in the language that is asked for',
  request: {
    params: idParams,
    query: z.object({
      format: z.enum(['html', 'docx']),
      language: z.enum(['zh', 'en']).optional().openapi({
        description: 'That of Accept-Language, where none is named: a link cannot say it.',
      }),
    }),
  },
  responses: {
    200: {
      content: {
        [types.html]: { schema: bytesSchema },
        [types.docx]: { schema: bytesSchema },
      },
      description: 'The file',
    },
    ...problemAnswers,
  },
});

/** Any two texts of the store held against each other: for the office that asks, as far as it sees them. */
export function comparisonRoutes(store: PolicyStore): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(compare, async (context) => {
    const { jurisdictionId, baseline, reform } = context.req.valid('json');
    const asked = { jurisdictionId, baseline: named(baseline), reform: named(reform) };
    return begunJob(context, await askForComparison(store, context.get('actorId'), asked));
  });
  routes.openapi(getComparison, async (context) => {
    const { id } = context.req.valid('param');
    const actorId = context.get('actorId');
    const found = await ask(store, actorId, ({ comparisons }) => comparisons.find(id));
    return context.json(plain(foundOrProblem(found)), 200);
  });
  routes.openapi(getComparisonFile, async (context) => {
    const { id } = context.req.valid('param');
    const { format, language = context.get('language') } = context.req.valid('query');
    const actorId = context.get('actorId');
    const file: ComparisonFile = `${formats[format]}-${language}`;
    const { bytes, title } = await ask(store, actorId, async ({ comparisons }) => ({
      bytes: await comparisons.file(id, file),
      title: (await comparisons.find(id))?.summary.reform.title,
    }));
    const body = new Uint8Array(foundOrProblem(bytes));
    const name = encodeURIComponent(`${title}修订对照表.${format}`);
    return context.body(body, 200, {
      'content-type': types[format],
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
      'x-content-type-options': 'nosniff',
    });
  });
  return routes;
}
