import { createRoute, z } from '@hono/zod-openapi';
import { isLogin, linkAddress, newLink } from '@tiaoli/workspace';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiOptions, ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { ask } from '../http/ask.ts';
import { loginRefused } from '../http/problems.ts';
import { idSchema, momentSchema, personSchema, roleSchema, titleSchema } from '../http/schemas.ts';

const idParams = z.object({ id: idSchema });
const grantParams = z.object({ id: idSchema, jurisdictionId: idSchema, role: roleSchema });

const addUser = createRoute({
  ...{ method: 'post', path: '/users', operationId: 'addUser' },
  summary: 'Add an account, which has no password yet',
  request: {
    body: {
      content: {
        'application/json': {
          schema: z
            .strictObject({
              login: z.string().min(1).max(200),
              name: titleSchema,
              jurisdictionId: idSchema,
              roles: z.array(roleSchema).max(20).optional().openapi({
                description: 'In that place; all of it is done, or nothing.',
              }),
            })
            .openapi('NewUser'),
        },
      },
      required: true,
    },
  },
  responses: { 201: jsonAnswer(personSchema, 'The account'), ...problemAnswers },
});

const setAccess = createRoute({
  ...{ method: 'put', path: '/users/{id}/access', operationId: 'setAccess' },
  summary: 'Shut an account out, at once, or let it in again',
  request: {
    params: idParams,
    body: {
      content: { 'application/json': { schema: z.strictObject({ disabled: z.boolean() }) } },
      required: true,
    },
  },
  responses: { 204: { description: 'It is so' }, ...problemAnswers },
});

const grantRole = createRoute({
  ...{ method: 'put', path: '/users/{id}/roles/{jurisdictionId}/{role}', operationId: 'grantRole' },
  summary: 'Give a role in a place',
  request: { params: grantParams },
  responses: { 204: { description: 'The person has it' }, ...problemAnswers },
});

const revokeRole = createRoute({
  ...{ method: 'delete', path: '/users/{id}/roles/{jurisdictionId}/{role}' },
  operationId: 'revokeRole',
  summary: 'Take a role in a place away',
  request: { params: grantParams },
  responses: { 204: { description: 'The person does not have it' }, ...problemAnswers },
});

const issueLink = createRoute({
  ...{ method: 'post', path: '/users/{id}/password-link', operationId: 'issuePasswordLink' },
  summary: 'Issue a link with which a person sets a password, once; it is shown here alone',
  request: { params: idParams },
  responses: {
    201: jsonAnswer(
      z
        .object({
          path: z
            .string()
            .openapi({ description: 'Of the page, below the address of the server.' }),
          expiresAt: momentSchema,
        })
        .openapi('PasswordLink'),
      'The link',
    ),
    ...problemAnswers,
  },
});

/** Accounts, by those who manage them. */
export function accountRoutes({ store, now }: ApiOptions): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(addUser, async (context) => {
    const { roles = [], ...user } = context.req.valid('json');
    if (!isLogin(user.login)) throw loginRefused();
    const { jurisdictionId } = user;
    const added = await ask(store, context.get('actorId'), async ({ users }) => {
      const { id, ...rest } = await users.add(user);
      for (const role of roles) await users.grant(id, jurisdictionId, role);
      return { id, ...rest };
    });
    const grants = [...new Set(roles)].map((role) => ({ jurisdictionId, role }));
    return context.json({ ...added, grants }, 201);
  });
  routes.openapi(setAccess, async (context) => {
    const { id } = context.req.valid('param');
    const { disabled } = context.req.valid('json');
    await ask(store, context.get('actorId'), ({ users }) => users.setDisabled(id, disabled));
    return context.body(null, 204);
  });
  routes.openapi(grantRole, async (context) => {
    const { id, jurisdictionId, role } = context.req.valid('param');
    await ask(store, context.get('actorId'), ({ users }) => users.grant(id, jurisdictionId, role));
    return context.body(null, 204);
  });
  routes.openapi(revokeRole, async (context) => {
    const { id, jurisdictionId, role } = context.req.valid('param');
    await ask(store, context.get('actorId'), ({ users }) => users.revoke(id, jurisdictionId, role));
    return context.body(null, 204);
  });
  routes.openapi(issueLink, async (context) => {
    const { id } = context.req.valid('param');
    const { token, ...link } = newLink('password', now());
    await ask(store, context.get('actorId'), ({ users }) => users.issueLink(id, link));
    const path = linkAddress('password', token);
    return context.json({ path, expiresAt: link.expiresAt.toISOString() }, 201);
  });
  return routes;
}
