import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiOptions, ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { noSuchAddress } from '../http/problems.ts';
import { doneOrProblem } from '../http/refused.ts';
import { roleSchema } from '../http/schemas.ts';
import { signInJson, signInResultSchema } from '../http/sign-in-json.ts';
import { addCookies, addressOf } from '../http/signed-in.ts';

const listDemoPeople = createRoute({
  ...{ method: 'get', path: '/session/demo', operationId: 'listDemoPeople', security: [] },
  summary:
    'Whom one may sign in as in a demonstration; of any other store there is no such address',
  responses: {
    200: jsonAnswer(
      z.object({
        people: z.array(
          z
            .object({ login: z.string(), name: z.string(), place: z.string(), role: roleSchema })
            .openapi('DemoPerson'),
        ),
      }),
      'The people',
    ),
    ...problemAnswers,
  },
});

const signInDemo = createRoute({
  ...{ method: 'post', path: '/session/demo', operationId: 'signInDemo', security: [] },
  summary: 'Sign in as one of the people of a demonstration, on the computer that serves it',
  request: {
    body: {
      content: {
        'application/json': { schema: z.strictObject({ login: z.string().min(1).max(200) }) },
      },
      required: true,
    },
  },
  responses: { 200: jsonAnswer(signInResultSchema, 'Signed in'), ...problemAnswers },
});

/** Signing in to a demonstration; of a real store nothing of this is there. */
export function demoRoutes({ accounts }: ApiOptions): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(listDemoPeople, (context) => {
    if (!accounts.demo) throw noSuchAddress();
    return context.json({ people: accounts.demo.people.map((each) => ({ ...each })) }, 200);
  });
  routes.openapi(signInDemo, async (context) => {
    if (!accounts.demo) throw noSuchAddress();
    const { login } = context.req.valid('json');
    const attempt = { login, address: addressOf(context), headers: context.req.raw.headers };
    const result = doneOrProblem(await accounts.demo.signIn(attempt));
    addCookies(context, result.cookies);
    return context.json(signInJson(result), 200);
  });
  return routes;
}
