import type { TextLanguage } from '@tiaoli/base';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import type { ApiEnvironment, ApiOptions, ApiRoutes } from './http/api-environment.ts';
import { newRoutes } from './http/api-environment.ts';
import { ApiProblem, problemResponse } from './http/api-problem.ts';
import { defect, invalidRequest, noSuchAddress, notJson, tooLarge } from './http/problems.ts';
import { notYetSignedIn, signedIn } from './http/signed-in.ts';
import { accountRoutes } from './routes/account-routes.ts';
import { calculationRoutes } from './routes/calculation-routes.ts';
import { companyRoutes } from './routes/company-routes.ts';
import { comparisonRoutes } from './routes/comparison-routes.ts';
import { dayRoutes } from './routes/day-routes.ts';
import { decisionRoutes } from './routes/decision-routes.ts';
import { demoRoutes } from './routes/demo-routes.ts';
import { documentRoutes } from './routes/document-routes.ts';
import { draftRoutes } from './routes/draft-routes.ts';
import { codeRoutes, factorRoutes } from './routes/factor-routes.ts';
import { gateRoutes } from './routes/gate-routes.ts';
import { jobRoutes } from './routes/job-routes.ts';
import { keptRoutes } from './routes/kept-routes.ts';
import { linkRoutes } from './routes/link-routes.ts';
import { outsideAccountRoutes, outsideRoutes } from './routes/outside-routes.ts';
import { parameterRoutes } from './routes/parameter-routes.ts';
import { proposalRoutes } from './routes/proposal-routes.ts';
import { publicationRoutes } from './routes/publication-routes.ts';
import { rebaseRoutes } from './routes/rebase-routes.ts';
import { sessionRoutes, signInRoutes } from './routes/session-routes.ts';
import { simulationRoutes } from './routes/simulation-routes.ts';
import { threadRoutes } from './routes/thread-routes.ts';
import { tokenRoutes } from './routes/token-routes.ts';
import { userRoutes } from './routes/user-routes.ts';
import { valueRoutes } from './routes/value-routes.ts';

export const apiRoot = '/api/v1';

/** A text of 1 MiB may grow to twice that, and more, in JSON. */
const MOST_BODY_BYTES = 4 * 1024 * 1024;

/**
 * The API over a store: `fetch` answers a request to `/api/v1/…`, always, and with a problem where it cannot be done.
 *
 * Whoever asks shows a token, or has signed in and sends the cookie of a session; what they may not see is not there, for every address and in the same words.
 */
export function createApi(options: ApiOptions): ApiRoutes {
  const api = newRoutes().basePath(apiRoot);
  api.use(inLanguage);
  api.use(bodyLimit({ maxSize: MOST_BODY_BYTES, onError: () => rejected(tooLarge()) }));
  api.doc31('/openapi.json', description);
  api.use('/session/*', notYetSignedIn(options), jsonAlone);
  for (const routes of [signInRoutes, codeRoutes, outsideRoutes, linkRoutes, demoRoutes])
    api.route('/', routes(options));
  api.use(signedIn(options));
  api.use(jsonAlone);
  for (const routes of ownRoutes) api.route('/', routes(options));
  for (const routes of allRoutes) api.route('/', routes(options.store));
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    ...{ type: 'http', scheme: 'bearer' },
    description: 'A token of `tiaoli user token`',
  });
  api.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    ...{ type: 'apiKey', in: 'cookie', name: 'tiaoli.session_token' },
    description: 'The cookie that signing in sets (`__Secure-tiaoli.session_token` over https)',
  });
  api.notFound((context) => problemResponse(noSuchAddress(), languageOf(context.req.raw)));
  api.onError((error, context) => {
    const problem = problemOf(error, options);
    const response = problemResponse(problem, languageOf(context.req.raw));
    if (problem.status === 401) response.headers.set('www-authenticate', 'Bearer');
    if (problem.retryAfter) response.headers.set('retry-after', String(problem.retryAfter));
    return response;
  });
  return api;
}

const ownRoutes = [
  ...[sessionRoutes, accountRoutes, tokenRoutes, factorRoutes, outsideAccountRoutes],
  ...[jobRoutes, simulationRoutes],
];

const allRoutes = [
  ...[
    documentRoutes,
    dayRoutes,
    parameterRoutes,
    calculationRoutes,
    publicationRoutes,
    draftRoutes,
    rebaseRoutes,
    valueRoutes,
    companyRoutes,
  ],
  ...[proposalRoutes, decisionRoutes, gateRoutes, threadRoutes, userRoutes, keptRoutes],
  comparisonRoutes,
];

const description = {
  openapi: '3.1.0',
  info: {
    title: '条例 Tiaoli',
    version: '1',
    description:
      'Policies, their versions and drafts. Texts are Chinese unless Accept-Language asks for English.',
  },
  security: [{ token: [] }, { session: [] }],
};

const inLanguage = createMiddleware<ApiEnvironment>(async (context, next) => {
  context.set('language', languageOf(context.req.raw));
  await next();
  // Drafts and people are nobody's business but the reader's.
  context.header('cache-control', 'no-store');
});

/** A body of another type is not guessed at: an office's file in GBK would be read as other words. */
const jsonAlone = createMiddleware<ApiEnvironment>(async (context, next) => {
  const header = (name: string) => context.req.header(name);
  const type = header('content-type');
  // By the headers: a server hands on a stream for every POST, also for one without a body.
  const isEmpty = (header('content-length') ?? '0') === '0' && !header('transfer-encoding');
  if ((type !== undefined || !isEmpty) && !JSON_TYPE.test(type ?? '')) throw notJson();
  await next();
});

const JSON_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

/** For callbacks that want an answer. */
function rejected(problem: ApiProblem): never {
  throw problem;
}

function problemOf(error: unknown, { onDefect }: ApiOptions): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof HTTPException && error.status < 500) {
    return invalidRequest('', error.message);
  }
  onDefect(error);
  return defect();
}

/** Chinese, unless the first language that is asked for is English. */
function languageOf(request: Request): TextLanguage {
  return /^\s*en\b/i.test(request.headers.get('accept-language') ?? '') ? 'en' : 'zh';
}
