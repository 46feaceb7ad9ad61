import { createRoute, z } from '@hono/zod-openapi';
import type { PolicyStore, User } from '@tiaoli/workspace';
import { verifyChain } from '@tiaoli/workspace';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { ask } from '../http/ask.ts';
import { foundOrProblem } from '../http/refused.ts';
import { auditLinkSchema, idSchema, personSchema } from '../http/schemas.ts';

const getMe = createRoute({
  ...{ method: 'get', path: '/me', operationId: 'getMe' },
  summary: 'Whose token this is, with the roles of this moment',
  responses: { 200: jsonAnswer(personSchema, 'The person'), ...problemAnswers },
});

const listUsers = createRoute({
  ...{ method: 'get', path: '/users', operationId: 'listUsers' },
  summary: 'Accounts that one may see',
  responses: {
    200: jsonAnswer(z.object({ users: z.array(personSchema) }), 'The accounts'),
    ...problemAnswers,
  },
});

const listNames = createRoute({
  ...{ method: 'get', path: '/names', operationId: 'listNames' },
  summary: 'Names of people whose ids stand beside what they did',
  request: {
    query: z.object({
      ids: z.string().max(8000).openapi({ description: 'Separated by commas.' }),
    }),
  },
  responses: {
    200: jsonAnswer(
      z.object({ names: z.array(z.object({ id: z.string(), name: z.string() })) }),
      'The names; unknown ids are left out',
    ),
    ...problemAnswers,
  },
});

const listAudit = createRoute({
  ...{ method: 'get', path: '/jurisdictions/{id}/audit', operationId: 'listAudit' },
  summary: 'What was done in a place, oldest first, as a chain of hashes',
  request: { params: z.object({ id: idSchema }) },
  responses: {
    200: jsonAnswer(z.object({ links: z.array(auditLinkSchema) }), 'The chain'),
    ...problemAnswers,
  },
});

const verifyAudit = createRoute({
  ...{ method: 'get', path: '/jurisdictions/{id}/audit/verification', operationId: 'verifyAudit' },
  summary: 'Whether the chain of a place is whole: nothing altered, taken out, put in or cut off',
  request: { params: z.object({ id: idSchema }) },
  responses: {
    200: jsonAnswer(
      z.object({
        count: z.int(),
        hash: z.string().openapi({ description: 'Of the last link, as it is kept apart.' }),
        broken: z
          .object({
            number: z.int(),
            problem: z.enum(['missing', 'altered', 'unlinked', 'cut-off']),
          })
          .optional()
          .openapi({ description: 'The first broken link; absent where the chain is whole.' }),
      }),
      'What was found',
    ),
    ...problemAnswers,
  },
});

/** People, and what they did. */
export function userRoutes(store: PolicyStore): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(getMe, async (context) => {
    const actorId = context.get('actorId');
    const me = await ask(store, actorId, ({ users }) => users.find(actorId));
    return context.json(userJson(foundOrProblem(me)), 200);
  });
  routes.openapi(listUsers, async (context) => {
    const users = await ask(store, context.get('actorId'), (all) => all.users.list());
    return context.json({ users: users.map(userJson) }, 200);
  });
  routes.openapi(listNames, async (context) => {
    const ids = context.req.valid('query').ids.split(',');
    const found = await ask(store, context.get('actorId'), ({ users }) => users.names(ids));
    return context.json({ names: [...found].map(([id, name]) => ({ id, name })) }, 200);
  });
  routes.openapi(listAudit, async (context) => {
    const { id } = context.req.valid('param');
    const links = await ask(store, context.get('actorId'), ({ audit }) => audit.list(id));
    return context.json({ links: links.map((link) => ({ ...link })) }, 200);
  });
  routes.openapi(verifyAudit, async (context) => {
    const { id } = context.req.valid('param');
    const read = await ask(store, context.get('actorId'), async ({ audit }) => ({
      links: await audit.list(id),
      end: await audit.end(id),
    }));
    const broken = verifyChain(read.links, read.end);
    const body = { count: read.links.length, hash: read.end.hash, ...(broken && { broken }) };
    return context.json(body, 200);
  });
  return routes;
}

function userJson({ grants, ...rest }: User) {
  return { ...rest, grants: grants.map((grant) => ({ ...grant })) };
}
