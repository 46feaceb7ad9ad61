import { createApi } from '@tiaoli/api';
import type { Accounts } from '@tiaoli/workspace';
import { newLink, operatorId } from '@tiaoli/workspace';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseKinds } from '../store/databases.ts';
import { as, personOf } from '../store/world.ts';
import type { Answer, ApiWorld } from './api-world.ts';
import { accountsOf, answerOf, startApiWorld } from './api-world.ts';

const password = '五月的济南柳絮飘过大明湖';
const other = 'another sentence of mine';

describe.each(databaseKinds)('%s', (kind) => {
  let world: ApiWorld;
  let api: ReturnType<typeof createApi>;
  let accounts: Accounts;
  let clock: Date | undefined;

  beforeAll(async () => {
    world = await startApiWorld(kind);
    const { store, under } = world;
    const now = () => clock ?? new Date();
    accounts = await accountsOf(under, store, now);
    const onDefect = (error: unknown) => {
      throw error;
    };
    api = createApi({ store, accounts, now, onDefect, clock: () => 0, mostPerMinute: 1_000_000 });
  }, 300_000);
  afterAll(() => world.under.stop(), 60_000);

  /** Asks as a page would: with its cookies, from its own origin. */
  const ask = async (
    method: string,
    path: string,
    { body, cookie = '', headers = {}, address = '10.1.1.1' }: AskAsPage = {},
  ) => {
    const response = await api.request(
      `/api/v1${path}`,
      {
        method,
        headers: {
          ...{ origin: 'http://localhost', 'sec-fetch-site': 'same-origin', cookie },
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      },
      { address },
    );
    return answerOf(response);
  };
  const signIn = (login: string, given: string, address?: string) =>
    ask('POST', '/session', {
      body: { login, password: given },
      ...(address !== undefined && { address }),
    });
  const withPassword = async (
    place: 'city' | 'sister' | 'province',
    role: 'drafter' | 'auditor',
  ) => {
    const id = personOf(world.world, place, role);
    const link = newLink('password', new Date());
    await as(world.store, operatorId, ({ users }) => users.issueLink(id, link));
    const set = await accounts.setPassword(link.token, password);
    expect(set.kind).toBe('done');
    return { id, login: `${place}-${role}` };
  };
  const trailOf = async (place: 'city' | 'sister' | 'province') => {
    const links = await as(world.store, operatorId, ({ audit }) =>
      audit.list(world.world.places[place]),
    );
    return links.map(({ content }) => JSON.parse(content));
  };

  test('who signs in is known by the cookie until they sign out', async () => {
    const { id, login } = await withPassword('city', 'drafter');
    const answer = await signIn(login, password);
    expect([answer.status, answer.json]).toEqual([
      200,
      { state: 'signed-in', person: { id, login, name: login } },
    ]);
    const [set = ''] = answer.headers.getSetCookie();
    expect(set).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/i);
    const cookie = cookieOf(answer);
    const me = await ask('GET', '/me', { cookie });
    expect([me.status, me.json.login]).toEqual([200, login]);
    const listed = await ask('GET', '/sessions', { cookie });
    expect(listed.json.sessions).toMatchObject([{ isThis: true, address: '10.1.1.1' }]);
    const out = await ask('DELETE', '/session', { cookie });
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie().join()).toMatch(/Max-Age=0/);
    // The cookie is of no use any more, whoever kept it.
    expect((await ask('GET', '/me', { cookie })).status).toBe(401);
    const deeds = (await trailOf('city')).map(({ action }) => action);
    expect(deeds.slice(-2)).toEqual(['sign-in', 'sign-out']);
    expect(JSON.stringify(await trailOf('city'))).not.toContain(password);
  });

  test('a page of another origin changes nothing with the cookie, and programs need no origin', async () => {
    const { login } = await withPassword('city', 'auditor');
    const cookie = cookieOf(await signIn(login, password));
    const foreign: readonly Readonly<Record<string, string>>[] = [
      { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
      { 'sec-fetch-site': 'same-origin', origin: 'null' },
    ];
    for (const headers of foreign) {
      const answer = await ask('DELETE', '/sessions/x', { cookie, headers });
      expect([answer.status, answer.json.code]).toEqual([403, 'foreign-page']);
    }
    const silent = await api.request('/api/v1/sessions/x', {
      method: 'DELETE',
      headers: { cookie },
    });
    expect(silent.status).toBe(403);
    expect((await ask('DELETE', '/sessions/x', { cookie })).status).toBe(204);
    const token = world.tokens.get('city auditor') ?? '';
    const headers = { authorization: `Bearer ${token}` };
    const program = await api.request('/api/v1/sessions/x', { method: 'DELETE', headers });
    expect(program.status).toBe(204);
  });

  test('an unknown login, a wrong password and a disabled account are answered alike', async () => {
    const { id, login } = await withPassword('sister', 'auditor');
    const started = performance.now();
    const wrong = await signIn(login, 'wrong');
    const between = performance.now();
    const unknown = await signIn('nobody.at.all', 'wrong');
    const ended = performance.now();
    await as(world.store, operatorId, ({ users }) => users.setDisabled(id, true));
    const disabled = await signIn(login, password);
    const texts = [wrong, unknown, disabled].map(({ text }) => text);
    expect(new Set(texts).size).toBe(1);
    expect([wrong.status, unknown.status, disabled.status]).toEqual([401, 401, 401]);
    // Neither is answered before what is looked at could be over.
    expect(Math.min(between - started, ended - between)).toBeGreaterThan(690);
    await as(world.store, operatorId, ({ users }) => users.setDisabled(id, false));
  });

  test('tries that fail make wait, longer each time, also the right password, and a restart changes nothing', async () => {
    const { login } = await withPassword('sister', 'drafter');
    for (let tried = 0; tried < 5; tried += 1) {
      expect((await signIn(login, 'wrong')).status).toBe(401);
    }
    const late = await signIn(login, password);
    expect([late.status, late.headers.get('retry-after')]).toEqual([429, '30']);
    expect(late.json.detail).toContain('30 秒');
    const failed = (await trailOf('sister')).filter(({ action }) => action === 'sign-in-failed');
    expect(failed.length).toBeGreaterThanOrEqual(5);
    await age(world, 31_000);
    expect((await signIn(login, 'wrong')).status).toBe(401);
    expect((await signIn(login, password)).headers.get('retry-after')).not.toBeNull();
    await age(world, 61_000);
    expect((await signIn(login, password)).status).toBe(200);
    // All is forgotten with the first that succeeds.
    expect((await signIn(login, 'wrong')).status).toBe(401);
    expect((await signIn(login, password)).status).toBe(200);
  }, 60_000);

  test('of many tries at once none is left out of the count', async () => {
    const tries = Array.from({ length: 12 }, () => signIn('many.at.once', 'wrong', '10.9.9.9'));
    const statuses = (await Promise.all(tries)).map(({ status }) => status).sort();
    expect(statuses.filter((status) => ![401, 429, 503].includes(status))).toEqual([]);
    // Where too many are in each other's way some are told to come again: no password is looked at, and nothing counted.
    let lookedAt = statuses.filter((status) => status === 401).length;
    for (let status = 401; status !== 429; ) {
      ({ status } = await signIn('many.at.once', 'wrong', '10.9.9.8'));
      if (status === 401) lookedAt += 1;
    }
    expect(lookedAt).toBe(5);
  }, 60_000);

  test('an address that tries many logins waits, and nobody at another one', async () => {
    const statuses: number[] = [];
    for (let tried = 0; tried < 22; tried += 1) {
      statuses.push((await signIn(`guess${tried}`, 'wrong', '10.7.7.7')).status);
    }
    expect(statuses.slice(19)).toEqual([401, 401, 429]);
    expect((await signIn('guess0', 'wrong', '10.7.7.8')).status).toBe(401);
  }, 60_000);

  test('a session ends at once when its person is disabled, another password is set, or it is ended', async () => {
    const { id, login } = await withPassword('province', 'drafter');
    const known = async (cookie: string) => (await ask('GET', '/me', { cookie })).status;
    const first = cookieOf(await signIn(login, password));
    const second = cookieOf(await signIn(login, password));
    const listed = await ask('GET', '/sessions', { cookie: second });
    const mine = listed.json.sessions.find(({ isThis }: { isThis: boolean }) => !isThis);
    expect((await ask('DELETE', `/sessions/${mine.id}`, { cookie: second })).status).toBe(204);
    expect([await known(first), await known(second)]).toEqual([401, 200]);
    const third = cookieOf(await signIn(login, password));
    const change = (present: string, next: string) =>
      ask('PUT', '/me/password', { cookie: third, body: { present, password: next } });
    expect((await change('wrong', other)).json.code).toBe('password-wrong');
    expect((await change(password, 'short')).json.code).toBe('password-refused');
    expect((await change(password, other)).status).toBe(204);
    expect([await known(second), await known(third)]).toEqual([401, 200]);
    expect((await signIn(login, password)).status).toBe(401);
    await as(world.store, operatorId, ({ users }) => users.setDisabled(id, true));
    expect(await known(third)).toBe(401);
    await as(world.store, operatorId, ({ users }) => users.setDisabled(id, false));
    // It does not come back with the account.
    expect(await known(third)).toBe(401);
  }, 60_000);

  test('a session ends eight hours after it was last used, and after seven days in any case', async () => {
    const { id, login } = await withPassword('province', 'auditor');
    const sessions = () => world.under.database.client.authSession;
    const idle = cookieOf(await signIn(login, password));
    const row = await sessions().findFirstOrThrow({ where: { userId: id } });
    const hours = (row.expiresAt.getTime() - row.createdAt.getTime()) / 3_600_000;
    expect(hours).toBeCloseTo(8, 2);
    await sessions().update({ where: { id: row.id }, data: { expiresAt: new Date() } });
    expect((await ask('GET', '/me', { cookie: idle })).status).toBe(401);
    const used = cookieOf(await signIn(login, password));
    const later = await sessions().findFirstOrThrow({ where: { userId: id } });
    const soon = new Date(Date.now() + 3_600_000);
    await sessions().update({ where: { id: later.id }, data: { expiresAt: soon } });
    const prolonged = await ask('GET', '/me', { cookie: used });
    expect([prolonged.status, prolonged.headers.getSetCookie().length]).toEqual([200, 1]);
    const again = await sessions().findFirstOrThrow({ where: { userId: id } });
    expect(again.expiresAt.getTime()).toBeGreaterThan(soon.getTime());
    clock = new Date(Date.now() + 7 * 24 * 3_600_000);
    expect((await ask('GET', '/me', { cookie: used })).status).toBe(401);
    clock = undefined;
    expect((await ask('GET', '/me', { cookie: used })).status).toBe(401);
  });

  test('a cookie that is made up or altered is none', async () => {
    const { login } = await withPassword('city', 'drafter');
    const cookie = cookieOf(await signIn(login, password));
    const last = cookie.at(-2) === 'A' ? 'B' : 'A';
    const altered = `${cookie.slice(0, -2)}${last}${cookie.slice(-1)}`;
    for (const each of [altered, 'tiaoli.session_token=x', `${cookie}x`, 'tiaoli.session_token=']) {
      expect((await ask('GET', '/me', { cookie: each })).status, each).toBe(401);
    }
  });
});

interface AskAsPage {
  readonly body?: unknown;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly address?: string;
}

/** What a browser would send from now on. */
function cookieOf(answer: Answer): string {
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

/** Makes what is known of failed tries older. */
async function age({ under }: ApiWorld, millis: number): Promise<void> {
  const { signInFailure } = under.database.client;
  for (const { key, failedAt } of await signInFailure.findMany()) {
    const data = { failedAt: new Date(failedAt.getTime() - millis) };
    await signInFailure.update({ where: { key }, data });
  }
}
