import { createRoute, z } from '@hono/zod-openapi';
import type { TextLanguage } from '@tiaoli/base';
import { parseDate } from '@tiaoli/base';
import type { DelegatedValue, PolicyStore } from '@tiaoli/workspace';
import { clauseJson, createValueFinder, today, valueJson } from '@tiaoli/workspace';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { jsonBody } from '../http/bodies.ts';
import { findingJson, findingSchema } from '../http/finding-json.ts';
import { plain } from '../http/plain.ts';
import { invalidRequest } from '../http/problems.ts';
import { doneOrProblem } from '../http/refused.ts';
import { clauseSchema, daySchema, idSchema, sourceSchema } from '../http/schemas.ts';

const decimal = 'Per one or in yuan, as text.';

const delegatedValueSchema = z
  .object({
    parameter: z.string(),
    name: z.string(),
    kind: z.enum(['rate', 'money', 'integer']),
    bounds: z.string().optional(),
    low: z.string().optional().openapi({ description: decimal }),
    high: z.string().optional().openapi({ description: decimal }),
    step: z.string().optional().openapi({ description: decimal }),
    delegatedBy: clauseSchema,
    above: z.object({ text: z.string(), value: z.unknown(), isIllustrative: z.boolean() }),
    cells: z.array(
      z.object({
        label: z.string(),
        text: z.string(),
        value: z.string().optional().openapi({ description: decimal }),
        start: z.int().openapi({ description: 'In UTF-16 units of the text.' }),
        end: z.int(),
      }),
    ),
    insertion: z.object({ before: z.string(), after: z.string() }).optional().openapi({
      description: 'What sets it, to be put at the end of the text around the value.',
    }),
  })
  .openapi('DelegatedValue');

const findValues = createRoute({
  ...{ method: 'post', path: '/drafts/{id}/values', operationId: 'findValues' },
  summary: 'What a text of a draft may set of what is left to its place, with the bounds',
  request: {
    params: z.object({ id: idSchema }),
    body: jsonBody(
      z.strictObject({ text: sourceSchema, on: daySchema.optional() }).openapi('ValuesRequest'),
    ),
  },
  responses: {
    200: jsonAnswer(
      z.object({ values: z.array(delegatedValueSchema), findings: z.array(findingSchema) }),
      'The values; none while the text has errors',
    ),
    ...problemAnswers,
  },
});

/** Nothing is changed here: whoever asks changes the text, and saves it. */
export function valueRoutes(store: PolicyStore): ApiRoutes {
  const routes = newRoutes();
  const finder = createValueFinder();
  routes.openapi(findValues, async (context) => {
    const { id: draftId } = context.req.valid('param');
    const { text, on } = context.req.valid('json');
    if (!text.isWellFormed()) throw invalidRequest('text', 'not UTF-8');
    const day = (on === undefined ? undefined : parseDate(on)) ?? today();
    const request = { draftId, text, on: day };
    const found = doneOrProblem(await finder.find(store, context.get('actorId'), request));
    const language = context.get('language');
    const values = found.values.map((each) => delegatedValueJson(each, language));
    const findings = found.findings.map((each) => findingJson(each, language));
    return context.json({ values, findings }, 200);
  });
  return routes;
}

function delegatedValueJson(
  { bounds, delegatedBy, above, cells, ...value }: DelegatedValue,
  language: TextLanguage,
): z.infer<typeof delegatedValueSchema> {
  return plain({
    ...value,
    ...(bounds && { bounds: bounds[language] }),
    delegatedBy: clauseJson(delegatedBy),
    above: valueJson(above, language),
    cells: cells.map((cell) => ({ ...cell, text: cell.text[language] })),
  });
}
