import type { PolicyStore } from '@tiaoli/workspace';
import { tokenHash } from '@tiaoli/workspace';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ApiEnvironment, ApiOptions } from './api-environment.ts';
import { foreignPage, notSignedIn, tooManyRequests } from './problems.ts';
import { createRateLimit } from './rate-limit.ts';
import { doneOrProblem } from './refused.ts';

const MOST_PER_MINUTE = 600;

const readingMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Finds out who asks, by a token or by the cookie of a session; without either there is nothing. */
export function signedIn({ store, accounts, clock, mostPerMinute = MOST_PER_MINUTE }: ApiOptions) {
  const rates = createRateLimit(mostPerMinute, clock);
  return createMiddleware<ApiEnvironment>(async (context, next) => {
    const shown = context.req.header('authorization');
    // Whoever shows a token means it: a session beside it counts for nothing.
    const session =
      shown === undefined
        ? doneOrProblem(await accounts.sessionOf(context.req.raw.headers))
        : undefined;
    const actorId = session?.personId ?? (await actorOfHeader(store, shown));
    // All who are nobody share one rate.
    const wait = rates.waitFor(actorId ?? '');
    if (wait > 0) throw tooManyRequests(wait);
    if (actorId === undefined) throw notSignedIn();
    if (session) refuseForeign(context);
    context.set('actorId', actorId);
    if (session) context.set('sessionId', session.sessionId);
    // Before what the request sets: where the session goes on as another one, the last cookie counts.
    addCookies(context, session?.cookies ?? []);
    await next();
  });
}

/**
 * Whether whoever asked may still: for an answer that goes on. False once the token was taken back or the session has
 * ended; asking does not prolong a session.
 */
export async function isStillSignedIn(
  context: Context<ApiEnvironment>,
  { store, accounts }: ApiOptions,
): Promise<boolean> {
  const [actorId, sessionId] = [context.get('actorId'), context.get('sessionId')];
  if (sessionId === undefined) {
    const shown = context.req.header('authorization');
    return (await actorOfHeader(store, shown)) === actorId;
  }
  const open = await accounts.sessions(actorId);
  return open.kind === 'done' && open.value.some(({ id }) => id === sessionId);
}

/** For what is asked before anybody is signed in: a rate for each address. */
export function notYetSignedIn({ clock, mostPerMinute = MOST_PER_MINUTE }: ApiOptions) {
  const rates = createRateLimit(Math.max(1, mostPerMinute / 10), clock);
  return createMiddleware<ApiEnvironment>(async (context, next) => {
    const wait = isConstant(context) ? 0 : rates.waitFor(addressOf(context));
    if (wait > 0) throw tooManyRequests(wait);
    if (context.req.header('authorization') === undefined) refuseForeign(context, 'or unknown');
    await next();
  });
}

/** What the page to sign in asks for whenever it is opened: a whole office may have one address in the morning. */
function isConstant({ req }: Context<ApiEnvironment>): boolean {
  return req.method === 'GET' && /\/session\/(?:ways|demo)$/.test(req.path);
}

/** The network address of whoever asks. */
export function addressOf({ env }: Pick<Context<ApiEnvironment>, 'env'>): string {
  return env?.address ?? '';
}

export function addCookies(context: Context<ApiEnvironment>, cookies: readonly string[]): void {
  for (const cookie of cookies) context.header('set-cookie', cookie, { append: true });
}

async function actorOfHeader(
  store: PolicyStore,
  shown: string | undefined,
): Promise<string | undefined> {
  const [, token] = /^Bearer ([\w-]{1,200})$/.exec(shown ?? '') ?? [];
  return token === undefined
    ? undefined
    : doneOrProblem(await store.actorOfToken(tokenHash(token)));
}

/**
 * A browser sends its cookie with whatever any page asks for; so what changes something has to say that a page of this
 * server asks for it, which browsers let no page make up.
 */
function refuseForeign(
  { req }: Context<ApiEnvironment>,
  unsaid: 'refused' | 'or unknown' = 'refused',
): void {
  if (readingMethods.has(req.method)) return;
  const site = req.header('sec-fetch-site');
  const origin = req.header('origin');
  if (site !== undefined && site !== 'same-origin') throw foreignPage();
  if (origin !== undefined && !isOwn(origin, req.header('host') ?? new URL(req.url).host)) {
    throw foreignPage();
  }
  if (site === undefined && origin === undefined && unsaid === 'refused') throw foreignPage();
}

function isOwn(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
