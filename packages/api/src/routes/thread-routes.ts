import { createRoute, z } from '@hono/zod-openapi';
import type { PolicyStore, ReviewRecords } from '@tiaoli/workspace';
import { applySuggestion } from '@tiaoli/workspace';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { ask, askSerially } from '../http/ask.ts';
import { jsonBody } from '../http/bodies.ts';
import { tagOf } from '../http/draft-revision.ts';
import { invalidRequest } from '../http/problems.ts';
import { threadJson } from '../http/proposal-json.ts';
import { reasonSchema, roundSchema, threadSchema } from '../http/proposal-schemas.ts';
import { doneOrProblem, foundOrProblem } from '../http/refused.ts';
import { draftSchema, idSchema, sourceSchema } from '../http/schemas.ts';
import { draftJson } from '../http/version-json.ts';

const idParams = z.object({ id: idSchema });
const suggestionParams = z.object({ id: idSchema, suggestionId: idSchema });
const answered = { 200: jsonAnswer(threadSchema, 'The thread'), ...problemAnswers };

const listThreads = createRoute({
  ...{ method: 'get', path: '/proposals/{id}/threads', operationId: 'listThreads' },
  summary: 'What is said about a proposal, clause by clause, oldest first',
  request: { params: idParams },
  responses: {
    200: jsonAnswer(z.object({ threads: z.array(threadSchema) }), 'The threads'),
    ...problemAnswers,
  },
});

const beginThread = createRoute({
  ...{ method: 'post', path: '/proposals/{id}/threads', operationId: 'beginThread' },
  summary: 'Say something about a clause; while it is open the proposal is not approved',
  request: {
    params: idParams,
    body: jsonBody(
      z
        .strictObject({
          round: roundSchema,
          clause: z.string().max(500).openapi({
            description: 'A key of the round’s clauses; empty for all of the text.',
          }),
          text: reasonSchema,
        })
        .openapi('NewThread'),
    ),
  },
  responses: { 201: jsonAnswer(threadSchema, 'The thread'), ...problemAnswers },
});

const comment = createRoute({
  ...{ method: 'post', path: '/threads/{id}/comments', operationId: 'commentThread' },
  summary: 'Answer; one that was resolved is open again',
  request: { params: idParams, body: jsonBody(z.strictObject({ text: reasonSchema })) },
  responses: answered,
});

const resolve = createRoute({
  ...{ method: 'post', path: '/threads/{id}/resolve', operationId: 'resolveThread' },
  summary: 'Mark a thread as resolved',
  request: { params: idParams },
  responses: answered,
});

const suggest = createRoute({
  ...{ method: 'post', path: '/threads/{id}/suggestions', operationId: 'suggestText' },
  summary: 'Suggest another text for the clause of a thread',
  request: {
    params: idParams,
    body: jsonBody(
      z
        .strictObject({
          original: sourceSchema.openapi({ description: 'The clause as one has read it.' }),
          replacement: sourceSchema,
        })
        .openapi('NewSuggestion'),
    ),
  },
  responses: answered,
});

const applyRoute = createRoute({
  method: 'post',
  ...{ path: '/threads/{id}/suggestions/{suggestionId}/apply', operationId: 'applySuggestion' },
  summary: 'Put a suggestion in place of its clause, as one more revision of the draft',
  request: { params: suggestionParams },
  responses: { 200: jsonAnswer(draftSchema, 'The draft'), ...problemAnswers },
});

const decline = createRoute({
  method: 'post',
  ...{ path: '/threads/{id}/suggestions/{suggestionId}/decline', operationId: 'declineSuggestion' },
  summary: 'Leave the clause as it is',
  request: { params: suggestionParams },
  responses: answered,
});

/** What is said about proposals. */
export function threadRoutes(store: PolicyStore): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(listThreads, async (context) => {
    const { id } = context.req.valid('param');
    const threads = await ask(store, context.get('actorId'), async (all) => {
      foundOrProblem(await all.proposals.find(id));
      return all.reviews.threads(id);
    });
    return context.json({ threads: threads.map(threadJson) }, 200);
  });
  routes.openapi(beginThread, async (context) => {
    const { id } = context.req.valid('param');
    const thread = context.req.valid('json');
    const begun = await say(context.get('actorId'), (all) => all.begin(id, thread));
    return context.json(begun, 201);
  });
  routes.openapi(comment, async (context) => {
    const { id } = context.req.valid('param');
    const { text } = context.req.valid('json');
    return context.json(await say(context.get('actorId'), (all) => all.comment(id, text)), 200);
  });
  routes.openapi(resolve, async (context) => {
    const { id } = context.req.valid('param');
    return context.json(await say(context.get('actorId'), (all) => all.resolve(id)), 200);
  });
  routes.openapi(suggest, async (context) => {
    const { id } = context.req.valid('param');
    const texts = context.req.valid('json');
    for (const [field, text] of Object.entries(texts)) {
      if (!text.isWellFormed()) throw invalidRequest(field, 'not UTF-8');
    }
    return context.json(await say(context.get('actorId'), (all) => all.suggest(id, texts)), 200);
  });
  routes.openapi(applyRoute, async (context) => {
    const { id: threadId, suggestionId } = context.req.valid('param');
    const choice = { threadId, suggestionId };
    const draft = doneOrProblem(await applySuggestion(store, context.get('actorId'), choice));
    return context.json(draftJson(draft), 200, { etag: tagOf(draft.revision) });
  });
  routes.openapi(decline, async (context) => {
    const { id, suggestionId } = context.req.valid('param');
    const declined = await say(context.get('actorId'), async (all) => {
      const thread = foundOrProblem(await all.find(id));
      foundOrProblem(thread.suggestions.find((each) => each.id === suggestionId));
      return all.settle(suggestionId);
    });
    return context.json(declined, 200);
  });
  async function say(
    actorId: string,
    work: (reviews: ReviewRecords) => ReturnType<ReviewRecords['resolve']>,
  ) {
    return threadJson(await askSerially(store, actorId, ({ reviews }) => work(reviews)));
  }
  return routes;
}
