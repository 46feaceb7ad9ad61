import { createRoute, z } from '@hono/zod-openapi';
import type { PolicyStore, Proposal } from '@tiaoli/workspace';
import { clausePieces, listInbox, proposeDraft } from '@tiaoli/workspace';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { ask } from '../http/ask.ts';
import { jsonBody } from '../http/bodies.ts';
import { revisionOf } from '../http/draft-revision.ts';
import { inboxJson, proposalJson, roundJson } from '../http/proposal-json.ts';
import {
  inboxEntrySchema,
  proposalRoundSchema,
  proposalSchema,
  proposalStateSchema,
  reasonSchema,
} from '../http/proposal-schemas.ts';
import { doneOrProblem, foundOrProblem } from '../http/refused.ts';
import { daySchema, idSchema } from '../http/schemas.ts';

const idParams = z.object({ id: idSchema });

const proposeRoute = createRoute({
  ...{ method: 'post', path: '/drafts/{id}/propose', operationId: 'proposeDraft' },
  summary: 'Lay the revision that If-Match names before the office that decides on it',
  request: {
    params: idParams,
    headers: z.object({ 'if-match': z.string().optional() }),
    body: jsonBody(
      z.strictObject({ effectiveFrom: daySchema, reason: reasonSchema }).openapi('ProposeRequest'),
    ),
  },
  responses: {
    201: jsonAnswer(proposalSchema, 'The proposal, in its first round or the next one'),
    ...problemAnswers,
  },
});

const filtersSchema = z.object({
  state: proposalStateSchema.optional(),
  documentId: idSchema.optional(),
  jurisdictionId: idSchema.optional(),
  reviewPlaceId: idSchema.optional(),
});

const listRoute = createRoute({
  ...{ method: 'get', path: '/proposals', operationId: 'listProposals' },
  summary: 'Proposals of one’s office, and those before it; what changed last first',
  request: { query: filtersSchema },
  responses: {
    200: jsonAnswer(z.object({ proposals: z.array(proposalSchema) }), 'The proposals'),
    ...problemAnswers,
  },
});

const getRoute = createRoute({
  ...{ method: 'get', path: '/proposals/{id}', operationId: 'getProposal' },
  summary: 'One proposal',
  request: { params: idParams },
  responses: { 200: jsonAnswer(proposalSchema, 'The proposal'), ...problemAnswers },
});

const roundRoute = createRoute({
  ...{ method: 'get', path: '/proposals/{id}/rounds/{number}', operationId: 'getProposalRound' },
  summary: 'What was laid before the office at one time; it never changes',
  request: {
    params: z.object({
      id: idSchema,
      number: z.coerce
        .number()
        .int()
        .min(1)
        .max(2 ** 31 - 1),
    }),
  },
  responses: { 200: jsonAnswer(proposalRoundSchema, 'The round'), ...problemAnswers },
});

const inboxRoute = createRoute({
  ...{ method: 'get', path: '/inbox', operationId: 'listInbox' },
  summary: 'What waits for oneself, what waits longest first',
  responses: {
    200: jsonAnswer(z.object({ entries: z.array(inboxEntrySchema) }), 'The entries'),
    ...problemAnswers,
  },
});

/** Proposals, for the office that proposes and the one that decides. */
export function proposalRoutes(store: PolicyStore): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(proposeRoute, async (context) => {
    const { id: draftId } = context.req.valid('param');
    const draftRevision = revisionOf(context.req.valid('header')['if-match']);
    const request = { draftId, draftRevision, ...context.req.valid('json') };
    const outcome = await proposeDraft(store, context.get('actorId'), request);
    const proposal = doneOrProblem(outcome);
    const location = `/api/v1/proposals/${proposal.id}`;
    return context.json(proposalJson(proposal), 201, { location });
  });
  routes.openapi(listRoute, async (context) => {
    const filters = context.req.valid('query');
    const proposals = await ask(store, context.get('actorId'), (all) => all.proposals.list());
    const wanted = proposals.filter((each) => isWanted(each, filters));
    return context.json({ proposals: wanted.map(proposalJson) }, 200);
  });
  routes.openapi(getRoute, async (context) => {
    const { id } = context.req.valid('param');
    const found = await ask(store, context.get('actorId'), (all) => all.proposals.find(id));
    return context.json(proposalJson(foundOrProblem(found)), 200);
  });
  routes.openapi(roundRoute, async (context) => {
    const { id, number } = context.req.valid('param');
    const read = await ask(store, context.get('actorId'), (all) => all.proposals.round(id, number));
    const round = foundOrProblem(read);
    const [pieces = []] = await clausePieces([round.text]);
    return context.json(roundJson(round, pieces), 200, { etag: `"${round.contentHash}"` });
  });
  routes.openapi(inboxRoute, async (context) => {
    const entries = doneOrProblem(await listInbox(store, context.get('actorId')));
    return context.json({ entries: entries.map(inboxJson) }, 200);
  });
  return routes;
}

function isWanted(proposal: Proposal, filters: z.infer<typeof filtersSchema>): boolean {
  return (['state', 'documentId', 'jurisdictionId', 'reviewPlaceId'] as const).every(
    (key) => filters[key] === undefined || filters[key] === proposal[key],
  );
}
