import { createApi } from '@tiaoli/api';
import { openJobRunner } from '@tiaoli/jobs';
import { operatorId } from '@tiaoli/workspace';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { databaseKinds } from '../store/databases.ts';
import { as, personOf } from '../store/world.ts';
import type { ApiWorld } from './api-world.ts';
import { accountsOf, addProposal, startApiWorld, tokenOf } from './api-world.ts';

interface ToldJob {
  readonly id: string;
  readonly state: string;
  readonly revision: number;
}

/** The jobs of the events of a stream that has ended, with their ids. */
function eventsOf(text: string): readonly { readonly id: string; readonly job: ToldJob }[] {
  return text.split('\n\n').flatMap((block) => {
    const field = (name: string) =>
      block
        .split('\n')
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2);
    const data = field('data');
    return field('event') === 'job' && data
      ? [{ id: field('id') ?? '', job: JSON.parse(data) }]
      : [];
  });
}

describe.each(databaseKinds)('%s', (kind) => {
  let api: ApiWorld;
  let ids: Awaited<ReturnType<typeof addProposal>>;

  beforeAll(async () => {
    api = await startApiWorld(kind);
    ids = await addProposal(api);
  }, 300_000);
  afterAll(async () => {
    await api.under.stop();
    expect(api.defects).toEqual([]);
  }, 60_000);

  const who = 'province reviewer';
  const begin = () => api.ask(who, 'POST', `/proposals/${ids.proposal.id}/check-jobs`);

  test('a check is begun with 202, told of as it goes on, and its result is at the gate', async () => {
    const begun = await begin();
    expect([begun.status, begun.json.state]).toEqual([202, 'waiting']);
    const address = (begun.headers.get('location') ?? '').replace('/api/v1', '');
    expect(address).toBe(`/jobs/${begun.json.id}`);
    expect((await begin()).json.id).toBe(begun.json.id);
    const waiting = await api.ask(who, 'GET', '/job-events');
    expect(waiting.headers.get('content-type')).toContain('text/event-stream');
    expect(eventsOf(waiting.text).map(({ job }) => [job.id, job.state])).toEqual([
      [begun.json.id, 'waiting'],
    ]);
    const problems: string[] = [];
    const runner = openJobRunner({
      ...{ store: api.store, paceMillis: 30 },
      onProblem: (problem) => problems.push(problem),
    });
    onTestFinished(runner.close);
    const told: ToldJob[] = [];
    // A stream ends after a while; whoever goes on listening comes again.
    for (let last = eventsOf(waiting.text).at(-1)?.id ?? ''; told.at(-1)?.state !== 'done'; ) {
      const stream = await api.ask(who, 'GET', `${address}/events`, {
        headers: { 'last-event-id': last },
      });
      const events = eventsOf(stream.text);
      told.push(...events.map(({ job }) => job));
      last = events.at(-1)?.id ?? last;
    }
    expect(told.map(({ revision }) => revision)).toEqual(
      told.map(({ revision }) => revision).toSorted((left, right) => left - right),
    );
    const { json } = await api.ask(who, 'GET', address);
    const gate = await api.ask(who, 'GET', `/proposals/${ids.proposal.id}/gate`);
    expect(json).toMatchObject({ state: 'done', result: { checkId: gate.json.check.id } });
    // What is over is told to who comes again with an older id, and not to who comes for the first time.
    const again = await api.ask(who, 'GET', '/job-events', {
      headers: { 'last-event-id': json.askedAt },
    });
    expect(eventsOf(again.text).map(({ job }) => job.state)).toEqual(['done']);
    expect(eventsOf((await api.ask(who, 'GET', '/job-events')).text)).toEqual([]);
    expect(problems).toEqual([]);
  }, 120_000);

  test('a job of another office is not there, in no list and in no stream', async () => {
    const { json } = await begin();
    const addresses = [
      ['GET', ''],
      ['POST', '/cancel'],
      ['GET', '/events'],
    ] as const;
    for (const other of [
      'city drafter',
      'elsewhere reviewer',
      'nation reviewer',
      'province auditor',
    ]) {
      for (const [method, more] of addresses) {
        const about = async (id: string) => {
          const { status, text } = await api.ask(other, method, `/jobs/${id}${more}`);
          return { status, text };
        };
        const foreign = await about(json.id);
        expect(foreign, `${other} ${more}`).toEqual(await about(crypto.randomUUID()));
        expect(foreign.status).toBe(404);
      }
      for (const list of ['/jobs', '/job-events']) {
        expect((await api.ask(other, 'GET', list)).text).not.toContain(json.id);
      }
    }
    // A colleague sees it, and does not end it.
    expect((await api.ask('province drafter', 'GET', `/jobs/${json.id}`)).status).toBe(200);
    const end = (person: string) => api.ask(person, 'POST', `/jobs/${json.id}/cancel`);
    expect((await end('province drafter')).status).toBe(403);
    expect((await end(who)).json.state).toBe('cancelled');
    const closed = await api.ask(who, 'GET', `/jobs/${json.id}/events`);
    expect(eventsOf(closed.text).map(({ job }) => job.state)).toEqual(['cancelled']);
  }, 120_000);

  test('a stream ends with its token, and with its server', async () => {
    const person = personOf(api.world, 'province', 'publisher');
    const closing = new AbortController();
    const long = createApi({
      ...{ store: api.store, accounts: await accountsOf(api.under, api.store) },
      ...{ clock: () => 0, now: () => new Date(), onDefect: () => undefined },
      ...{ mostStreamMillis: 600_000, closing: closing.signal },
    });
    const open = async (token: string) => {
      const headers = { authorization: `Bearer ${token}` };
      const response = await long.request('/api/v1/job-events', { headers });
      expect(response.status).toBe(200);
      return response.text();
    };
    const first = open(await tokenOf(api.store, person));
    const other = open(await tokenOf(api.store, personOf(api.world, 'city', 'publisher')));
    await as(api.store, operatorId, async ({ tokens }) => {
      for (const { id } of await tokens.list(person)) await tokens.revoke(person, id);
    });
    expect(eventsOf(await first)).toEqual([]);
    closing.abort();
    expect(eventsOf(await other)).toEqual([]);
  }, 60_000);

  test('a case is kept under a random id, opened by the office, and deleted', async () => {
    const body = {
      ...{
        jurisdictionId: api.world.places.city,
        versionId: ids.versionId,
        title: '门诊',
        days: 3,
      },
      input: { claims: [{ 合规费用: '1000' }] },
    };
    const kept = await api.ask('city drafter', 'POST', '/cases', { body });
    expect(kept.status, kept.text).toBe(201);
    expect(kept.text).not.toContain('1000');
    const path = `/cases/${kept.json.id}`;
    expect(kept.headers.get('location')).toBe(`/api/v1${path}`);
    expect((await api.ask('city analyst', 'GET', path)).json.input).toEqual(body.input);
    for (const other of ['sister drafter', 'province analyst', 'city auditor']) {
      expect((await api.ask(other, 'GET', path)).status, other).toBe(404);
      expect((await api.ask(other, 'DELETE', path)).status, other).toBe(404);
    }
    expect((await api.ask('city publisher', 'DELETE', path)).status).toBe(403);
    expect((await api.ask('city drafter', 'DELETE', path)).status).toBe(204);
    expect((await api.ask('city drafter', 'GET', path)).status).toBe(404);
    expect((await api.ask('city drafter', 'GET', '/cases')).json.cases).toEqual([]);
  });
});
