import type { IncomingMessage, ServerResponse } from 'node:http';

/** The cookies with which somebody's session goes on; undefined for whoever is not signed in. */
export type WhoIs = (headers: Headers) => Promise<readonly string[] | undefined>;

/** Pages, and what they are made of, that are there for everybody. */
const open = /^\/(?:sign-in|set-up|set-password|icon\.svg|api\/language)$|^\/(?:_next|workers)\//;

/**
 * Lets in who is signed in; answers everybody else, a page with the way to sign in and back, anything else with 401.
 *
 * @returns whether the request goes on
 */
export async function passesDoor(
  request: IncomingMessage,
  response: ServerResponse,
  whoIs: WhoIs,
): Promise<boolean> {
  const { pathname, search } = new URL(request.url ?? '/', 'http://workbench');
  if (open.test(pathname)) return true;
  const cookies = await whoIs(headersOf(request));
  if (cookies) {
    for (const cookie of cookies) response.appendHeader('set-cookie', cookie);
    return true;
  }
  response.setHeader('cache-control', 'no-store');
  if (request.method === 'GET' && !pathname.startsWith('/api/')) {
    const wanted = new URLSearchParams({ next: `${pathname}${withoutMarks(search)}` });
    response.writeHead(302, { location: `/sign-in?${wanted}` });
    response.end();
    return false;
  }
  response.writeHead(401, { 'content-type': 'application/problem+json' });
  response.end(JSON.stringify(notSignedIn));
  return false;
}

const notSignedIn = {
  ...{ type: 'about:blank#not-signed-in', code: 'not-signed-in', status: 401 },
  title: '您还没有登录，或者登录已经结束。You are not signed in, or your session has ended.',
};

/** Next.js marks what its script asks for. */
function withoutMarks(search: string): string {
  const params = new URLSearchParams(search);
  params.delete('_rsc');
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

function headersOf({ headers }: IncomingMessage): Headers {
  const kept = new Headers();
  for (const name of ['cookie', 'authorization'] as const) {
    const value = headers[name];
    if (value !== undefined) kept.set(name, value);
  }
  return kept;
}
