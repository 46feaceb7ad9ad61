import { setTimeout as wait } from 'node:timers/promises';
import { openStore, storeOf } from '@tiaoli/store';
import type { ClaimedJob, Job, Outcome, PolicyStore } from '@tiaoli/workspace';
import { mostJobsUnderWay } from '@tiaoli/workspace';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { DatabaseUnderTest } from './databases.ts';
import { databaseKinds, startDatabase } from './databases.ts';
import type { World } from './world.ts';
import { as, ask, codesOf, makeWorld, personOf } from './world.ts';

function done<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

describe.each(databaseKinds)('%s', (kind) => {
  let under: DatabaseUnderTest;
  let store: PolicyStore;
  let world: World;
  let dataset: string;
  let moment = 0;
  // Far from the clock of the database, and growing: no lease may hang on it.
  const environment = {
    now: () => {
      moment += 1000;
      return new Date(Date.UTC(2031, 0, 1) + moment);
    },
    newId: () => crypto.randomUUID(),
  };

  beforeAll(async () => {
    under = await startDatabase(kind);
    store = storeOf(under.database, environment);
    world = await makeWorld(store);
    dataset = await registerAt('city', 'a');
  }, 180_000);
  afterAll(() => under.stop(), 60_000);
  afterEach(async () => {
    for (let job = await claim(); job; job = await claim()) {
      await store.jobs.end(job, { kind: 'cancelled' });
    }
    await under.database.client.job.updateMany({
      where: { state: 'running' },
      data: { state: 'cancelled', claim: null, leaseUntil: null },
    });
  });

  const analyst = () => personOf(world, 'city', 'analyst');

  async function registerAt(place: 'city' | 'sister', folder: string): Promise<string> {
    const data = await as(store, personOf(world, place, 'analyst'), ({ datasets }) =>
      datasets.register({
        ...{ jurisdictionId: world.places[place], title: '样本', folder, persons: 1, claims: 2 },
        ...{ rootHash: 'a'.repeat(64), isSynthetic: true, retainUntil: '2032-01-01' },
      }),
    );
    return data.id;
  }

  const askJob = (input = `${crypto.randomUUID()}`, who = analyst()): Promise<Job> =>
    as(store, who, ({ jobs }) =>
      jobs.ask({ kind: 'simulation', subject: dataset, input: JSON.stringify(input) }),
    );
  const find = (id: string, who = analyst()) => as(store, who, ({ jobs }) => jobs.find(id));
  const claim = async (seconds = 60): Promise<ClaimedJob | undefined> =>
    done(await store.jobs.claim(['simulation'], seconds));
  async function claimed(seconds?: number): Promise<ClaimedJob> {
    const job = await claim(seconds);
    if (!job) throw new Error('nothing waits');
    return job;
  }
  const finish = (job: ClaimedJob, result = '{"a":1}') =>
    ask(store, job.askerId, ({ jobs }) => jobs.finish(job, result));

  test('asked, taken, told of, and done with a result', async () => {
    const { id } = await askJob('x');
    expect(await find(id)).toMatchObject({ state: 'waiting', attempts: 0, revision: 1 });
    const job = await claimed();
    expect(job).toMatchObject({ id, input: '"x"', askerId: analyst(), attempts: 1 });
    expect(await claim()).toBeUndefined();
    expect(done(await store.jobs.renew(job, { step: 'run', done: 1, total: 3 }, 60))).toBe('go-on');
    expect(await find(id)).toMatchObject({
      ...{ state: 'running', progress: { step: 'run', done: 1, total: 3 }, revision: 3 },
    });
    expect(codesOf(await finish(job))).toEqual([]);
    const found = await find(id);
    expect(found).toMatchObject({ state: 'done', result: '{"a":1}', attempts: 1 });
    expect(found?.resultHash).toMatch(/^[0-9a-f]{64}$/);
    // By the clock of the database, not that of the test, which is years ahead.
    const { askedAt = new Date(0), endedAt = new Date(0) } = found ?? {};
    expect(Math.abs(Date.now() - askedAt.getTime())).toBeLessThan(600_000);
    expect(endedAt.getTime()).toBeGreaterThanOrEqual(askedAt.getTime());
    expect(codesOf(await finish(job))).toEqual(['job-not-mine']);
  });

  test('the same question is one job while it is under way, and only so many are', async () => {
    const first = await askJob('same');
    expect((await askJob('same', personOf(world, 'city', 'drafter'))).id).toBe(first.id);
    for (let at = 1; at < mostJobsUnderWay; at += 1) await askJob(`${at}`);
    const refused = await ask(store, analyst(), ({ jobs }) =>
      jobs.ask({ kind: 'simulation', subject: dataset, input: '"more"' }),
    );
    expect(codesOf(refused)).toEqual(['too-many-jobs']);
    const job = await claimed();
    expect(job.id).toBe(first.id);
    await store.jobs.end(job, { kind: 'cancelled' });
    expect((await askJob('same')).id).not.toBe(first.id);
  });

  test('another office has none of it: not the job, not in lists, not its dataset', async () => {
    const { id } = await askJob();
    const office = ['drafter', 'proposer', 'reviewer', 'publisher', 'analyst'];
    for (const [who, person] of world.people) {
      const [place, role = ''] = who.split(' ');
      const seen = place === 'city' && office.includes(role);
      const all = await as(store, person, async ({ jobs, datasets }) => ({
        found: (await jobs.find(id)) !== undefined,
        listed: (await jobs.list()).some((each) => each.id === id),
        about: (await jobs.list(dataset)).some((each) => each.id === id),
        changed: (await jobs.changedSince(new Date(0))).some((each) => each.id === id),
        dataset: (await datasets.find(dataset)) !== undefined,
      }));
      const mine = who === 'city analyst';
      const data = seen || who === 'city administrator';
      expect(all, who).toEqual({
        ...{ found: seen, listed: seen, about: seen, changed: mine, dataset: data },
      });
      expect(await as(store, person, ({ jobs }) => jobs.list(id))).toEqual([]);
      const asked = await ask(store, person, ({ jobs }) =>
        jobs.ask({ kind: 'simulation', subject: dataset, input: `"${who}"` }),
      );
      const outside = data ? ['not-permitted'] : ['record-not-found'];
      expect(codesOf(asked), who).toEqual(seen ? [] : outside);
      if (mine) continue;
      const stopped = await ask(store, person, ({ jobs }) => jobs.cancel(id));
      expect(codesOf(stopped), who).toEqual(seen ? ['not-permitted'] : ['record-not-found']);
    }
    expect((await find(id))?.state).toBe('waiting');
  }, 120_000);

  test('what crashes is begun once more, and then it failed, with a sentence', async () => {
    const { id } = await askJob();
    await store.jobs.end(await claimed(), { kind: 'crashed' });
    expect(await find(id)).toMatchObject({ state: 'waiting', attempts: 1 });
    // A server that stops is nobody's mistake.
    await store.jobs.end(await claimed(), { kind: 'given-back' });
    expect(await find(id)).toMatchObject({ state: 'waiting', attempts: 1 });
    await store.jobs.end(await claimed(), { kind: 'crashed' });
    const failed = await find(id);
    expect(failed).toMatchObject({ state: 'failed', attempts: 2 });
    expect(failed?.problem?.zh).toContain('中断了两次');
  });

  test('a lease that nobody keeps is taken over; who had it keeps nothing', async () => {
    const { id } = await askJob();
    const lost = await claimed(0.3);
    expect(await claim()).toBeUndefined();
    expect(done(await store.jobs.renew(lost, { done: 0, total: 1 }, 0.3))).toBe('go-on');
    await wait(500);
    const job = await claimed();
    expect([job.id, job.attempts]).toEqual([id, 2]);
    expect(done(await store.jobs.renew(lost, { done: 1, total: 1 }, 60))).toBe('stop');
    expect(codesOf(await finish(lost))).toEqual(['job-not-mine']);
    done(await store.jobs.end(lost, { kind: 'failed', problem: { zh: 'x', en: 'x' } }));
    expect(await find(id)).toMatchObject({ state: 'running', progress: { done: 0, total: 0 } });
    expect(codesOf(await finish(job))).toEqual([]);
  });

  test('cancelled while it waits, while it runs, and when it is over', async () => {
    const cancel = (id: string) => as(store, analyst(), ({ jobs }) => jobs.cancel(id));
    const waiting = await askJob();
    expect((await cancel(waiting.id)).state).toBe('cancelled');
    expect(await claim()).toBeUndefined();
    const running = await askJob();
    const job = await claimed();
    expect(await cancel(running.id)).toMatchObject({ state: 'running', isStopping: true });
    expect(done(await store.jobs.renew(job, { done: 0, total: 1 }, 60))).toBe('stop');
    expect(codesOf(await finish(job))).toEqual(['job-not-mine']);
    // Also where its process is gone before it heard of it.
    done(await store.jobs.end(job, { kind: 'crashed' }));
    expect(await find(running.id)).toMatchObject({ state: 'cancelled', isStopping: false });
    const over = await askJob();
    await finish(await claimed());
    expect((await cancel(over.id)).state).toBe('done');
  });

  test('of cancelling and finishing at once there is one end', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { id } = await askJob();
      const job = await claimed();
      const [finished] = await Promise.all([
        finish(job),
        ask(store, analyst(), ({ jobs }) => jobs.cancel(id)),
      ]);
      await store.jobs.end(job, { kind: 'cancelled' });
      const wanted = codesOf(finished).length === 0 ? 'done' : 'cancelled';
      expect((await find(id))?.state).toBe(wanted);
    }
  });

  test('of many who take jobs at once each job has one', async () => {
    const other = under.url === undefined ? store : await opened(under.url);
    const ids: string[] = [];
    for (let at = 0; at < 8; at += 1) ids.push((await askJob()).id);
    const takers = Array.from({ length: 16 }, (_, at) =>
      (at % 2 === 0 ? store : other).jobs.claim(['simulation'], 60),
    );
    const first = (await Promise.all(takers)).map(done);
    // One that was about to be taken by somebody else is passed over, and is had by whoever asks next.
    const taken = first.flatMap((each) => each?.id ?? []);
    for (let job = await claim(); job; job = await claim()) taken.push(job.id);
    expect(taken.toSorted()).toEqual(ids.toSorted());
    expect(new Set(taken).size).toBe(8);
  }, 60_000);

  async function opened(url: string): Promise<PolicyStore> {
    const other = done(await openStore({ kind: 'server', url }));
    onTestFinished(() => other.close());
    return other;
  }

  test('the database refuses what cannot follow, and another question', async () => {
    const { id } = await askJob();
    await finish(await claimed());
    const connection = await under.database.connect();
    onTestFinished(connection.close);
    const update = (change: string) =>
      connection.run(`UPDATE job SET ${change} WHERE id = '${id}'`);
    const again = `state = 'running', result = NULL, result_hash = NULL, claim = id, lease_until = now()`;
    await expect(update(again)).rejects.toThrow('does not become');
    await expect(update(`state = 'waiting'`)).rejects.toThrow();
    const { id: open } = await askJob();
    await expect(
      connection.run(`UPDATE job SET input = '"y"' WHERE id = '${open}'`),
    ).rejects.toThrow('never changed');
  });

  test('what is over is forgotten after its days, what is under way is not', async () => {
    const { id } = await askJob();
    await finish(await claimed());
    const open = await askJob();
    expect(done(await store.jobs.forget(1))).toBe(0);
    await wait(20);
    expect(done(await store.jobs.forget(0))).toBeGreaterThan(0);
    expect(await find(id)).toBeUndefined();
    expect((await find(open.id))?.state).toBe('waiting');
  });
});
