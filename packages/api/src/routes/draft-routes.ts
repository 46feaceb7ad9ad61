import { createRoute, z } from '@hono/zod-openapi';
import type { TextLanguage } from '@tiaoli/base';
import type { DraftConflict, PolicyStore, Records } from '@tiaoli/workspace';
import { saveDraft } from '@tiaoli/workspace';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { ask } from '../http/ask.ts';
import { revisionOf, tagOf } from '../http/draft-revision.ts';
import { invalidRequest } from '../http/problems.ts';
import { foundOrProblem, refusedProblem } from '../http/refused.ts';
import {
  conflictSchema,
  draftSchema,
  draftTextSchema,
  idSchema,
  pathSchema,
  sourceSchema,
  titleSchema,
} from '../http/schemas.ts';
import { draftJson } from '../http/version-json.ts';

const idParams = z.object({ id: idSchema });

const listDrafts = createRoute({
  ...{ method: 'get', path: '/drafts', operationId: 'listDrafts' },
  summary: 'Open drafts of one’s office, those saved last first',
  responses: {
    200: jsonAnswer(z.object({ drafts: z.array(draftSchema) }), 'The drafts'),
    ...problemAnswers,
  },
});

const newDraftSchema = z
  .strictObject({
    jurisdictionId: idSchema,
    documentId: idSchema,
    title: titleSchema,
    path: pathSchema,
    baseVersionId: idSchema.optional(),
    text: sourceSchema,
  })
  .openapi('NewDraft');

const createDraft = createRoute({
  ...{ method: 'post', path: '/drafts', operationId: 'createDraft' },
  summary: 'Begin a draft',
  request: {
    body: { content: { 'application/json': { schema: newDraftSchema } }, required: true },
  },
  responses: { 201: jsonAnswer(draftSchema, 'The draft'), ...problemAnswers },
});

const getDraft = createRoute({
  ...{ method: 'get', path: '/drafts/{id}', operationId: 'getDraft' },
  summary: 'A draft with its text; its ETag is what a save names',
  request: { params: idParams },
  responses: { 200: jsonAnswer(draftTextSchema, 'The draft'), ...problemAnswers },
});

const putDraft = createRoute({
  ...{ method: 'put', path: '/drafts/{id}', operationId: 'saveDraft' },
  summary: 'Save a text made from the revision that If-Match names',
  request: {
    params: idParams,
    headers: z.object({ 'if-match': z.string().optional() }),
    body: {
      content: { 'application/json': { schema: z.strictObject({ text: sourceSchema }) } },
      required: true,
    },
  },
  responses: {
    200: jsonAnswer(draftSchema, 'The draft with its new revision'),
    412: {
      content: { 'application/problem+json': { schema: conflictSchema } },
      description: 'Somebody saved meanwhile: what both changed, by clause; nothing was saved',
    },
    ...problemAnswers,
  },
});

const closeDraft = createRoute({
  ...{ method: 'post', path: '/drafts/{id}/close', operationId: 'closeDraft' },
  summary: 'Give a draft up; all that was saved of it stays on record',
  request: { params: idParams },
  responses: { 204: { description: 'It is closed' }, ...problemAnswers },
});

/** Drafts, of one's own office alone. */
export function draftRoutes(store: PolicyStore): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(listDrafts, async (context) => {
    const drafts = await ask(store, context.get('actorId'), (all) => all.drafts.list());
    return context.json({ drafts: drafts.map(draftJson) }, 200);
  });
  routes.openapi(createDraft, async (context) => {
    const draft = context.req.valid('json');
    if (!draft.text.isWellFormed()) throw invalidRequest('text', 'not UTF-8');
    const { baseVersionId, ...rest } = draft;
    const made = await ask(store, context.get('actorId'), async ({ drafts, versions }) => {
      const base = baseVersionId === undefined ? undefined : await versions.find(baseVersionId);
      if (baseVersionId !== undefined) foundOrProblem(base);
      return drafts.create({ ...rest, ...(base && { baseVersionId: base.id }) });
    });
    return context.json(draftJson(made), 201, { etag: tagOf(made.revision) });
  });
  routes.openapi(getDraft, async (context) => {
    const { id } = context.req.valid('param');
    const found = await ask(store, context.get('actorId'), (all) => draftWithText(all, id));
    const { draft, text } = foundOrProblem(found);
    return context.json({ ...draftJson(draft), text }, 200, { etag: tagOf(draft.revision) });
  });
  routes.openapi(putDraft, async (context) => {
    const { id } = context.req.valid('param');
    const baseRevision = revisionOf(context.req.valid('header')['if-match']);
    const { text } = context.req.valid('json');
    const save = { draftId: id, baseRevision, text };
    const saved = await saveDraft(store, context.get('actorId'), save);
    if (saved.kind === 'refused') throw refusedProblem(saved.diagnostics);
    if (saved.kind === 'conflict') {
      const body = conflictJson(saved.conflict, context.get('language'));
      return context.json(body, 412, { 'content-type': 'application/problem+json' });
    }
    const { draft } = saved;
    return context.json(draftJson(draft), 200, { etag: tagOf(draft.revision) });
  });
  routes.openapi(closeDraft, async (context) => {
    const { id } = context.req.valid('param');
    await ask(store, context.get('actorId'), (all) => all.drafts.close(id));
    return context.body(null, 204);
  });
  return routes;
}

async function draftWithText({ drafts }: Records, id: string) {
  const draft = await drafts.find(id);
  const revision = draft && (await drafts.revision(id, draft.revision));
  return draft && revision && { draft, text: revision.text };
}

function conflictJson({ theirs, merged, clauses, pieces }: DraftConflict, language: TextLanguage) {
  const texts = {
    zh: {
      title: '别人已先保存，您的改动这次没有保存。',
      detail: '逐条核对双方的改动，合并后以 theirs.revision 为 If-Match 再保存。',
    },
    en: {
      title: 'Somebody else saved first; your change was not saved this time.',
      detail:
        'Look at both changes by clause, and save the result with theirs.revision as If-Match.',
    },
  };
  return {
    ...{ type: 'about:blank#draft-moved', code: 'draft-moved' as const, status: 412 as const },
    ...texts[language],
    theirs: { revision: theirs.number, authorId: theirs.authorId, text: theirs.text },
    ...(merged !== undefined && { merged }),
    clauses: clauses.map((clause) => ({ ...clause })),
    pieces: pieces.map((piece) => ({ ...piece })),
  };
}
