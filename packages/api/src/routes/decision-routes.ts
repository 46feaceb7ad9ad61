import { createRoute, z } from '@hono/zod-openapi';
import type { PolicyStore, ProposalRecords } from '@tiaoli/workspace';
import { approveProposal, publishProposal } from '@tiaoli/workspace';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { ask, askSerially } from '../http/ask.ts';
import { jsonBody } from '../http/bodies.ts';
import { proposalJson } from '../http/proposal-json.ts';
import { proposalSchema, reasonSchema, roundSchema } from '../http/proposal-schemas.ts';
import { doneOrProblem } from '../http/refused.ts';
import { idSchema, versionSchema } from '../http/schemas.ts';
import { versionJson, versionTags } from '../http/version-json.ts';

const idParams = z.object({ id: idSchema });
const moved = { 200: jsonAnswer(proposalSchema, 'The proposal in its new state') };

const beginReview = createRoute({
  ...{ method: 'post', path: '/proposals/{id}/begin-review', operationId: 'beginReview' },
  summary: 'Take a proposal up, as the one who reviews it',
  request: { params: idParams },
  responses: { ...moved, ...problemAnswers },
});

const reviewers = createRoute({
  ...{ method: 'get', path: '/proposals/{id}/reviewers', operationId: 'listReviewers' },
  summary: 'Those whom a proposal can be given to, for the office that decides',
  request: { params: idParams },
  responses: {
    200: jsonAnswer(
      z.object({ reviewers: z.array(z.object({ id: z.string(), name: z.string() })) }),
      'The reviewers, by name',
    ),
    ...problemAnswers,
  },
});

const assign = createRoute({
  ...{ method: 'post', path: '/proposals/{id}/assign', operationId: 'assignReview' },
  summary: 'Give a proposal to another reviewer of the office, who wrote none of it',
  request: { params: idParams, body: jsonBody(z.strictObject({ userId: idSchema })) },
  responses: { ...moved, ...problemAnswers },
});

const sendBack = createRoute({
  ...{ method: 'post', path: '/proposals/{id}/send-back', operationId: 'sendBackProposal' },
  summary: 'Send a round back to whoever proposed it, with the reason',
  request: {
    params: idParams,
    body: jsonBody(z.strictObject({ round: roundSchema, reason: reasonSchema })),
  },
  responses: { ...moved, ...problemAnswers },
});

const withdraw = createRoute({
  ...{ method: 'post', path: '/proposals/{id}/withdraw', operationId: 'withdrawProposal' },
  summary: 'Take one’s proposal back for good, with the reason',
  request: { params: idParams, body: jsonBody(z.strictObject({ reason: reasonSchema })) },
  responses: { ...moved, ...problemAnswers },
});

const approve = createRoute({
  ...{ method: 'post', path: '/proposals/{id}/approve', operationId: 'approveProposal' },
  summary: 'Approve what one check found: its text and its differences, and nothing else',
  request: { params: idParams, body: jsonBody(z.strictObject({ checkId: idSchema })) },
  responses: { ...moved, ...problemAnswers },
});

const publish = createRoute({
  ...{ method: 'post', path: '/proposals/{id}/publish', operationId: 'publishProposal' },
  summary: 'Publish exactly what was approved; it is in force from the first day of the round',
  request: { params: idParams, body: jsonBody(z.strictObject({ round: roundSchema })) },
  responses: { 201: jsonAnswer(versionSchema, 'The version'), ...problemAnswers },
});

/** What becomes of a proposal. */
export function decisionRoutes(store: PolicyStore): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(beginReview, async (context) => {
    const { id } = context.req.valid('param');
    const proposal = await decide(context.get('actorId'), (all) => all.beginReview(id));
    return context.json(proposal, 200);
  });
  routes.openapi(reviewers, async (context) => {
    const { id } = context.req.valid('param');
    const known = await ask(store, context.get('actorId'), (all) => all.proposals.reviewers(id));
    return context.json({ reviewers: [...known] }, 200);
  });
  routes.openapi(assign, async (context) => {
    const { id } = context.req.valid('param');
    const { userId } = context.req.valid('json');
    const proposal = await decide(context.get('actorId'), (all) => all.assign(id, userId));
    return context.json(proposal, 200);
  });
  routes.openapi(sendBack, async (context) => {
    const { id } = context.req.valid('param');
    const { round, reason } = context.req.valid('json');
    const work = (all: ProposalRecords) => all.sendBack(id, round, reason);
    return context.json(await decide(context.get('actorId'), work), 200);
  });
  routes.openapi(withdraw, async (context) => {
    const { id } = context.req.valid('param');
    const { reason } = context.req.valid('json');
    const proposal = await decide(context.get('actorId'), (all) => all.withdraw(id, reason));
    return context.json(proposal, 200);
  });
  routes.openapi(approve, async (context) => {
    const { id: proposalId } = context.req.valid('param');
    const { checkId } = context.req.valid('json');
    const approval = { proposalId, checkId };
    const outcome = await approveProposal(store, context.get('actorId'), approval);
    return context.json(proposalJson(doneOrProblem(outcome)), 200);
  });
  routes.openapi(publish, async (context) => {
    const { id } = context.req.valid('param');
    const { round } = context.req.valid('json');
    const outcome = await publishProposal(store, context.get('actorId'), id, round);
    const version = versionJson(doneOrProblem(outcome));
    const headers = {
      location: `/api/v1/versions/${version.id}`,
      ...versionTags(version),
    };
    return context.json(version, 201, headers);
  });
  async function decide(
    actorId: string,
    work: (proposals: ProposalRecords) => ReturnType<ProposalRecords['beginReview']>,
  ) {
    return proposalJson(await askSerially(store, actorId, ({ proposals }) => work(proposals)));
  }
  return routes;
}
