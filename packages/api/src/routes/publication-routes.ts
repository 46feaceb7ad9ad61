import { createRoute, z } from '@hono/zod-openapi';
import type { PolicyStore } from '@tiaoli/workspace';
import { repealDocument, rollBack } from '@tiaoli/workspace';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { askSerially } from '../http/ask.ts';
import { jsonBody } from '../http/bodies.ts';
import { reasonSchema } from '../http/proposal-schemas.ts';
import { doneOrProblem } from '../http/refused.ts';
import {
  daySchema,
  documentSchema,
  idSchema,
  repealSchema,
  titleSchema,
  versionSchema,
} from '../http/schemas.ts';
import { repealJson, versionJson, versionTags } from '../http/version-json.ts';

const idParams = z.object({ id: idSchema });

const createDocument = createRoute({
  ...{ method: 'post', path: '/documents', operationId: 'createDocument' },
  summary: 'Begin a document of one’s place, of which nothing is published yet',
  request: {
    body: jsonBody(
      z
        .strictObject({ jurisdictionId: idSchema, code: titleSchema, title: titleSchema })
        .openapi('NewDocument'),
    ),
  },
  responses: { 201: jsonAnswer(documentSchema, 'The document'), ...problemAnswers },
});

const repeal = createRoute({
  ...{ method: 'post', path: '/documents/{id}/repeals', operationId: 'repealDocument' },
  summary: 'End a document from a day on, until another version is published',
  request: {
    params: idParams,
    body: jsonBody(z.strictObject({ from: daySchema, reason: reasonSchema }).openapi('NewRepeal')),
  },
  responses: { 201: jsonAnswer(repealSchema, 'The repeal'), ...problemAnswers },
});

const rollBackRoute = createRoute({
  ...{ method: 'post', path: '/versions/{id}/roll-back', operationId: 'rollBack' },
  summary: 'Bring the text of an earlier version back, as a new version from a day on',
  request: { params: idParams, body: jsonBody(z.strictObject({ effectiveFrom: daySchema })) },
  responses: { 201: jsonAnswer(versionSchema, 'The new version'), ...problemAnswers },
});

/** What changes what is in force without a proposal. */
export function publicationRoutes(store: PolicyStore): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(createDocument, async (context) => {
    const document = context.req.valid('json');
    const made = await askSerially(store, context.get('actorId'), ({ documents }) =>
      documents.add(document),
    );
    return context.json(made, 201, { location: `/api/v1/documents/${made.id}` });
  });
  routes.openapi(repeal, async (context) => {
    const { id: documentId } = context.req.valid('param');
    const request = { documentId, ...context.req.valid('json') };
    const done = doneOrProblem(await repealDocument(store, context.get('actorId'), request));
    return context.json(repealJson(done), 201);
  });
  routes.openapi(rollBackRoute, async (context) => {
    const { id: versionId } = context.req.valid('param');
    const request = { versionId, ...context.req.valid('json') };
    const done = doneOrProblem(await rollBack(store, context.get('actorId'), request));
    const version = versionJson(done);
    const headers = {
      location: `/api/v1/versions/${version.id}`,
      ...versionTags(version),
    };
    return context.json(version, 201, headers);
  });
  return routes;
}
