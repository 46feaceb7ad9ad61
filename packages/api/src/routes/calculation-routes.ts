import { createRoute, z } from '@hono/zod-openapi';
import type { PolicyStore } from '@tiaoli/workspace';
import { calculateVersion, createVersionOpener, daysNamedIn } from '@tiaoli/workspace';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { jsonBody } from '../http/bodies.ts';
import { findingJson, findingSchema } from '../http/finding-json.ts';
import { invalidRequest } from '../http/problems.ts';
import { doneOrProblem, refusedProblem } from '../http/refused.ts';
import { daySchema, idSchema } from '../http/schemas.ts';

const resultSchema = z
  .object({
    document: z.string(),
    version: z.string().nullable(),
    on: z.string().nullable(),
    jurisdiction: z.string(),
    outputs: z.record(
      z.string(),
      z.looseObject({
        value: z.unknown().openapi({ description: 'Money in yuan and rates per one, as text.' }),
        kind: z.string(),
        status: z.enum(['value', 'not-applicable', 'missing']),
      }),
    ),
    claims: z.array(z.looseObject({})),
    state: z.record(z.string(), z.unknown()),
    missing: z.array(z.looseObject({})),
    trace: z.array(z.looseObject({})).optional(),
    findings: z.array(findingSchema),
  })
  .openapi('Calculation', { description: 'With the keys of `tiaoli calc --format json`.' });

const calculate = createRoute({
  ...{ method: 'post', path: '/versions/{id}/calculate', operationId: 'calculate' },
  summary: 'Settle a case, or a year of claims, under a version; `trace` adds every step',
  request: {
    params: z.object({ id: idSchema }),
    body: jsonBody(
      z
        .strictObject({
          case: z.looseObject({}).openapi({
            description: 'As for `tiaoli calc`: person, claims, state …; numbers are exact.',
          }),
          on: daySchema.optional(),
          jurisdiction: z.string().max(200).optional(),
          trace: z.boolean().optional(),
        })
        .openapi('CalculationRequest'),
    ),
  },
  responses: { 200: jsonAnswer(resultSchema, 'The results'), ...problemAnswers },
});

/** Cases under what is published; nothing of a case is kept. */
export function calculationRoutes(store: PolicyStore): ApiRoutes {
  const routes = newRoutes();
  const opener = createVersionOpener();
  routes.openapi(calculate, async (context) => {
    const { id: versionId } = context.req.valid('param');
    const { on, jurisdiction, trace = false } = context.req.valid('json');
    const language = context.get('language');
    const json = await context.req.text();
    const request = { versionId, ...(on === undefined ? { days: daysNamedIn(json) } : { on }) };
    const opened = doneOrProblem(await opener.open(store, context.get('actorId'), request));
    const outcome = calculateVersion(opened, {
      ...{ json, trace, language },
      ...(on !== undefined && { on }),
      ...(jurisdiction !== undefined && { jurisdiction }),
    });
    if (outcome.kind === 'refused') {
      if (outcome.diagnostics.length === 0) throw invalidRequest('case', 'an object');
      throw refusedProblem(outcome.diagnostics);
    }
    const { result, diagnostics } = outcome.value;
    const findings = diagnostics.map((each) => findingJson(each, language));
    // The keys are those of the command, which a test holds to its schema.
    const body = { ...result, findings } as unknown as z.infer<typeof resultSchema>;
    return context.json(body, 200, { 'tiaoli-version': opened.version.hash });
  });
  return routes;
}
