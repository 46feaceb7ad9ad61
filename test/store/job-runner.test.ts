import { setTimeout as wait } from 'node:timers/promises';
import type { RunnerOptions } from '@tiaoli/jobs';
import { openJobRunner } from '@tiaoli/jobs';
import { storeOf } from '@tiaoli/store';
import type { Job, PolicyStore } from '@tiaoli/workspace';
import { checkProposal, reportOf } from '@tiaoli/workspace';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { DatabaseUnderTest } from './databases.ts';
import { databaseKinds, startDatabase } from './databases.ts';
import { askCheck, done, jobOf, proposeRate, publishBoth } from './job-world.ts';
import type { World } from './world.ts';
import { as, makeWorld, personOf } from './world.ts';

describe.each(databaseKinds)('%s', (kind) => {
  let under: DatabaseUnderTest;
  let store: PolicyStore;
  let world: World;
  let base: string;

  beforeAll(async () => {
    under = await startDatabase(kind);
    store = storeOf(under.database);
    world = await makeWorld(store);
    base = await publishBoth(store, world);
  }, 180_000);
  afterAll(() => under.stop(), 60_000);

  const problems: string[] = [];
  const reviewer = () => personOf(world, 'province', 'reviewer');

  function run(more: Partial<RunnerOptions> = {}) {
    const onProblem = (problem: string) => void problems.push(problem);
    const runner = openJobRunner({ store, onProblem, paceMillis: 30, ...more });
    onTestFinished(runner.close);
    return runner;
  }

  const ask = async (rate: string): Promise<Job> =>
    askCheck(store, world, await proposeRate(store, world, { base, rate }));
  const checks = (job: Job) =>
    under.database.client.gateCheck.count({ where: { proposalId: job.subject } });

  async function until(id: string, isSo: (job: Job) => boolean): Promise<Job> {
    for (;;) {
      const job = await jobOf(store, world, id);
      if (isSo(job)) return job;
      await wait(20);
    }
  }

  const over = (job: Job): boolean => job.endedAt !== undefined;

  test('the gate in a process of its own finds what it finds here, and says how far it is', async () => {
    const asked = await ask('60%');
    expect((await askCheck(store, world, asked.subject)).id).toBe(asked.id);
    const steps = new Set<string | undefined>();
    // As it is told, not as it is read: between two looks a step may be over.
    const runner = run({ onStep: (_, __, step) => void steps.add(step) });
    const job = await until(asked.id, over);
    expect(job).toMatchObject({ state: 'done', attempts: 1 });
    expect([...steps]).toEqual([undefined, 'read', 'compare', 'check']);
    const check = await as(store, reviewer(), ({ gate }) => gate.newest(job.subject));
    expect(JSON.parse(job.result ?? '')).toEqual({
      ...{ checkId: check?.id, proposalId: job.subject, round: 1 },
    });
    expect(check?.checkerId).toBe(reviewer());
    await runner.close();
    const here = done(await checkProposal(store, reviewer(), job.subject));
    expect(check && reportOf(check)).toEqual(here.report);
    expect(check?.differenceHash).toBe(here.check.differenceHash);
  }, 120_000);

  test.each([undefined, 'read', 'compare', 'check'])(
    'killed in step %s it is begun once more; killed again it failed, with nothing kept',
    async (step) => {
      let kills = 1;
      run({
        onStep: (_, pid, told) => {
          if (told !== step || kills === 0 || pid === undefined) return;
          kills -= 1;
          kill9(pid);
        },
      });
      const once = await ask('61%');
      const mended = await until(once.id, over);
      expect([mended.state, await checks(mended)]).toEqual(['done', 1]);
      // In its last step it may have told its end before it is killed.
      if (step !== 'check') expect(mended.attempts).toBe(2);
      kills = 2;
      const twice = await ask('62%');
      const failed = await until(twice.id, over);
      if (step === 'check' && failed.state === 'done') return;
      expect([failed.state, failed.attempts, await checks(failed)]).toEqual(['failed', 2, 0]);
      expect(failed.problem?.zh).toContain('中断了两次');
    },
    120_000,
  );

  test('what throws is told, and ends neither the server nor the next job', async () => {
    const told: string[] = [];
    let throws = 1;
    let renewals = 3;
    const failing: PolicyStore = {
      ...store,
      transaction: (actorId, isolation, work) => {
        if (throws > 0) {
          throws -= 1;
          return Promise.reject(new Error('planted'));
        }
        return store.transaction(actorId, isolation, work);
      },
      jobs: {
        ...store.jobs,
        renew: (...asked) => {
          renewals -= 1;
          if (renewals >= 0) return Promise.reject(new Error('not renewed'));
          return store.jobs.renew(...asked);
        },
      },
    };
    const onProblem = (problem: string) => void told.push(problem);
    const runner = run({ store: failing, leaseSeconds: 1, onProblem });
    const first = await ask('66%');
    expect(await until(first.id, over)).toMatchObject({ state: 'done', attempts: 2 });
    const next = await ask('67%');
    expect(await until(next.id, over)).toMatchObject({ state: 'done', attempts: 1 });
    await runner.close();
    expect(told.filter((each) => each.includes('planted'))).toHaveLength(1);
    expect(told.some((each) => each.includes('not renewed'))).toBe(true);
  }, 120_000);

  test('cancelled while it runs: the process is gone, and nothing is kept', async () => {
    const pids: (number | undefined)[] = [];
    run({ onStep: (_, pid) => pids.push(pid) });
    const { id } = await ask('63%');
    await until(id, ({ state }) => state === 'running');
    await as(store, reviewer(), ({ jobs }) => jobs.cancel(id));
    const job = await until(id, over);
    expect([job.state, await checks(job)]).toEqual(['cancelled', 0]);
    const [pid = 0] = pids;
    for (let tries = 0; isAlive(pid) && tries < 200; tries += 1) await wait(20);
    expect(isAlive(pid)).toBe(false);
  }, 120_000);

  test('what takes too long is ended, and says so with a remedy', async () => {
    const { id } = await ask('68%');
    run({ mostMillis: 50 });
    const job = await until(id, over);
    expect([job.state, job.attempts, await checks(job)]).toEqual(['failed', 1, 0]);
    expect(job.problem?.zh).toMatch(/超过 1 分钟，已停止.*再试/);
  }, 120_000);

  test('a server that stops gives its job back, and the next one does it', async () => {
    const { id } = await ask('64%');
    const first = run();
    await until(id, ({ state }) => state === 'running');
    await first.close();
    expect(await jobOf(store, world, id)).toMatchObject({ state: 'waiting', attempts: 0 });
    run();
    expect(await until(id, over)).toMatchObject({ state: 'done', attempts: 1 });
  }, 120_000);

  test('what the asker may no longer see fails with a sentence', async () => {
    const { id } = await ask('65%');
    const grant = { userId: reviewer(), jurisdictionId: world.places.province, role: 'reviewer' };
    const { client } = under.database;
    await client.roleGrant.delete({ where: { userId_jurisdictionId_role: grant } });
    run();
    // The asker sees nothing of it any more.
    for (;;) {
      const row = await client.job.findUniqueOrThrow({ where: { id } });
      if (row.endedAt) {
        expect([row.state, row.problem]).toEqual(['failed', expect.stringContaining('无权查看')]);
        break;
      }
      await wait(20);
    }
    await client.roleGrant.create({ data: { ...grant, grantedAt: new Date() } });
    expect(problems).toEqual([]);
  }, 120_000);
});

/** It may have ended by itself meanwhile. */
function kill9(pid: number): void {
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
