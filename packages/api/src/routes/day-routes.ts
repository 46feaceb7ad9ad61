import { createRoute, z } from '@hono/zod-openapi';
import type { PolicyStore } from '@tiaoli/workspace';
import { documentsOnDay } from '@tiaoli/workspace';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { ask } from '../http/ask.ts';
import { daySchema, documentSchema, momentSchema, versionSchema } from '../http/schemas.ts';
import { versionJson } from '../http/version-json.ts';

const documentOnDaySchema = z
  .object({
    document: documentSchema,
    state: z.enum(['in-force', 'not-yet', 'ended', 'none']),
    version: versionSchema.optional(),
    versionCount: z.int(),
  })
  .openapi('DocumentOnDay');

const listDocumentsOnDay = createRoute({
  ...{ method: 'get', path: '/documents-on-day', operationId: 'listDocumentsOnDay' },
  summary: 'What holds of every document on a day, as it was known at a moment',
  request: { query: z.object({ on: daySchema, known: momentSchema.optional() }) },
  responses: {
    200: jsonAnswer(z.object({ documents: z.array(documentOnDaySchema) }), 'All documents'),
    ...problemAnswers,
  },
});

const sourceOnDaySchema = z
  .object({
    documentId: z.string(),
    versionId: z.string(),
    path: z.string(),
    sourceHash: z.string(),
    text: z.string(),
  })
  .openapi('SourceOnDay');

const listSources = createRoute({
  ...{ method: 'get', path: '/sources', operationId: 'listSources' },
  summary: 'The texts of all versions in force on a day',
  request: { query: z.object({ on: daySchema }) },
  responses: {
    200: jsonAnswer(z.object({ sources: z.array(sourceOnDaySchema) }), 'The texts'),
    ...problemAnswers,
  },
});

/** What holds on one day, of all places. */
export function dayRoutes(store: PolicyStore): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(listDocumentsOnDay, async (context) => {
    const { on, known } = context.req.valid('query');
    const moment = known === undefined ? undefined : new Date(known);
    const found = await ask(store, context.get('actorId'), (records) =>
      documentsOnDay(records, on, moment),
    );
    const documents = found.map(({ version, ...rest }) => ({
      ...rest,
      ...(version && { version: versionJson(version) }),
    }));
    return context.json({ documents }, 200);
  });
  routes.openapi(listSources, async (context) => {
    const { on } = context.req.valid('query');
    const sources = await ask(store, context.get('actorId'), async (records) => {
      const found: z.infer<typeof sourceOnDaySchema>[] = [];
      for (const { document, version } of await documentsOnDay(records, on)) {
        const bytes = version && (await records.versions.bytes(version.sourceHash));
        if (!version || !bytes) continue;
        const { id: versionId, path, sourceHash } = version;
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
        found.push({ documentId: document.id, versionId, path, sourceHash, text });
      }
      return found;
    });
    return context.json({ sources }, 200);
  });
  return routes;
}
