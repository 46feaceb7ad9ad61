import { createApi } from '@tiaoli/api';
import type { PolicyStore } from '@tiaoli/workspace';
import { operatorId } from '@tiaoli/workspace';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseKinds } from '../store/databases.ts';
import { as, personOf } from '../store/world.ts';
import type { ApiWorld } from './api-world.ts';
import { addDraft, startApiWorld, tokenOf } from './api-world.ts';
import { noAccounts, noStore } from './no-store.ts';

describe.each(databaseKinds)('%s', (kind) => {
  let api: ApiWorld;
  let ids: Awaited<ReturnType<typeof addDraft>>;

  beforeAll(async () => {
    api = await startApiWorld(kind);
    ids = await addDraft(api);
  }, 300_000);
  afterAll(async () => {
    await api.under.stop();
    expect(api.defects).toEqual([]);
  }, 60_000);

  test('a text is read, saved from its ETag, and read again', async () => {
    const path = `/drafts/${ids.draft.id}`;
    const first = await api.ask('city drafter', 'GET', path);
    expect([first.status, first.headers.get('etag')]).toEqual([200, '"1"']);
    expect(first.json).toMatchObject({ revision: 1, text: '语言 1\n', state: 'open' });
    const body = { text: '\ufeff语言 1\r\n\u0000𠀀' };
    const headers = { 'if-match': first.headers.get('etag') ?? '' };
    const saved = await api.ask('city drafter', 'PUT', path, { body, headers });
    expect([saved.status, saved.headers.get('etag')]).toEqual([200, '"2"']);
    const again = await api.ask('city reviewer', 'GET', path);
    expect(again.json).toMatchObject({ revision: 2, ...body });
    expect(again.headers.get('cache-control')).toBe('no-store');
  });

  test('of two who save from one revision the second is told what both changed, and nothing is lost', async () => {
    const text = (first: string, second: string) =>
      `语言 1\n\n条「一」 出处 "一" {\n  参数 甲：金额 = ${first}元；\n}\n\n条「二」 出处 "二" {\n  参数 乙：金额 = ${second}元；\n}\n`;
    const made = await api.ask('city drafter', 'POST', '/drafts', {
      body: {
        ...{ jurisdictionId: api.world.places.city, documentId: api.world.documents.city.id },
        ...{ title: '两人', path: 'policies/two.tiaoli', text: text('1', '1') },
      },
    });
    expect(made.status).toBe(201);
    const save = (content: string, revision: string) =>
      api.ask('city drafter', 'PUT', `/drafts/${made.json.id}`, {
        ...{ body: { text: content }, headers: { 'if-match': revision } },
      });
    expect((await save(text('2', '1'), '"1"')).status).toBe(200);
    const other = await save(text('1', '3'), '"1"');
    expect([other.status, other.json.code]).toEqual([412, 'draft-moved']);
    expect(other.headers.get('content-type')).toBe('application/problem+json');
    expect(other.json.merged).toBe(text('2', '3'));
    expect(other.json.theirs).toMatchObject({ revision: 2, text: text('2', '1') });
    const clash = await save(text('9', '1'), '"1"');
    expect(clash.json.merged).toBeUndefined();
    expect(clash.json.clauses).toMatchObject([{ clause: expect.stringContaining('一') }]);
    const [only] = clash.json.clauses;
    expect([only.base, only.mine, only.theirs].map((each) => /= (\d)元/.exec(each)?.[1])).toEqual([
      '1',
      '9',
      '2',
    ]);
    expect((await save(other.json.merged, '"2"')).json.revision).toBe(3);
    const closed = await api.ask('city drafter', 'POST', `/drafts/${made.json.id}/close`);
    expect([closed.status, closed.text]).toEqual([204, '']);
    const late = await save('x', '"3"');
    expect([late.status, late.json.code]).toEqual([409, 'draft-closed']);
  });

  test.each([
    [undefined, 428, 'revision-missing'],
    ['1', 400, 'invalid-request'],
    ['"0"', 400, 'invalid-request'],
    ['"99999999999"', 400, 'invalid-request'],
    ['*', 400, 'invalid-request'],
  ])('If-Match: %s is %i %s, and nothing is saved', async (ifMatch, status, code) => {
    const path = `/drafts/${ids.draft.id}`;
    const before = await api.ask('city drafter', 'GET', path);
    const headers = { ...(ifMatch !== undefined && { 'if-match': ifMatch }) };
    const answer = await api.ask('city drafter', 'PUT', path, { body: { text: 'x' }, headers });
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect((await api.ask('city drafter', 'GET', path)).json).toEqual(before.json);
  });

  test('who may do what with a draft of the city: 404 outside the office, 403 within', async () => {
    const office = ['drafter', 'proposer', 'reviewer', 'publisher'];
    const path = `/drafts/${ids.draft.id}`;
    const headers = { 'if-match': '"1000"' };
    for (const who of api.tokens.keys()) {
      const [place, role = ''] = who.split(' ');
      const inside = place === 'city' && office.includes(role);
      const read = await api.ask(who, 'GET', path);
      const listed = await api.ask(who, 'GET', '/drafts');
      const save = await api.ask(who, 'PUT', path, { body: { text: 'x' }, headers });
      const seen = listed.json.drafts.some(({ id }: { id: string }) => id === ids.draft.id);
      expect([read.status, seen], who).toEqual([inside ? 200 : 404, inside]);
      // From no revision there is: whoever may save is told of the conflict.
      const allowed = who === 'city drafter' ? 412 : 403;
      expect(save.status, who).toBe(inside ? allowed : 404);
      if (who === 'city drafter') continue;
      expect((await api.ask(who, 'POST', `${path}/close`)).status, who).toBe(inside ? 403 : 404);
    }
    expect((await api.ask('city drafter', 'GET', path)).json.state).toBe('open');
  }, 300_000);

  test('what is published is there for everybody, with its hash', async () => {
    const document = ids.version.documentId;
    for (const who of ['city drafter', 'elsewhere analyst', 'nation auditor']) {
      const listed = await api.ask(who, 'GET', `/documents/${document}/versions`);
      expect(listed.json.versions.map(({ hash }: { hash: string }) => hash)).toEqual([
        ids.version.hash,
      ]);
      const now = await api.ask(who, 'GET', `/documents/${document}/in-force?on=2027-06-01`);
      expect([now.json.id, now.headers.get('etag')]).toEqual([
        ids.version.id,
        `"${ids.version.hash}"`,
      ]);
      const source = await api.ask(who, 'GET', `/versions/${ids.version.id}/source`);
      expect(source.headers.get('tiaoli-version')).toBe(ids.version.hash);
    }
    const response = await api.ask('city drafter', 'GET', `/versions/${ids.version.id}/source`);
    expect(response.headers.get('etag')).toBe(`"${ids.version.sourceHash}"`);
    const before = `/documents/${document}/in-force?on=2027-06-01&known=2020-01-01T00:00:00Z`;
    expect((await api.ask('city drafter', 'GET', before)).status).toBe(404);
    const early = `/documents/${document}/in-force?on=2026-12-31`;
    expect((await api.ask('city drafter', 'GET', early)).status).toBe(404);
    const noDay = `/documents/${document}/in-force?on=2027-02-30`;
    expect((await api.ask('city drafter', 'GET', noDay)).json.code).toBe('invalid-request');
  });

  test('the audit trail is for auditors of the place and above', async () => {
    const path = `/jurisdictions/${api.world.places.city}/audit`;
    const asked = await Promise.all(
      ['city auditor', 'province auditor', 'sister auditor', 'city drafter'].map((who) =>
        api.ask(who, 'GET', path),
      ),
    );
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 403, 403]);
    expect(asked[0]?.json.links.length).toBeGreaterThan(5);
  });

  describe('tokens', () => {
    const me = (token: string | undefined) => api.ask(token, 'GET', '/me');

    test('without one that is taken there is nothing', async () => {
      const { store, world } = api;
      const userId = personOf(world, 'sister', 'analyst');
      const good = await tokenOf(store, userId);
      expect((await me(good)).json).toMatchObject({ id: userId, login: 'sister-analyst' });
      const refused = await Promise.all([
        me(undefined),
        me('tiaoli_unknown'),
        me(`${good}x`),
        api.ask(undefined, 'GET', '/me', { headers: { authorization: `Basic ${good}` } }),
      ]);
      expect(new Set(refused.map(({ text }) => text)).size).toBe(1);
      expect(refused[0]).toMatchObject({ status: 401, json: { code: 'not-signed-in' } });
      expect(refused[0]?.headers.get('www-authenticate')).toBe('Bearer');
    });

    test('one that is taken back, has ended, or whose person is disabled, is taken no more', async () => {
      const { store, world, under } = api;
      const userId = personOf(world, 'sister', 'publisher');
      const [back = '', ended = '', disabled = ''] = await Promise.all(
        [1, 2, 3].map(() => tokenOf(store, userId)),
      );
      const listed = await as(store, userId, ({ tokens }) => tokens.list(userId));
      expect(listed).toHaveLength(4);
      expect(JSON.stringify(listed)).not.toContain(back);
      const rows = await under.database.client.apiToken.findMany({ where: { userId } });
      const { tokenHash } = await import('@tiaoli/workspace');
      const rowOf = (token: string) => rows.find(({ hash }) => hash === tokenHash(token))?.id ?? '';
      await as(store, userId, ({ tokens }) => tokens.revoke(userId, rowOf(back)));
      await under.database.client.apiToken.update({
        ...{ where: { id: rowOf(ended) }, data: { expiresAt: new Date(Date.now() - 1) } },
      });
      expect((await me(back)).status).toBe(401);
      expect((await me(ended)).status).toBe(401);
      expect((await me(disabled)).status).toBe(200);
      await as(store, operatorId, ({ users }) => users.setDisabled(userId, true));
      expect((await me(disabled)).status).toBe(401);
      await as(store, operatorId, ({ users }) => users.setDisabled(userId, false));
    });

    test('nobody makes, sees or takes back those of others', async () => {
      const { store, world } = api;
      const victim = personOf(world, 'city', 'drafter');
      const administrator = personOf(world, 'city', 'administrator');
      for (const by of [administrator, personOf(world, 'sister', 'drafter')]) {
        await expect(as(store, by, ({ tokens }) => tokens.list(victim))).rejects.toThrow(
          /not-permitted|record-not-found/,
        );
        const later = new Date(Date.now() + 1e6);
        const token = { name: 'x', hash: 'b'.repeat(64), expiresAt: later };
        await expect(as(store, by, ({ tokens }) => tokens.add(victim, token))).rejects.toThrow(
          /not-permitted|record-not-found/,
        );
      }
    });
  });

  test('problems come in the language that is asked for', async () => {
    const path = '/documents/none';
    const chinese = await api.ask('city drafter', 'GET', path);
    const english = await api.ask('city drafter', 'GET', path, {
      headers: { 'accept-language': 'en-GB,zh' },
    });
    expect(chinese.json.title).toMatch(/\p{Script=Han}/u);
    expect(english.json.title).not.toMatch(/\p{Script=Han}/u);
    expect([chinese.json.code, english.json.code]).toEqual([
      'record-not-found',
      'record-not-found',
    ]);
  });

  test('the trail that the API leaves is whole', async () => {
    expect(await api.store.verify()).toEqual([]);
  });
});

