import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** A real provider of identities (OpenID Connect) on loopback, in which anybody may be anybody. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /**
   * Does what a browser and its person would, from where they were sent to until they are sent back.
   *
   * @returns the address that the browser is sent back to
   */
  signIn(address: string, login: string): Promise<string>;
  stop(): Promise<void>;
}

/** The mail of `login` is `login@Office.example`; that of `unverified` was looked at by nobody. */
export async function startProvider(redirect: string): Promise<IdentityProvider> {
  const [clientId, clientSecret] = ['tiaoli', 'a secret of the test'];
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirect] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    cookies: { keys: ['a key of the test'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({
        ...{ sub: id, email: `${id}@Office.example`, email_verified: id !== 'unverified' },
      }),
    }),
  });
  server.on('request', provider.callback());
  return {
    ...{ issuer, clientId, clientSecret },
    signIn: (address, login) => signIn(address, login, redirect),
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function signIn(address: string, login: string, redirect: string): Promise<string> {
  const cookies = new Map<string, string>();
  let at = address;
  let body: URLSearchParams | undefined;
  for (let step = 0; step < 12; step += 1) {
    const answer = await fetch(at, {
      ...{ redirect: 'manual', headers: { cookie: [...cookies.values()].join('; ') } },
      ...(body && { method: 'POST', body }),
    });
    for (const each of answer.headers.getSetCookie()) {
      const [pair = ''] = each.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair);
    }
    const location = answer.headers.get('location');
    const page = await answer.text();
    body = undefined;
    if (location !== null) {
      if (location.startsWith(redirect)) return location;
      at = new URL(location, at).href;
      continue;
    }
    const [, action = ''] = /<form[^>]*action="([^"]+)"/.exec(page) ?? [];
    const [, prompt = ''] = /name="prompt" value="(\w+)"/.exec(page) ?? [];
    if (action === '') throw new Error(`neither a form nor a way on: ${answer.status} ${page}`);
    at = new URL(action, at).href;
    body = new URLSearchParams({ prompt, login, password: 'any' });
  }
  throw new Error('the provider leads in a circle');
}
