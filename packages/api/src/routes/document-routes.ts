import { createRoute, z } from '@hono/zod-openapi';
import type { PolicyStore } from '@tiaoli/workspace';
import { inForce } from '@tiaoli/workspace';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { ask } from '../http/ask.ts';
import { foundOrProblem } from '../http/refused.ts';
import {
  daySchema,
  documentSchema,
  idSchema,
  jurisdictionSchema,
  momentSchema,
  repealSchema,
  versionSchema,
} from '../http/schemas.ts';
import { repealJson, versionJson, versionTags } from '../http/version-json.ts';

const idParams = z.object({ id: idSchema });

const listJurisdictions = createRoute({
  ...{ method: 'get', path: '/jurisdictions', operationId: 'listJurisdictions' },
  summary: 'Places, from the nation down',
  responses: {
    200: jsonAnswer(z.object({ jurisdictions: z.array(jurisdictionSchema) }), 'All places'),
    ...problemAnswers,
  },
});

const listDocuments = createRoute({
  ...{ method: 'get', path: '/documents', operationId: 'listDocuments' },
  summary: 'Documents, by 标识',
  responses: {
    200: jsonAnswer(z.object({ documents: z.array(documentSchema) }), 'All documents'),
    ...problemAnswers,
  },
});

const getDocument = createRoute({
  ...{ method: 'get', path: '/documents/{id}', operationId: 'getDocument' },
  summary: 'One document',
  request: { params: idParams },
  responses: { 200: jsonAnswer(documentSchema, 'The document'), ...problemAnswers },
});

const listVersions = createRoute({
  ...{ method: 'get', path: '/documents/{id}/versions', operationId: 'listVersions' },
  summary: 'What was published of a document, and its repeals, in order',
  request: { params: idParams },
  responses: {
    200: jsonAnswer(
      z.object({ versions: z.array(versionSchema), repeals: z.array(repealSchema) }),
      'Its history',
    ),
    ...problemAnswers,
  },
});

const getInForce = createRoute({
  ...{ method: 'get', path: '/documents/{id}/in-force', operationId: 'getVersionInForce' },
  summary: 'What is in force on a day, as it was known at a moment',
  request: {
    params: idParams,
    query: z.object({ on: daySchema, known: momentSchema.optional() }),
  },
  responses: { 200: jsonAnswer(versionSchema, 'The version'), ...problemAnswers },
});

const getVersion = createRoute({
  ...{ method: 'get', path: '/versions/{id}', operationId: 'getVersion' },
  summary: 'One version; it never changes',
  request: { params: idParams },
  responses: { 200: jsonAnswer(versionSchema, 'The version'), ...problemAnswers },
});

const getSource = createRoute({
  ...{ method: 'get', path: '/versions/{id}/source', operationId: 'getVersionSource' },
  summary: 'The text of a version, byte by byte as it was published',
  request: { params: idParams },
  responses: {
    200: { content: { 'text/plain': { schema: z.string() } }, description: 'The text' },
    ...problemAnswers,
  },
});

/** What is published, for everybody who is signed in. */
export function documentRoutes(store: PolicyStore): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(listJurisdictions, async (context) => {
    const places = await ask(store, context.get('actorId'), (all) => all.jurisdictions.list());
    const jurisdictions = places.map(({ path: _, ...place }) => place);
    return context.json({ jurisdictions }, 200);
  });
  routes.openapi(listDocuments, async (context) => {
    const documents = await ask(store, context.get('actorId'), (all) => all.documents.list());
    return context.json({ documents: [...documents] }, 200);
  });
  routes.openapi(getDocument, async (context) => {
    const { id } = context.req.valid('param');
    const found = await ask(store, context.get('actorId'), (all) => all.documents.find(id));
    return context.json(foundOrProblem(found), 200);
  });
  routes.openapi(listVersions, async (context) => {
    const { id } = context.req.valid('param');
    const { versions, repeals } = await historyOf(store, context.get('actorId'), id);
    const body = { versions: versions.map(versionJson), repeals: repeals.map(repealJson) };
    return context.json(body, 200);
  });
  routes.openapi(getInForce, async (context) => {
    const { id } = context.req.valid('param');
    const { on, known } = context.req.valid('query');
    const history = await historyOf(store, context.get('actorId'), id);
    const moment = known === undefined ? undefined : new Date(known);
    const version = versionJson(foundOrProblem(inForce(history, on, moment)));
    return context.json(version, 200, versionTags(version));
  });
  routes.openapi(getVersion, async (context) => {
    const { id } = context.req.valid('param');
    const found = await ask(store, context.get('actorId'), (all) => all.versions.find(id));
    const version = versionJson(foundOrProblem(found));
    return context.json(version, 200, versionTags(version));
  });
  routes.openapi(getSource, async (context) => {
    const { id } = context.req.valid('param');
    const found = await ask(store, context.get('actorId'), async ({ versions }) => {
      const version = await versions.find(id);
      const bytes = version && (await versions.bytes(version.sourceHash));
      return version && bytes && { version, bytes };
    });
    const { version, bytes } = foundOrProblem(found);
    context.header('etag', `"${version.sourceHash}"`);
    context.header('tiaoli-version', version.hash);
    // INVARIANT: a source is UTF-8, and decoded and encoded it has the same bytes.
    return context.text(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), 200);
  });
  return routes;
}

function historyOf(store: PolicyStore, actorId: string, documentId: string) {
  return ask(store, actorId, async ({ documents, versions }) => {
    foundOrProblem(await documents.find(documentId));
    return versions.history(documentId);
  });
}
