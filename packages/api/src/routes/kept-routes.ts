import { createRoute, z } from '@hono/zod-openapi';
import type { PolicyStore, StoredCase } from '@tiaoli/workspace';
import { mostCaseDays } from '@tiaoli/workspace';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { ask, askSerially } from '../http/ask.ts';
import { jsonBody } from '../http/bodies.ts';
import { caseSchema, newCaseSchema, storedCaseSchema } from '../http/kept-schemas.ts';
import { foundOrProblem } from '../http/refused.ts';
import { idSchema } from '../http/schemas.ts';

const idParams = z.object({ id: idSchema });

const keepCase = createRoute({
  ...{ method: 'post', path: '/cases', operationId: 'keepCase' },
  summary: `Keep the facts of a case for 1 to ${mostCaseDays} days under a random id`,
  request: { body: jsonBody(newCaseSchema) },
  responses: { 201: jsonAnswer(caseSchema, 'The case, without its facts'), ...problemAnswers },
});

const listCases = createRoute({
  ...{ method: 'get', path: '/cases', operationId: 'listCases' },
  summary: 'Cases of one’s office, those kept last first, without their facts',
  responses: {
    200: jsonAnswer(z.object({ cases: z.array(caseSchema) }), 'The cases'),
    ...problemAnswers,
  },
});

const getCase = createRoute({
  ...{ method: 'get', path: '/cases/{id}', operationId: 'getCase' },
  summary: 'A case with its facts',
  request: { params: idParams },
  responses: { 200: jsonAnswer(storedCaseSchema, 'The case'), ...problemAnswers },
});

const deleteCase = createRoute({
  ...{ method: 'delete', path: '/cases/{id}', operationId: 'deleteCase' },
  summary: 'Delete the facts of a case; that there was one stays in the audit trail',
  request: { params: idParams },
  responses: { 204: { description: 'They are gone' }, ...problemAnswers },
});

/** Cases that were kept: of one's own office alone. */
export function keptRoutes(store: PolicyStore): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(keepCase, async (context) => {
    const { input, ...rest } = context.req.valid('json');
    const kept = await askSerially(store, context.get('actorId'), ({ cases }) =>
      cases.keep({ ...rest, input: JSON.stringify(input) }),
    );
    return context.json(caseJson(kept), 201, { location: `/api/v1/cases/${kept.id}` });
  });
  routes.openapi(listCases, async (context) => {
    const found = await ask(store, context.get('actorId'), ({ cases }) => cases.list());
    return context.json({ cases: found.map(caseJson) }, 200);
  });
  routes.openapi(getCase, async (context) => {
    const { id } = context.req.valid('param');
    const found = await ask(store, context.get('actorId'), ({ cases }) => cases.find(id));
    const stored = foundOrProblem(found);
    const input: unknown = JSON.parse(stored.input);
    return context.json({ ...caseJson(stored), input }, 200);
  });
  routes.openapi(deleteCase, async (context) => {
    const { id } = context.req.valid('param');
    await askSerially(store, context.get('actorId'), ({ cases }) => cases.delete(id));
    return context.body(null, 204);
  });
  return routes;
}

function caseJson(stored: Omit<StoredCase, 'input'>) {
  const { id, jurisdictionId, versionId, title, keeperId, keptAt, expiresAt } = stored;
  const moments = { keptAt: keptAt.toISOString(), expiresAt: expiresAt.toISOString() };
  return { ...{ id, jurisdictionId, versionId, title, keeperId }, ...moments };
}
