import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiOptions, ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { linkRefused } from '../http/problems.ts';
import { doneOrProblem } from '../http/refused.ts';
import { titleSchema } from '../http/schemas.ts';

const tokenSchema = z.string().min(1).max(200).openapi({ description: 'What follows # in it.' });
const passwordSchema = z.string().min(1).max(1000);
const ownSchema = z
  .object({ id: z.string(), login: z.string(), name: z.string() })
  .openapi('SignInPerson');

const readLink = createRoute({
  ...{ method: 'post', path: '/session/link', operationId: 'readLink', security: [] },
  summary: 'What a one-time link is for, without using it up',
  request: {
    body: {
      content: { 'application/json': { schema: z.strictObject({ token: tokenSchema }) } },
      required: true,
    },
  },
  responses: {
    200: jsonAnswer(
      z
        .object({ kind: z.enum(['set-up', 'password']), person: ownSchema.optional() })
        .openapi('OneTimeLink'),
      'What it is for',
    ),
    ...problemAnswers,
  },
});

const setPassword = createRoute({
  ...{ method: 'put', path: '/session/password', operationId: 'setPassword', security: [] },
  summary: 'Set the password of the person whom a one-time link was issued for',
  request: {
    body: {
      content: {
        'application/json': {
          schema: z.strictObject({ token: tokenSchema, password: passwordSchema }),
        },
      },
      required: true,
    },
  },
  responses: { 200: jsonAnswer(ownSchema, 'Whose password was set'), ...problemAnswers },
});

const setUp = createRoute({
  ...{ method: 'post', path: '/session/set-up', operationId: 'setUp', security: [] },
  summary: 'Make the first administrator of a store that nobody can sign in to',
  request: {
    body: {
      content: {
        'application/json': {
          schema: z
            .strictObject({
              token: tokenSchema,
              login: z.string().min(1).max(200),
              name: titleSchema,
              password: passwordSchema,
              place: z.strictObject({ level: z.enum(['nation', 'province']), name: titleSchema }),
            })
            .openapi('SetUp'),
        },
      },
      required: true,
    },
  },
  responses: { 201: jsonAnswer(ownSchema, 'The administrator'), ...problemAnswers },
});

/** What one-time links are good for, for whoever is nobody yet. */
export function linkRoutes({ accounts }: ApiOptions): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(readLink, async (context) => {
    const { token } = context.req.valid('json');
    const link = doneOrProblem(await accounts.linkOf(token));
    if (!link) throw linkRefused();
    const person = link.kind === 'password' ? { person: { ...link.person } } : {};
    return context.json({ kind: link.kind, ...person }, 200);
  });
  routes.openapi(setPassword, async (context) => {
    const { token, password } = context.req.valid('json');
    const person = doneOrProblem(await accounts.setPassword(token, password));
    return context.json({ ...person }, 200);
  });
  routes.openapi(setUp, async (context) => {
    const { token, ...first } = context.req.valid('json');
    const person = doneOrProblem(await accounts.setUp(token, first));
    return context.json({ ...person }, 201);
  });
  return routes;
}
