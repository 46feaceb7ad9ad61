import { openAccounts } from '@tiaoli/accounts';
import { createApi } from '@tiaoli/api';
import { operatorId } from '@tiaoli/workspace';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseKinds } from '../store/databases.ts';
import { as, personOf } from '../store/world.ts';
import type { ApiWorld } from './api-world.ts';
import { answerOf, startApiWorld } from './api-world.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { startProvider } from './identity-provider.ts';

const redirect = 'http://localhost/api/v1/session/outside/back';

describe.each(databaseKinds)('%s', (kind) => {
  let world: ApiWorld;
  let provider: IdentityProvider;
  let api: ReturnType<typeof createApi>;

  beforeAll(async () => {
    world = await startApiWorld(kind);
    provider = await startProvider(redirect);
    const { store, under } = world;
    const { issuer, clientId, clientSecret } = provider;
    const accounts = await openAccounts({
      ...{ database: under.database, store, publicAddress: 'http://localhost' },
      outside: { issuer, clientId, clientSecret, name: '省统一身份认证' },
    });
    if (accounts.kind === 'refused') throw new Error('no accounts');
    api = createApi({
      ...{ store, accounts: accounts.value, now: () => new Date(), clock: () => 0 },
      mostPerMinute: 1_000_000,
      onDefect: (error) => {
        throw error;
      },
    });
  }, 300_000);
  afterAll(async () => {
    await provider.stop();
    await world.under.stop();
  }, 60_000);

  const ask = async (path: string, cookie = '', who?: string, change?: Change) => {
    const token = who === undefined ? undefined : world.tokens.get(who);
    const response = await api.request(
      path.startsWith('http') ? path : `/api/v1${path}`,
      {
        headers: {
          cookie,
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(change?.body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(change && { method: change.method }),
        ...(change?.body !== undefined && { body: JSON.stringify(change.body) }),
      },
      { address: '10.1.1.1' },
    );
    const cookies = response.headers.getSetCookie().map((each) => each.split(';')[0]);
    const location = response.headers.get('location') ?? '';
    return { ...(await answerOf(response)), location, cookie: cookies.join('; ') };
  };
  const write = (who: string, role: 'drafter' | 'reviewer', account: string) =>
    ask(`/users/${personOf(world.world, 'city', role)}/outside-account`, '', who, {
      ...{ method: 'PUT', body: { account } },
    });
  /** The whole way of a browser, and where it ends. */
  const signIn = async (login: string, next = '/proposals?show=all') => {
    const begun = await ask(`/session/outside?${new URLSearchParams({ next })}`);
    expect(begun.status).toBe(302);
    const back = await provider.signIn(begun.location, login);
    return { begun, back, end: await ask(back, begun.cookie) };
  };

  test('the page to sign in is told that there is another service', async () => {
    expect((await ask('/session/ways')).json).toEqual({ outside: '省统一身份认证' });
    const without = await world.ask(undefined, 'GET', '/session/ways');
    expect(without.json).toEqual({});
    expect((await world.ask(undefined, 'GET', '/session/outside')).status).toBe(404);
  });

  test('having an account there lets nobody in', async () => {
    const { end } = await signIn('stranger');
    expect(end.location).toBe('/sign-in?refused=outside-unknown');
    expect(end.headers.getSetCookie().join()).not.toContain('session_token');
  });

  test('who was written down is let in, and comes to where they were going', async () => {
    expect((await write('sister administrator', 'drafter', 'zhang')).status).toBe(404);
    expect((await write('city drafter', 'drafter', 'zhang')).status).toBe(403);
    expect((await write('city administrator', 'drafter', 'zhang')).status).toBe(204);
    const { end, begun, back } = await signIn('zhang');
    expect(end.location).toBe('/proposals?show=all');
    const me = await ask('/me', end.cookie);
    expect(me.json).toMatchObject({ login: 'city-drafter', outsideAccount: 'zhang' });
    // The same answer once more, or in another browser, is of no use.
    expect((await ask(back, begun.cookie)).location).toContain('outside-failed');
    const other = await ask('/session/outside');
    expect((await ask(back, other.cookie)).location).toContain('outside-failed');
    expect((await ask(back)).location).toContain('outside-failed');
    const trail = await as(world.store, operatorId, ({ audit }) =>
      audit.list(world.world.places.city),
    );
    const deeds = trail.map(({ content }) => JSON.parse(content));
    expect(deeds).toContainEqual(
      expect.objectContaining({
        action: 'sign-in',
        detail: expect.objectContaining({ by: 'outside' }),
      }),
    );
    // Nobody is sent away to another server.
    const elsewhere = await signIn('zhang', '//evil.example/');
    expect(elsewhere.end.location).toBe('/');
  });

  test('an address of mail counts where the service has verified it, whatever its capitals', async () => {
    expect((await write('city administrator', 'reviewer', 'Li.Na@office.EXAMPLE')).status).toBe(
      204,
    );
    const { end } = await signIn('li.na');
    expect((await ask('/me', end.cookie)).json.login).toBe('city-reviewer');
    await write('city administrator', 'reviewer', 'unverified@office.example');
    expect((await signIn('unverified')).end.location).toContain('outside-unknown');
    // What was written down before holds no more.
    expect((await signIn('li.na')).end.location).toContain('outside-unknown');
  });

  test('an account is one person’s, and lets in nobody who is disabled, or from whom it was taken', async () => {
    await write('city administrator', 'drafter', 'wang');
    const taken = await write('city administrator', 'reviewer', 'wang');
    expect([taken.status, taken.json.code]).toEqual([409, 'outside-taken']);
    const id = personOf(world.world, 'city', 'drafter');
    await as(world.store, operatorId, ({ users }) => users.setDisabled(id, true));
    expect((await signIn('wang')).end.location).toContain('outside-unknown');
    await as(world.store, operatorId, ({ users }) => users.setDisabled(id, false));
    const { end } = await signIn('wang');
    expect(end.location).toBe('/proposals?show=all');
    const path = `/users/${id}/outside-account`;
    const removed = await ask(path, '', 'city administrator', { method: 'DELETE' });
    expect(removed.status).toBe(204);
    // What it began has ended.
    expect((await ask('/me', end.cookie)).status).toBe(401);
    expect((await signIn('wang')).end.location).toContain('outside-unknown');
  });
});

interface Change {
  readonly method: string;
  readonly body?: unknown;
}
