import { createRoute, z } from '@hono/zod-openapi';
import type { FactorRequest } from '@tiaoli/workspace';
import type { Context } from 'hono';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiEnvironment, ApiOptions, ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { ask } from '../http/ask.ts';
import { sessionNeeded, triedTooOften } from '../http/problems.ts';
import { doneOrProblem } from '../http/refused.ts';
import { idSchema } from '../http/schemas.ts';
import { signInJson, signInResultSchema } from '../http/sign-in-json.ts';
import { addCookies, addressOf } from '../http/signed-in.ts';

const passwordBody = bodyOf(z.strictObject({ password: z.string().min(1).max(1000) }));
const codeBody = bodyOf(
  z.strictObject({
    code: z.string().min(1).max(40).openapi({ description: 'Six digits, or a recovery code.' }),
  }),
);

const signInByCode = createRoute({
  ...{ method: 'post', path: '/session/code', operationId: 'signInByCode', security: [] },
  summary:
    'The second step of signing in, by the cookie of the first: the answer sets that of a session',
  request: codeBody,
  responses: { 200: jsonAnswer(signInResultSchema, 'Signed in'), ...problemAnswers },
});

const beginFactor = createRoute({
  ...{ method: 'post', path: '/me/second-factor', operationId: 'beginSecondFactor' },
  summary:
    'Make the secret of one’s own second factor, shown here alone; nothing is asked for until it is confirmed',
  request: passwordBody,
  responses: {
    201: jsonAnswer(
      z
        .object({
          secret: z.string().openapi({ description: 'In base 32, for typing.' }),
          uri: z.string().openapi({ description: 'otpauth://totp/…' }),
          picture: z.string().openapi({ description: 'The same as a QR code, SVG.' }),
          recoveryCodes: z.array(z.string()).openapi({ description: 'Each is good once.' }),
        })
        .openapi('SecondFactor'),
      'The secret',
    ),
    ...problemAnswers,
  },
});

const confirmFactor = createRoute({
  ...{ method: 'post', path: '/me/second-factor/confirmation' },
  operationId: 'confirmSecondFactor',
  summary: 'Show a code of the new secret: from now on one is asked for',
  request: codeBody,
  responses: { 204: { description: 'It is so' }, ...problemAnswers },
});

const removeFactor = createRoute({
  ...{ method: 'post', path: '/me/second-factor/removal', operationId: 'removeSecondFactor' },
  summary: 'Have no code asked for any more',
  request: passwordBody,
  responses: { 204: { description: 'It is so' }, ...problemAnswers },
});

const resetFactor = createRoute({
  ...{ method: 'delete', path: '/users/{id}/second-factor', operationId: 'resetSecondFactor' },
  summary: 'Have no code asked of somebody who lost the device; their sessions end',
  request: { params: z.object({ id: idSchema }) },
  responses: { 204: { description: 'It is so' }, ...problemAnswers },
});

/** The second step, for whoever is nobody yet. */
export function codeRoutes({ accounts, now }: ApiOptions): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(signInByCode, async (context) => {
    const attempt = { ...context.req.valid('json'), headers: context.req.raw.headers };
    const address = addressOf(context);
    const result = doneOrProblem(await accounts.secondFactors.signIn({ ...attempt, address }));
    if (result.kind === 'wait') throw triedTooOften(result.until, now());
    addCookies(context, result.cookies);
    return context.json(signInJson(result), 200);
  });
  return routes;
}

/** Codes that are asked for behind the password. */
export function factorRoutes({ store, accounts, now }: ApiOptions): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(beginFactor, async (context) => {
    const asked = { ...ownRequest(context), ...context.req.valid('json') };
    const begun = doneOrProblem(await accounts.secondFactors.begin(asked));
    if (begun.kind === 'wait') throw triedTooOften(begun.until, now());
    const { secret, uri, picture, recoveryCodes } = begun;
    return context.json({ secret, uri, picture, recoveryCodes: [...recoveryCodes] }, 201);
  });
  routes.openapi(confirmFactor, async (context) => {
    const asked = { ...ownRequest(context), ...context.req.valid('json') };
    addCookies(context, doneOrProblem(await accounts.secondFactors.confirm(asked)));
    return context.body(null, 204);
  });
  routes.openapi(removeFactor, async (context) => {
    const asked = { ...ownRequest(context), ...context.req.valid('json') };
    const removed = doneOrProblem(await accounts.secondFactors.remove(asked));
    if (removed.kind === 'wait') throw triedTooOften(removed.until, now());
    addCookies(context, removed.cookies);
    return context.body(null, 204);
  });
  routes.openapi(resetFactor, async (context) => {
    const { id } = context.req.valid('param');
    await ask(store, context.get('actorId'), ({ users }) => users.resetSecondFactor(id));
    return context.body(null, 204);
  });
  return routes;
}

/** A program in somebody's place has no second factor to change. */
function ownRequest(context: Context<ApiEnvironment>): Omit<FactorRequest, 'password'> {
  if (context.get('sessionId') === undefined) throw sessionNeeded();
  const { headers } = context.req.raw;
  return { personId: context.get('actorId'), address: addressOf(context), headers };
}

function bodyOf<Schema extends z.ZodType>(schema: Schema) {
  return { body: { content: { 'application/json': { schema } }, required: true } } as const;
}
