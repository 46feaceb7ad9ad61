import { newLink, operatorId } from '@tiaoli/workspace';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseKinds } from '../store/databases.ts';
import { as, personOf } from '../store/world.ts';
import type { ApiWorld } from './api-world.ts';
import { accountsOf, startApiWorld } from './api-world.ts';

const password = '五月的济南柳絮飘过大明湖';

describe.each(databaseKinds)('%s', (kind) => {
  let api: ApiWorld;
  beforeAll(async () => {
    api = await startApiWorld(kind);
  }, 300_000);
  afterAll(() => api.under.stop(), 60_000);

  const signIn = (login: string) =>
    api.ask(undefined, 'POST', '/session', { body: { login, password } });

  test('a store that nobody can sign in to is set up once, by the newest link alone', async () => {
    const accounts = await accountsOf(api.under, api.store);
    const issue = async () => {
      const issued = await accounts.issueSetUp();
      return issued.kind === 'done' ? (issued.value ?? '') : '';
    };
    const [first, second] = [await issue(), await issue()];
    const setUp = (token: string, more: object = {}) => {
      const place = { level: 'province', name: 'province' };
      const body = { token, login: 'first', name: '第一位', password, place, ...more };
      return api.ask(undefined, 'POST', '/session/set-up', { body });
    };
    expect((await setUp(first)).json.code).toBe('link-refused');
    expect((await setUp(second, { password: 'firstfirstfirst' })).json.code).toBe(
      'password-refused',
    );
    expect((await setUp(second, { login: 'with space' })).json.code).toBe('login-refused');
    const made = await Promise.all([setUp(second), setUp(second)]);
    expect(made.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect((await signIn('first')).status).toBe(200);
    expect(await issue()).toBe('');
    const rows = await api.under.database.client.oneTimeLink.findMany();
    expect(JSON.stringify(rows)).not.toContain(second);
    const listed = await as(api.store, operatorId, ({ users }) => users.list());
    const { grants } = listed.find(({ login }) => login === 'first') ?? {};
    expect(grants).toEqual([{ jurisdictionId: api.world.places.province, role: 'administrator' }]);
  });

  test('administrators manage the accounts of their place and below, and nobody else does', async () => {
    const body = { login: 'newcomer', name: '新人', jurisdictionId: api.world.places.city };
    const add = (who: string) => api.ask(who, 'POST', '/users', { body });
    expect((await add('sister administrator')).status).toBe(403);
    expect((await add('city drafter')).status).toBe(403);
    const { status, json } = await add('city administrator');
    expect(status).toBe(201);
    const role = `/users/${json.id}/roles/${api.world.places.city}/drafter`;
    expect((await api.ask('sister administrator', 'PUT', role)).status).toBe(403);
    expect((await api.ask('city administrator', 'PUT', role)).status).toBe(204);
    const link = (who: string) => api.ask(who, 'POST', `/users/${json.id}/password-link`);
    expect((await link('sister administrator')).status).toBe(404);
    expect((await link('city drafter')).status).toBe(404);
    const former = await link('province administrator');
    const issued = await link('city administrator');
    expect(issued.status).toBe(201);
    const tokenOf = (path: string) => path.replace('/set-password#', '');
    const set = (token: string, given = password) =>
      api.ask(undefined, 'PUT', '/session/password', { body: { token, password: given } });
    expect((await set(tokenOf(former.json.path))).json.code).toBe('link-refused');
    const token = tokenOf(issued.json.path);
    const read = await api.ask(undefined, 'POST', '/session/link', { body: { token } });
    expect(read.json).toMatchObject({ kind: 'password', person: { login: 'newcomer' } });
    expect((await set(token, 'newcomernewcomer')).json.code).toBe('password-refused');
    expect((await set(token)).status).toBe(200);
    expect((await set(token)).json.code).toBe('link-refused');
    expect((await signIn('newcomer')).status).toBe(200);
    const access = { body: { disabled: true } };
    const shut = await api.ask('city administrator', 'PUT', `/users/${json.id}/access`, access);
    expect(shut.status).toBe(204);
    expect((await signIn('newcomer')).status).toBe(401);
    const revoked = await api.ask('city administrator', 'DELETE', role);
    expect(revoked.status).toBe(204);
  });

  test('an account comes with its roles, or not at all', async () => {
    const body = { login: 'whole', name: '一次', jurisdictionId: api.world.places.city };
    const add = (roles: readonly string[]) =>
      api.ask('city administrator', 'POST', '/users', { body: { ...body, roles } });
    expect((await add(['operator'])).status).toBe(400);
    const { status, json } = await add(['drafter', 'reviewer', 'drafter']);
    expect([status, json.grants.map((grant: { role: string }) => grant.role)]).toEqual([
      201,
      ['drafter', 'reviewer'],
    ]);
    const listed = await as(api.store, operatorId, ({ users }) => users.list());
    expect(listed.find(({ login }) => login === 'whole')?.grants).toEqual(json.grants);
  });

  test('a person issues tokens for programs and takes them back; a token makes no other one', async () => {
    const id = personOf(api.world, 'city', 'publisher');
    const { token: link, ...hash } = newLink('password', new Date());
    await as(api.store, operatorId, ({ users }) => users.issueLink(id, hash));
    await api.ask(undefined, 'PUT', '/session/password', { body: { token: link, password } });
    const cookie = (await signIn('city-publisher')).headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    const own = {
      headers: { cookie, origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
    };
    const body = { name: '月度测算', days: 30 };
    const issued = await api.ask(undefined, 'POST', '/me/tokens', { ...own, body });
    expect(issued.status).toBe(201);
    const { token } = issued.json;
    expect((await api.ask(token, 'GET', '/me')).json.login).toBe('city-publisher');
    const byToken = await api.ask(token, 'POST', '/me/tokens', { body });
    expect([byToken.status, byToken.json.code]).toEqual([403, 'session-needed']);
    const list = await api.ask(undefined, 'GET', '/me/tokens', own);
    expect(list.text).not.toContain(token);
    expect(list.json.tokens.at(-1)).toMatchObject({ id: issued.json.id, name: '月度测算' });
    // Nobody else's is there to be taken back.
    const foreign = await api.ask('city drafter', 'DELETE', `/me/tokens/${issued.json.id}`);
    expect(foreign.status).toBe(404);
    const revoke = await api.ask(undefined, 'DELETE', `/me/tokens/${issued.json.id}`, own);
    expect(revoke.status).toBe(204);
    expect((await api.ask(token, 'GET', '/me')).status).toBe(401);
    const refused = await api.ask(undefined, 'POST', '/me/tokens', {
      ...{ ...own, body: { ...body, name: '  ' } },
    });
    expect([refused.status, refused.json.code]).toEqual([422, 'token-refused']);
  });

  test('whoever has a role above is out of reach of the administrator below', async () => {
    const id = personOf(api.world, 'province', 'drafter');
    const roles = `/users/${id}/roles/${api.world.places.city}/reviewer`;
    expect((await api.ask('city administrator', 'PUT', roles)).status).toBe(204);
    const link = await api.ask('city administrator', 'POST', `/users/${id}/password-link`);
    expect([link.status, link.json.code]).toEqual([403, 'not-permitted']);
  });

  test('a link ends after a day', async () => {
    const id = personOf(api.world, 'city', 'analyst');
    const { token, ...link } = newLink('password', new Date(Date.now() - 24 * 3_600_000 - 1000));
    await as(api.store, operatorId, ({ users }) => users.issueLink(id, link));
    const body = { token, password };
    const answer = await api.ask(undefined, 'PUT', '/session/password', { body });
    expect([answer.status, answer.json.code]).toEqual([422, 'link-refused']);
  });
});
