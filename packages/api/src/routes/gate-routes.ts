import { createRoute, z } from '@hono/zod-openapi';
import type { PolicyStore } from '@tiaoli/workspace';
import { readGate } from '@tiaoli/workspace';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { ask, askSerially } from '../http/ask.ts';
import { jsonBody } from '../http/bodies.ts';
import { gateJson } from '../http/gate-json.ts';
import { gateSchema } from '../http/gate-schemas.ts';
import { reasonSchema } from '../http/proposal-schemas.ts';
import { doneOrProblem, foundOrProblem } from '../http/refused.ts';
import { idSchema } from '../http/schemas.ts';

const idParams = z.object({ id: idSchema });

const getGate = createRoute({
  ...{ method: 'get', path: '/proposals/{id}/gate', operationId: 'getGate' },
  summary: 'The newest check, what was answered for, and what still blocks',
  request: { params: idParams },
  responses: { 200: jsonAnswer(gateSchema, 'Where it stands at the gate'), ...problemAnswers },
});

const getCertificate = createRoute({
  ...{ method: 'get', path: '/proposals/{id}/gate/certificate', operationId: 'getCertificate' },
  summary: 'The certificates of the comparison of the newest check, for `tiaoli verify`',
  request: { params: idParams },
  responses: {
    200: jsonAnswer(z.array(z.unknown()), 'One for each day that was compared'),
    ...problemAnswers,
  },
});

const newAcceptanceSchema = z
  .strictObject({
    kind: z.enum(['undecided', 'grade-d']),
    fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
    reason: reasonSchema,
  })
  .openapi('NewAcceptance');

const accept = createRoute({
  ...{ method: 'post', path: '/proposals/{id}/acceptances', operationId: 'acceptFinding' },
  summary: 'Answer by name for a region that is undecided, or for a value of grade D',
  request: { params: idParams, body: jsonBody(newAcceptanceSchema) },
  responses: { 200: jsonAnswer(gateSchema, 'Where it stands at the gate'), ...problemAnswers },
});

/** What the gate finds about a proposal, and who answers for it. */
export function gateRoutes(store: PolicyStore): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(getGate, async (context) => {
    const { id } = context.req.valid('param');
    const gate = doneOrProblem(await readGate(store, context.get('actorId'), id));
    return context.json(gateJson(gate, context.get('language')), 200);
  });
  routes.openapi(getCertificate, async (context) => {
    const { id } = context.req.valid('param');
    const check = await ask(store, context.get('actorId'), ({ gate }) => gate.newest(id));
    const certificate: unknown[] = JSON.parse(foundOrProblem(check?.certificate));
    return context.json(certificate, 200);
  });
  routes.openapi(accept, async (context) => {
    const { id } = context.req.valid('param');
    const actorId = context.get('actorId');
    const acceptance = context.req.valid('json');
    await askSerially(store, actorId, ({ gate }) => gate.accept(id, acceptance));
    const gate = doneOrProblem(await readGate(store, actorId, id));
    return context.json(gateJson(gate, context.get('language')), 200);
  });
  return routes;
}
