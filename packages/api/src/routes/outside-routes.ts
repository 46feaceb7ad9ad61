import { createRoute, z } from '@hono/zod-openapi';
import type { Accounts, OutsideSignIn } from '@tiaoli/workspace';
import { outsideAccount } from '@tiaoli/workspace';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiOptions, ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { ask } from '../http/ask.ts';
import { noSuchAddress } from '../http/problems.ts';
import { idSchema } from '../http/schemas.ts';
import { addCookies, addressOf } from '../http/signed-in.ts';

const listWays = createRoute({
  ...{ method: 'get', path: '/session/ways', operationId: 'listSignInWays', security: [] },
  summary: 'How one can sign in here, besides by password',
  responses: {
    200: jsonAnswer(
      z
        .object({
          outside: z
            .string()
            .optional()
            .openapi({ description: 'What the other service is called.' }),
        })
        .openapi('SignInWays'),
      'The ways',
    ),
    ...problemAnswers,
  },
});

const beginOutside = createRoute({
  ...{ method: 'get', path: '/session/outside', operationId: 'beginOutsideSignIn', security: [] },
  summary: 'Send a browser to the other service, to sign in there (OpenID Connect)',
  request: { query: z.object({ next: z.string().max(2000).optional() }) },
  responses: { 302: { description: 'On the way' }, ...problemAnswers },
});

const finishOutside = createRoute({
  ...{ method: 'get', path: '/session/outside/back', operationId: 'finishOutsideSignIn' },
  security: [],
  summary: 'Where the other service sends the browser back to: it is signed in, or shown why not',
  responses: { 302: { description: 'On the way' }, ...problemAnswers },
});

const setAccount = createRoute({
  ...{ method: 'put', path: '/users/{id}/outside-account', operationId: 'setOutsideAccount' },
  summary: 'Write down by which account of the other service a person signs in',
  request: {
    params: z.object({ id: idSchema }),
    body: {
      content: {
        'application/json': {
          schema: z.strictObject({
            account: z.string().trim().min(1).max(320).openapi({
              description: 'Its subject, or an address of mail that the service has verified.',
            }),
          }),
        },
      },
      required: true,
    },
  },
  responses: { 204: { description: 'It is written down' }, ...problemAnswers },
});

const removeAccount = createRoute({
  ...{ method: 'delete', path: '/users/{id}/outside-account', operationId: 'removeOutsideAccount' },
  summary: 'Let nobody sign in as a person by the other service any more',
  request: { params: z.object({ id: idSchema }) },
  responses: { 204: { description: 'There is none' }, ...problemAnswers },
});

/** Signing in by another service, for whoever is nobody yet. */
export function outsideRoutes({ accounts }: ApiOptions): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(listWays, (context) => {
    const { outside } = accounts;
    return context.json({ ...(outside && { outside: outside.name }) }, 200);
  });
  routes.openapi(beginOutside, async (context) => {
    const { next = '/' } = context.req.valid('query');
    const begun = await serviceOf(accounts).begin(ownPage(next));
    if (begun.kind === 'refused') return context.redirect(refusedPage(begun.diagnostics), 302);
    addCookies(context, begun.value.cookies);
    return context.redirect(begun.value.address, 302);
  });
  routes.openapi(finishOutside, async (context) => {
    const { url, headers } = context.req.raw;
    const address = addressOf(context);
    const finished = await serviceOf(accounts).finish({ url, headers, address });
    if (finished.kind === 'refused')
      return context.redirect(refusedPage(finished.diagnostics), 302);
    addCookies(context, finished.value.cookies);
    return context.redirect(finished.value.next, 302);
  });
  return routes;
}

/** Whose account of the other service is whose, by those who manage accounts. */
export function outsideAccountRoutes({ store, accounts }: ApiOptions): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(setAccount, async (context) => {
    const { issuer } = serviceOf(accounts);
    const { id } = context.req.valid('param');
    const account = outsideAccount(issuer, context.req.valid('json').account);
    await ask(store, context.get('actorId'), ({ users }) => users.setOutsideAccount(id, account));
    return context.body(null, 204);
  });
  routes.openapi(removeAccount, async (context) => {
    const { id } = context.req.valid('param');
    await ask(store, context.get('actorId'), ({ users }) => users.setOutsideAccount(id, undefined));
    return context.body(null, 204);
  });
  return routes;
}

/** Where none is configured there is no such address. */
function serviceOf({ outside }: Accounts): OutsideSignIn {
  if (!outside) throw noSuchAddress();
  return outside;
}

/** The page to sign in, which says why; in the words of the page, so that they are in its language. */
function refusedPage(diagnostics: readonly { readonly code: string }[]): string {
  return `/sign-in?${new URLSearchParams({ refused: diagnostics[0]?.code ?? '' })}`;
}

/** A page of this server and of no other, whatever the address says. */
function ownPage(next: string): string {
  const base = 'http://workbench';
  if (!next.startsWith('/') || !URL.canParse(next, base)) return '/';
  const url = new URL(next, base);
  return url.origin === base ? `${url.pathname}${url.search}` : '/';
}
