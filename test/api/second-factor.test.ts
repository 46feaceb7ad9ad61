import { createHash } from 'node:crypto';
import { createApi } from '@tiaoli/api';
import type { Accounts } from '@tiaoli/workspace';
import { newLink, operatorId } from '@tiaoli/workspace';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseKinds } from '../store/databases.ts';
import { as, personOf } from '../store/world.ts';
import type { Answer, ApiWorld } from './api-world.ts';
import { accountsOf, answerOf, startApiWorld } from './api-world.ts';
import { codeOf } from './totp.ts';

const password = '五月的济南柳絮飘过大明湖';

test('our codes are those of RFC 6238', () => {
  // Appendix B, SHA-1, the last six of eight digits: the secret is 12345678901234567890.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  expect(codeOf(secret, new Date(59_000))).toBe('287082');
  expect(codeOf(secret, new Date(1_111_111_109_000))).toBe('081804');
});

describe.each(databaseKinds)('%s', (kind) => {
  let world: ApiWorld;
  let api: ReturnType<typeof createApi>;
  let accounts: Accounts;

  beforeAll(async () => {
    world = await startApiWorld(kind);
    const { store, under } = world;
    accounts = await accountsOf(under, store);
    api = createApi({
      ...{ store, accounts, now: () => new Date(), clock: () => 0, mostPerMinute: 1_000_000 },
      onDefect: (error) => {
        throw error;
      },
    });
  }, 300_000);
  afterAll(() => world.under.stop(), 60_000);

  /** Asks as a page would: with its cookies, from its own origin. */
  const ask = async (method: string, path: string, { body, cookie = '' }: Asked = {}) => {
    const own = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin', cookie };
    const response = await api.request(
      `/api/v1${path}`,
      {
        method,
        headers: { ...own, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      },
      { address: '10.1.1.1' },
    );
    return answerOf(response);
  };
  const signIn = (login: string) => ask('POST', '/session', { body: { login, password } });
  const byCode = (cookie: string, code: string) =>
    ask('POST', '/session/code', { cookie, body: { code } });
  const triesFrom = async (address: string) => {
    const key = createHash('sha256').update(`address\n${address}`).digest('hex');
    const row = await world.under.database.client.signInFailure.findUnique({ where: { key } });
    return row?.count ?? 0;
  };
  /** Somebody of the city who is asked for codes. */
  const withFactor = async (role: 'drafter' | 'reviewer' | 'auditor' | 'analyst') => {
    const id = personOf(world.world, 'city', role);
    const { token, ...link } = newLink('password', new Date());
    await as(world.store, operatorId, ({ users }) => users.issueLink(id, link));
    expect((await accounts.setPassword(token, password)).kind).toBe('done');
    const login = `city-${role}`;
    const first = cookiesOf(await signIn(login));
    const begun = await ask('POST', '/me/second-factor', { cookie: first, body: { password } });
    expect(begun.status).toBe(201);
    const { secret, recoveryCodes } = begun.json;
    const confirmed = await ask('POST', '/me/second-factor/confirmation', {
      ...{ cookie: first, body: { code: codeOf(secret, new Date()) } },
    });
    expect([confirmed.status, confirmed.text]).toEqual([204, '']);
    const cookie = cookiesOf(confirmed);
    return { id, login, first, cookie, secret, recoveryCodes, begun };
  };

  test('behind the password a code of the device is asked for, and no session is there before it', async () => {
    const { login, first, cookie, secret, begun } = await withFactor('drafter');
    expect(begun.json.uri).toBe(
      `otpauth://totp/${encodeURIComponent('条例')}:${login}?secret=${secret}&issuer=${encodeURIComponent('条例')}`,
    );
    expect(begun.json.picture).toMatch(/^<svg /);
    // The session went on as a new one.
    expect((await ask('GET', '/me', { cookie: first })).status).toBe(401);
    const me = await ask('GET', '/me', { cookie });
    expect([me.status, me.json.secondFactor]).toEqual([200, true]);
    const half = await signIn(login);
    expect([half.status, half.json]).toEqual([200, { state: 'second-factor' }]);
    const pending = cookiesOf(half);
    expect((await ask('GET', '/me', { cookie: pending })).status).toBe(401);
    const wrong = await byCode(pending, otherThan(codeOf(secret, new Date())));
    expect([wrong.status, wrong.json.code]).toEqual([422, 'code-wrong']);
    const usedAt = new Date();
    const whole = await byCode(pending, codeOf(secret, usedAt));
    expect([whole.status, whole.json.person?.login]).toEqual([200, login]);
    expect((await ask('GET', '/me', { cookie: cookiesOf(whole) })).json.login).toBe(login);
    // Whoever saw the code typed, and knows the password, is not let in by it.
    const seen = await byCode(cookiesOf(await signIn(login)), codeOf(secret, usedAt));
    expect([seen.status, seen.json.code]).toEqual([422, 'code-wrong']);
    // The first step is used up.
    const again = await byCode(pending, codeOf(secret, new Date()));
    expect([again.status, again.json.code]).toEqual([401, 'first-step-over']);
    expect((await byCode('', codeOf(secret, new Date()))).json.code).toBe('first-step-over');
    const stored = await world.under.database.client.authTwoFactor.findMany();
    expect(JSON.stringify(stored)).not.toContain(secret);
  });

  test('wrong codes make wait as wrong passwords do, also where the password is right', async () => {
    const { login, secret } = await withFactor('reviewer');
    const codes: number[] = [];
    for (let tries = 0; tries < 3; tries += 1) {
      const pending = cookiesOf(await signIn(login));
      if (pending === '') break;
      const wrong = await byCode(pending, otherThan(codeOf(secret, new Date())));
      codes.push(wrong.status);
    }
    const next = await signIn(login);
    expect([next.status, next.json.code]).toEqual([429, 'tried-too-often']);
    expect(codes.filter((status) => status === 200)).toEqual([]);
  });

  test('a recovery code is good once', async () => {
    const { login, recoveryCodes } = await withFactor('auditor');
    expect(recoveryCodes.length).toBe(10);
    const use = async () => byCode(cookiesOf(await signIn(login)), recoveryCodes[0]);
    const before = await triesFrom('10.1.1.1');
    expect((await use()).status).toBe(200);
    // Of the two steps nothing is left: an office signs in from one address all day.
    expect(await triesFrom('10.1.1.1')).toBe(before);
    expect((await use()).json.code).toBe('code-wrong');
  });

  test('who shows the password turns it off; an administrator resets it, and nobody else', async () => {
    const { id, login, cookie } = await withFactor('analyst');
    const remove = (given: string) =>
      ask('POST', '/me/second-factor/removal', { cookie, body: { password: given } });
    expect((await remove('wrong')).json.code).toBe('password-wrong');
    const there = await ask('POST', '/me/second-factor', { cookie, body: { password } });
    expect([there.status, there.json.code]).toEqual([409, 'factor-there']);
    const path = `/users/${id}/second-factor`;
    expect((await world.ask('sister administrator', 'DELETE', path)).status).toBe(404);
    expect((await world.ask('city drafter', 'DELETE', path)).status).toBe(404);
    expect((await world.ask('city administrator', 'DELETE', path)).status).toBe(204);
    expect((await ask('GET', '/me', { cookie })).status).toBe(401);
    const plain = await signIn(login);
    expect(plain.json.state).toBe('signed-in');
    const session = cookiesOf(plain);
    const begun = await ask('POST', '/me/second-factor', { cookie: session, body: { password } });
    const confirmed = await ask('POST', '/me/second-factor/confirmation', {
      ...{ cookie: session, body: { code: codeOf(begun.json.secret, new Date()) } },
    });
    const removed = await ask('POST', '/me/second-factor/removal', {
      ...{ cookie: cookiesOf(confirmed), body: { password } },
    });
    expect(removed.status).toBe(204);
    const me = await ask('GET', '/me', { cookie: cookiesOf(removed) });
    expect([me.status, me.json.secondFactor]).toEqual([200, undefined]);
    expect((await signIn(login)).json.state).toBe('signed-in');
    const trail = await as(world.store, operatorId, ({ audit }) =>
      audit.list(world.world.places.city),
    );
    const deeds = trail.map(({ content }) => JSON.parse(content).action);
    for (const deed of ['enable', 'disable', 'reset']) {
      expect(deeds).toContain(`${deed}-second-factor`);
    }
  });

  test('a secret that was never confirmed is asked of nobody, and a token changes none', async () => {
    const id = personOf(world.world, 'city', 'publisher');
    const { token, ...link } = newLink('password', new Date());
    await as(world.store, operatorId, ({ users }) => users.issueLink(id, link));
    await accounts.setPassword(token, password);
    const cookie = cookiesOf(await signIn('city-publisher'));
    const begin = () => ask('POST', '/me/second-factor', { cookie, body: { password } });
    const [first, second] = [await begin(), await begin()];
    expect([first.status, second.status]).toEqual([201, 201]);
    const confirm = (secret: string) =>
      ask('POST', '/me/second-factor/confirmation', {
        ...{ cookie, body: { code: codeOf(secret, new Date()) } },
      });
    expect((await confirm(first.json.secret)).json.code).toBe('code-wrong');
    expect((await signIn('city-publisher')).json.state).toBe('signed-in');
    const byToken = await world.ask('city publisher', 'POST', '/me/second-factor', {
      body: { password },
    });
    expect([byToken.status, byToken.json.code]).toEqual([403, 'session-needed']);
  });
});

interface Asked {
  readonly body?: unknown;
  readonly cookie?: string;
}

/** What a browser would send next: cookies that were taken from it left out. */
function cookiesOf({ headers }: Answer): string {
  const cookies = new Map<string, string>();
  for (const each of headers.getSetCookie()) {
    const [pair = ''] = each.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    if (/max-age=0/i.test(each)) cookies.delete(name);
    else cookies.set(name, pair);
  }
  return [...cookies.values()].join('; ');
}

function otherThan(code: string): string {
  return String((Number(code) + 500_000) % 1_000_000).padStart(6, '0');
}
