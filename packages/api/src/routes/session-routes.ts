import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiOptions, ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { triedTooOften } from '../http/problems.ts';
import { doneOrProblem } from '../http/refused.ts';
import { idSchema, momentSchema } from '../http/schemas.ts';
import { signInJson, signInResultSchema } from '../http/sign-in-json.ts';
import { addCookies, addressOf } from '../http/signed-in.ts';

const passwordSchema = z.string().min(1).max(1000);

const signIn = createRoute({
  ...{ method: 'post', path: '/session', operationId: 'signIn', security: [] },
  summary: 'Sign in by password: the answer sets the cookie of a session',
  request: {
    body: {
      content: {
        'application/json': {
          schema: z
            .strictObject({ login: z.string().min(1).max(200), password: passwordSchema })
            .openapi('SignIn'),
        },
      },
      required: true,
    },
  },
  responses: { 200: jsonAnswer(signInResultSchema, 'Signed in'), ...problemAnswers },
});

const signOut = createRoute({
  ...{ method: 'delete', path: '/session', operationId: 'signOut', security: [] },
  summary: 'End the session of the cookie, if there is one',
  responses: { 204: { description: 'There is no session any more' }, ...problemAnswers },
});

const sessionSchema = z
  .object({
    id: z.string(),
    startedAt: momentSchema,
    seenAt: momentSchema.openapi({ description: 'Noted every few minutes.' }),
    expiresAt: momentSchema.openapi({ description: 'Unless it is used until then.' }),
    address: z.string().optional(),
    browser: z.string().optional(),
    isThis: z.boolean().openapi({ description: 'The session that asks.' }),
  })
  .openapi('Session');

const listSessions = createRoute({
  ...{ method: 'get', path: '/sessions', operationId: 'listSessions' },
  summary: 'One’s own sessions, newest first',
  responses: {
    200: jsonAnswer(z.object({ sessions: z.array(sessionSchema) }), 'The sessions'),
    ...problemAnswers,
  },
});

const endSession = createRoute({
  ...{ method: 'delete', path: '/sessions/{id}', operationId: 'endSession' },
  summary: 'End one of one’s own sessions, at once',
  request: { params: z.object({ id: idSchema }) },
  responses: { 204: { description: 'There is no such session any more' }, ...problemAnswers },
});

const changePassword = createRoute({
  ...{ method: 'put', path: '/me/password', operationId: 'changePassword' },
  summary: 'Change one’s password; every other session ends',
  request: {
    body: {
      content: {
        'application/json': {
          schema: z
            .strictObject({ present: passwordSchema, password: passwordSchema })
            .openapi('PasswordChange'),
        },
      },
      required: true,
    },
  },
  responses: { 204: { description: 'It is changed' }, ...problemAnswers },
});

/** Signing in and out, for whoever is nobody yet. */
export function signInRoutes({ accounts, now }: ApiOptions): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(signIn, async (context) => {
    const attempt = { ...context.req.valid('json'), headers: context.req.raw.headers };
    const address = addressOf(context);
    const result = doneOrProblem(await accounts.signIn({ ...attempt, address }));
    if (result.kind === 'wait') throw triedTooOften(result.until, now());
    addCookies(context, result.cookies);
    return context.json(signInJson(result), 200);
  });
  routes.openapi(signOut, async (context) => {
    addCookies(context, doneOrProblem(await accounts.signOut(context.req.raw.headers)));
    return context.body(null, 204);
  });
  return routes;
}

/** One's own sessions and password. */
export function sessionRoutes({ accounts, now }: ApiOptions): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(listSessions, async (context) => {
    const known = doneOrProblem(await accounts.sessions(context.get('actorId')));
    const sessions = known.map(({ startedAt, seenAt, expiresAt, ...rest }) => ({
      ...rest,
      startedAt: startedAt.toISOString(),
      seenAt: seenAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      isThis: rest.id === context.get('sessionId'),
    }));
    return context.json({ sessions }, 200);
  });
  routes.openapi(endSession, async (context) => {
    const { id } = context.req.valid('param');
    doneOrProblem(await accounts.endSession(context.get('actorId'), id));
    return context.body(null, 204);
  });
  routes.openapi(changePassword, async (context) => {
    const sessionId = context.get('sessionId');
    const result = doneOrProblem(
      await accounts.changePassword({
        ...context.req.valid('json'),
        ...{ personId: context.get('actorId'), address: addressOf(context) },
        ...(sessionId !== undefined && { sessionId }),
      }),
    );
    if (result.kind === 'wait') throw triedTooOften(result.until, now());
    return context.body(null, 204);
  });
  return routes;
}
