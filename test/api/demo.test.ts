import { openAccounts } from '@tiaoli/accounts';
import { createApi } from '@tiaoli/api';
import { demoPeople, operatorId } from '@tiaoli/workspace';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseKinds } from '../store/databases.ts';
import { as } from '../store/world.ts';
import type { ApiWorld } from './api-world.ts';
import { answerOf, startApiWorld } from './api-world.ts';

const [someone] = demoPeople;
const login = someone?.login ?? '';

describe.each(databaseKinds)('%s', (kind) => {
  let world: ApiWorld;
  let apis: Readonly<Record<'demo' | 'real', ReturnType<typeof createApi>>>;
  let personId: string;

  beforeAll(async () => {
    world = await startApiWorld(kind);
    const { store, under } = world;
    const apiOf = async (isDemo: boolean) => {
      const { database } = under;
      const publicAddress = 'http://localhost';
      const accounts = await openAccounts({ database, store, publicAddress, isDemo });
      if (accounts.kind === 'refused') throw new Error('no accounts');
      return createApi({
        ...{ store, accounts: accounts.value, clock: () => 0, now: () => new Date() },
        mostPerMinute: 1_000_000,
        onDefect: (error) => {
          throw error;
        },
      });
    };
    apis = { demo: await apiOf(true), real: await apiOf(false) };
    const user = { login, name: '山东省起草（演示）', jurisdictionId: world.world.places.city };
    personId = (await as(store, operatorId, ({ users }) => users.add(user))).id;
  }, 300_000);
  afterAll(() => world.under.stop(), 60_000);

  const signIn = async (which: 'demo' | 'real', who: string, more: Sent = {}) => {
    const { address = '127.0.0.1', headers = {} } = more;
    const own = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' };
    const body = JSON.stringify({ login: who });
    const sent = { ...own, 'content-type': 'application/json', ...headers };
    const response = await apis[which].request(
      '/api/v1/session/demo',
      { method: 'POST', headers: sent, body },
      { address },
    );
    return answerOf(response);
  };

  test('a real store has no such address, whoever asks', async () => {
    expect((await signIn('real', login)).json.code).toBe('no-such-address');
    const list = await answerOf(await apis.real.request('/api/v1/session/demo'));
    expect([list.status, list.json.code]).toEqual([404, 'no-such-address']);
  });

  test('in a demonstration one chooses whom to be, and is known by the cookie', async () => {
    const list = await answerOf(await apis.demo.request('/api/v1/session/demo'));
    expect(list.json.people).toEqual(demoPeople);
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
      const answer = await signIn('demo', login, { address });
      expect([answer.status, answer.json.person]).toMatchObject([200, { id: personId, login }]);
      const cookie = answer.headers
        .getSetCookie()
        .map((each) => each.split(';')[0])
        .join('; ');
      const me = await apis.demo.request('/api/v1/me', { headers: { cookie } });
      expect(await me.json()).toMatchObject({ login });
    }
  });

  test('from another computer, as anybody else, or for a foreign page nobody gets in', async () => {
    for (const address of ['10.1.1.1', '::ffff:10.1.1.1', '128.0.0.1', '', 'x']) {
      expect((await signIn('demo', login, { address })).status, address).toBe(401);
    }
    expect((await signIn('demo', 'city-drafter')).json.code).toBe('sign-in-refused');
    expect((await signIn('demo', demoPeople[1]?.login ?? '')).status).toBe(401);
    const foreign = { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await signIn('demo', login, { headers: foreign })).json.code).toBe('foreign-page');
    await as(world.store, operatorId, ({ users }) => users.setDisabled(personId, true));
    expect((await signIn('demo', login)).status).toBe(401);
  });
});

interface Sent {
  readonly address?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
