import { createRoute, z } from '@hono/zod-openapi';
import type { TextLanguage } from '@tiaoli/base';
import { parseDate } from '@tiaoli/base';
import type { ParameterInForce, PolicyStore } from '@tiaoli/workspace';
import {
  clauseJson,
  createVersionOpener,
  today,
  unificationJson,
  unifyPublished,
  valueJson,
  versionParameters,
  versionVariables,
} from '@tiaoli/workspace';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { findingJson } from '../http/finding-json.ts';
import { plain } from '../http/plain.ts';
import { doneOrProblem, foundOrProblem } from '../http/refused.ts';
import { clauseSchema, daySchema, idSchema } from '../http/schemas.ts';

const idParams = z.object({ id: idSchema });

const parameterSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    alias: z.string().optional(),
    text: z
      .string()
      .openapi({ description: 'The value in one line; 未见 where nobody has seen it.' }),
    value: z.unknown().openapi({
      description:
        'Yuan and rates per one as text, those of a table by their cells, null where it is open.',
    }),
    isIllustrative: z.boolean().openapi({ description: 'Invented: nobody’s policy.' }),
    bounds: z.string().optional().openapi({ description: 'What lower levels may decide.' }),
    clause: clauseSchema,
    setBy: clauseSchema.optional().openapi({ description: 'Where the place itself sets it.' }),
  })
  .openapi('Parameter');

const listParameters = createRoute({
  ...{ method: 'get', path: '/versions/{id}/parameters', operationId: 'listParameters' },
  summary: 'The parameters of a version as they hold in a place on a day',
  request: {
    params: idParams,
    query: z.object({ on: daySchema.optional(), jurisdiction: z.string().max(200).optional() }),
  },
  responses: {
    200: jsonAnswer(z.object({ parameters: z.array(parameterSchema) }), 'The parameters'),
    ...problemAnswers,
  },
});

const getVariables = createRoute({
  ...{ method: 'get', path: '/versions/{id}/variables', operationId: 'getVariables' },
  summary: 'JSON Schemas of a case under a version, and of its results',
  request: { params: idParams },
  responses: {
    200: jsonAnswer(
      z.object({ input: z.unknown(), output: z.unknown() }).openapi('Variables'),
      'What `calculate` takes as `case`, and what it gives back',
    ),
    ...problemAnswers,
  },
});

const unificationSchema = z
  .object({
    province: z.string(),
    on: z.string(),
    parameters: z.array(z.looseObject({ name: z.string(), state: z.string() })),
    cities: z.array(z.looseObject({ city: z.string() })),
    unified: z.string().nullable(),
    leftOut: z.array(z.string()),
    unknownFiles: z.array(z.string()),
  })
  .openapi('Unification', { description: 'With the keys of `tiaoli unify --format json`.' });

const getUnification = createRoute({
  ...{ method: 'get', path: '/jurisdictions/{id}/unification', operationId: 'getUnification' },
  summary: 'The parameters of a province in each of its cities, of what is in force on a day',
  request: { params: idParams, query: z.object({ on: daySchema.optional() }) },
  responses: {
    200: jsonAnswer(unificationSchema, 'The matrix'),
    ...problemAnswers,
  },
});

/** What published documents set, ask and give. */
export function parameterRoutes(store: PolicyStore): ApiRoutes {
  const routes = newRoutes();
  const opener = createVersionOpener();
  routes.openapi(listParameters, async (context) => {
    const { id: versionId } = context.req.valid('param');
    const { on, jurisdiction } = context.req.valid('query');
    const request = { versionId, ...(on !== undefined && { on }) };
    const opened = doneOrProblem(await opener.open(store, context.get('actorId'), request));
    const found = versionParameters(opened, {
      ...(on !== undefined && { on }),
      ...(jurisdiction !== undefined && { jurisdiction }),
    });
    const language = context.get('language');
    const parameters = found.map((each) => parameterJson(each, language));
    return context.json({ parameters }, 200, { 'tiaoli-version': opened.version.hash });
  });
  routes.openapi(getVariables, async (context) => {
    const { id: versionId } = context.req.valid('param');
    const opened = doneOrProblem(await opener.open(store, context.get('actorId'), { versionId }));
    const { input, output } = foundOrProblem(versionVariables(opened));
    return context.json({ input: plain(input), output: plain(output) }, 200, {
      'tiaoli-version': opened.version.hash,
    });
  });
  routes.openapi(getUnification, async (context) => {
    const { id: jurisdictionId } = context.req.valid('param');
    const { on } = context.req.valid('query');
    const day = (on === undefined ? undefined : parseDate(on)) ?? today();
    const request = { jurisdictionId, on: day };
    const matrix = doneOrProblem(await unifyPublished(store, context.get('actorId'), request));
    // The keys are those of the command, which a test holds to its schema.
    const json = unificationJson(matrix, context.get('language'), findingJson);
    return context.json(json as unknown as z.infer<typeof unificationSchema>, 200);
  });
  return routes;
}

function parameterJson(
  { id, name, alias, value, bounds, clause, setBy }: ParameterInForce,
  language: TextLanguage,
): z.infer<typeof parameterSchema> {
  return plain({
    ...{ id, name, ...valueJson(value, language), clause: clauseJson(clause) },
    ...(alias !== undefined && { alias }),
    ...(bounds && { bounds: bounds[language] }),
    ...(setBy && { setBy: clauseJson(setBy) }),
  });
}