describe('beside a store', () => {
  const broken = (actorOfToken: PolicyStore['actorOfToken']) => ({
    ...{ store: { ...noStore, actorOfToken }, accounts: noAccounts },
    now: () => new Date(),
  });
  const withToken = { headers: { authorization: 'Bearer x' } };

  test('a mistake of ours is 500 without what it says, and told to whoever runs the server', async () => {
    const told: unknown[] = [];
    const api = createApi({
      ...broken(async () => ({ kind: 'done', value: 'somebody' })),
      ...{ clock: () => 0, onDefect: (error) => told.push(error) },
    });
    const answer = await api.request('/api/v1/me', withToken);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret');
    expect(told).toHaveLength(1);
  });

  test('who asks too often waits, and nobody else', async () => {
    let now = 0;
    const api = createApi({
      ...broken(async (hash) => ({ kind: 'done', value: hash })),
      ...{ clock: () => now, onDefect: () => undefined, mostPerMinute: 3 },
    });
    const ask = async (token: string) => {
      const { status, headers } = await api.request('/api/v1/me', {
        headers: { authorization: `Bearer ${token}` },
      });
      return `${status} ${headers.get('retry-after')}`;
    };
    const many = [await ask('a'), await ask('a'), await ask('a'), await ask('a'), await ask('b')];
    expect(many).toEqual(['500 null', '500 null', '500 null', '429 20', '500 null']);
    now = 20_000;
    expect([await ask('a'), await ask('a')]).toEqual(['500 null', '429 20']);
  });
});
