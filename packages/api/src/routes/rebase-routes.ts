import { createRoute, z } from '@hono/zod-openapi';
import type { PolicyStore } from '@tiaoli/workspace';
import { findMovedBase, rebaseDraft } from '@tiaoli/workspace';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { jsonBody } from '../http/bodies.ts';
import { revisionOf, tagOf } from '../http/draft-revision.ts';
import { plain } from '../http/plain.ts';
import { invalidRequest } from '../http/problems.ts';
import { movedBaseSchema } from '../http/proposal-schemas.ts';
import { doneOrProblem, movedRevision } from '../http/refused.ts';
import { daySchema, draftSchema, idSchema, sourceSchema } from '../http/schemas.ts';
import { draftJson } from '../http/version-json.ts';

const idParams = z.object({ id: idSchema });

const movedBase = createRoute({
  ...{ method: 'get', path: '/drafts/{id}/moved-base', operationId: 'getMovedBase' },
  summary: 'Base, mine and theirs of a draft whose document got another version in force on a day',
  request: { params: idParams, query: z.object({ on: daySchema }) },
  responses: {
    200: jsonAnswer(movedBaseSchema, 'What both changed, by clause'),
    204: { description: 'The draft rests on what is in force' },
    ...problemAnswers,
  },
});

const rebase = createRoute({
  ...{ method: 'post', path: '/drafts/{id}/rebase', operationId: 'rebaseDraft' },
  summary: 'Save a draft as resting on another version; If-Match names the revision it was made of',
  request: {
    params: idParams,
    headers: z.object({ 'if-match': z.string().optional() }),
    body: jsonBody(
      z.strictObject({ text: sourceSchema, baseVersionId: idSchema }).openapi('Rebase'),
    ),
  },
  responses: { 200: jsonAnswer(draftSchema, 'The draft'), ...problemAnswers },
});

/** Drafts whose base has moved. */
export function rebaseRoutes(store: PolicyStore): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(movedBase, async (context) => {
    const { id: draftId } = context.req.valid('param');
    const request = { draftId, effectiveFrom: context.req.valid('query').on };
    const moved = doneOrProblem(await findMovedBase(store, context.get('actorId'), request));
    return moved ? context.json(plain(moved), 200) : context.body(null, 204);
  });
  routes.openapi(rebase, async (context) => {
    const { id: draftId } = context.req.valid('param');
    const baseRevision = revisionOf(context.req.valid('header')['if-match']);
    const { text, baseVersionId } = context.req.valid('json');
    if (!text.isWellFormed()) throw invalidRequest('text', 'not UTF-8');
    const request = { draftId, baseRevision, text, baseVersionId };
    const draft = doneOrProblem(await rebaseDraft(store, context.get('actorId'), request));
    if (!draft) throw movedRevision();
    return context.json(draftJson(draft), 200, { etag: tagOf(draft.revision) });
  });
  return routes;
}
