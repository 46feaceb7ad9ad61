import { createRoute, z } from '@hono/zod-openapi';
import type { ApiToken, PolicyStore } from '@tiaoli/workspace';
import { MOST_TOKEN_DAYS, newToken } from '@tiaoli/workspace';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiOptions, ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { ask } from '../http/ask.ts';
import { sessionNeeded } from '../http/problems.ts';
import { idSchema, momentSchema } from '../http/schemas.ts';

const tokenSchema = z
  .object({
    id: z.string(),
    name: z.string().openapi({ description: 'What it is for.' }),
    createdAt: momentSchema,
    expiresAt: momentSchema,
    revokedAt: momentSchema.optional(),
  })
  .openapi('ApiToken');

const listTokens = createRoute({
  ...{ method: 'get', path: '/me/tokens', operationId: 'listTokens' },
  summary: 'One’s own tokens for programs, oldest first, with those that ended',
  responses: {
    200: jsonAnswer(z.object({ tokens: z.array(tokenSchema) }), 'The tokens'),
    ...problemAnswers,
  },
});

const issueToken = createRoute({
  ...{ method: 'post', path: '/me/tokens', operationId: 'issueToken' },
  summary:
    'Issue a token, which is shown here alone; a person does it, and no program in their place',
  request: {
    body: {
      content: {
        'application/json': {
          schema: z
            .strictObject({
              name: z.string().min(1).max(200),
              days: z.int().min(1).max(MOST_TOKEN_DAYS),
            })
            .openapi('NewToken'),
        },
      },
      required: true,
    },
  },
  responses: {
    201: jsonAnswer(
      tokenSchema
        .extend({ token: z.string().openapi({ description: 'What a program shows.' }) })
        .openapi('IssuedToken'),
      'The token',
    ),
    ...problemAnswers,
  },
});

const revokeToken = createRoute({
  ...{ method: 'delete', path: '/me/tokens/{id}', operationId: 'revokeToken' },
  summary: 'Take one of one’s own tokens back, at once',
  request: { params: z.object({ id: idSchema }) },
  responses: { 204: { description: 'It is taken no more' }, ...problemAnswers },
});

/** What programs show in one's place. */
export function tokenRoutes({ store, now }: ApiOptions): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(listTokens, async (context) => {
    const known = await ofOwn(store, context.get('actorId')).list();
    return context.json({ tokens: known.map(tokenJson) }, 200);
  });
  routes.openapi(issueToken, async (context) => {
    // A token that leaks would outlive its end, if it could make another one.
    if (context.get('sessionId') === undefined) throw sessionNeeded();
    const { name, days } = context.req.valid('json');
    const { token, hash, expiresAt } = newToken(days, now());
    const made = await ofOwn(store, context.get('actorId')).add({ name, hash, expiresAt });
    return context.json({ ...tokenJson(made), token }, 201);
  });
  routes.openapi(revokeToken, async (context) => {
    const { id } = context.req.valid('param');
    await ofOwn(store, context.get('actorId')).revoke(id);
    return context.body(null, 204);
  });
  return routes;
}

function ofOwn(store: PolicyStore, personId: string) {
  return {
    list: () => ask(store, personId, ({ tokens }) => tokens.list(personId)),
    add: (token: Pick<ApiToken, 'name' | 'expiresAt'> & { readonly hash: string }) =>
      ask(store, personId, ({ tokens }) => tokens.add(personId, token)),
    revoke: (id: string) => ask(store, personId, ({ tokens }) => tokens.revoke(personId, id)),
  };
}

function tokenJson({ id, name, createdAt, expiresAt, revokedAt }: ApiToken) {
  return {
    ...{ id, name, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
    ...(revokedAt && { revokedAt: revokedAt.toISOString() }),
  };
}
