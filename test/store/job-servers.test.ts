import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openJobRunner } from '@tiaoli/jobs';
import type { DatabasePlace } from '@tiaoli/store';
import { openStore } from '@tiaoli/store';
import type { Job, PolicyStore } from '@tiaoli/workspace';
import { expect, onTestFinished, test } from 'vitest';
import { startPostgres } from '../database/start-postgres.ts';
import { askCheck, done, jobOf, proposeRate, publishBoth } from './job-world.ts';
import { urlOf } from './places.ts';
import type { World } from './world.ts';
import { as, makeWorld, personOf } from './world.ts';

interface Server {
  readonly child: ChildProcess;
  /** `ID ATTEMPT PID` of each process that it began. */
  readonly begun: readonly string[];
}

function startServer(place: DatabasePlace): Server {
  const program = join(import.meta.dirname, 'job-server.ts');
  const child = spawn(process.execPath, [program, JSON.stringify(place)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const begun: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    for (const [, told = ''] of text.matchAll(/^begun (.*)$/gm)) begun.push(told);
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, begun };
}

async function killed({ child }: Server): Promise<void> {
  const gone = new Promise((ended) => child.once('exit', ended));
  child.kill('SIGKILL');
  await gone;
}

async function prepare(store: PolicyStore, jobs: number): Promise<[World, Job[]]> {
  const world = await makeWorld(store);
  const base = await publishBoth(store, world);
  const asked: Job[] = [];
  for (let at = 0; at < jobs; at += 1) {
    const proposal = await proposeRate(store, world, { base, rate: `${56 + at}%` });
    asked.push(await askCheck(store, world, proposal));
  }
  return [world, asked];
}

const checksOf = (store: PolicyStore, world: World, proposalId: string) =>
  as(store, personOf(world, 'province', 'auditor'), async ({ audit }) =>
    (await audit.list(world.places.province))
      .map(({ content }) => JSON.parse(content))
      .filter(({ action, subject }) => action === 'check-proposal' && subject === proposalId),
  );

test('embedded: a server that is killed while a job runs is found, and the job done, when it is started again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tiaoli-jobs-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const place = { kind: 'folder', folder } as const;
  const store = done(await openStore(place));
  const [world, [asked]] = await prepare(store, 1);
  await store.close();
  const id = asked?.id ?? '';
  const first = startServer(place);
  while (first.begun.length === 0) await wait(20);
  await killed(first);
  const again = done(await openStore(place));
  onTestFinished(() => again.close());
  const problems: string[] = [];
  const onProblem = (problem: string) => void problems.push(problem);
  const runner = openJobRunner({ store: again, onProblem, paceMillis: 50 });
  onTestFinished(runner.close);
  while (!(await jobOf(again, world, id)).endedAt) await wait(50);
  await runner.close();
  expect(await jobOf(again, world, id)).toMatchObject({ state: 'done', attempts: 2 });
  expect(problems).toEqual([]);
  expect(await checksOf(again, world, asked?.subject ?? '')).toHaveLength(1);
  expect(await again.verify()).toEqual([]);
}, 600_000);

test('server: two share the jobs, none runs twice at once, and what a killed one had is done by the other', async () => {
  const postgres = await startPostgres();
  onTestFinished(postgres.stop);
  const place = { kind: 'server', url: urlOf(postgres, postgres.database) } as const;
  const store = done(await openStore(place));
  onTestFinished(() => store.close());
  const [world, asked] = await prepare(store, 6);
  const [one, other] = [startServer(place), startServer(place)];
  while (one.begun.length === 0 || other.begun.length === 0) await wait(20);
  await killed(one);
  for (const { id } of asked) {
    while (!(await jobOf(store, world, id)).endedAt) await wait(50);
  }
  const begun = [...one.begun, ...other.begun].map((told) => told.split(' ').slice(0, 2).join(' '));
  // Each attempt at each job was begun once, by one of them.
  expect(new Set(begun).size).toBe(begun.length);
  let again = 0;
  for (const { id, subject } of asked) {
    const job = await jobOf(store, world, id);
    expect(job.state).toBe('done');
    expect(await checksOf(store, world, subject)).toHaveLength(1);
    again += job.attempts - 1;
  }
  process.stdout.write(`${begun.length} begun, ${again} taken over\n`);
  expect([again, begun.length]).toEqual([1, asked.length + 1]);
  expect(await store.verify()).toEqual([]);
}, 600_000);
