import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DatabasePlace } from '@tiaoli/store';
import { openStore } from '@tiaoli/store';
import type { PolicyStore } from '@tiaoli/workspace';
import { expect, onTestFinished, test } from 'vitest';
import { startPostgres } from '../database/start-postgres.ts';
import { as, makeWorld, personOf } from './world.ts';
import type { WriterJob } from './writer.ts';

const rounds = 7;

test(`embedded: a writer that is killed ${rounds} times loses nothing that it was told is kept`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tiaoli-killed-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await killWriters({ kind: 'folder', folder }, 1);
}, 600_000);

test(`server: two writers at once that are killed ${rounds} times lose nothing`, async () => {
  const postgres = await startPostgres();
  onTestFinished(postgres.stop);
  const { host, user, database } = postgres;
  const url = `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host)}`;
  await killWriters({ kind: 'server', url }, 2);
}, 600_000);

async function killWriters(place: DatabasePlace, writers: number): Promise<void> {
  const jobs = await prepare(place, writers);
  const told: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Each a little later in what it does, so that they are killed in different steps of it.
    const lines = await Promise.all(
      jobs.map((job) => runAndKill({ ...job, name: `${job.name} ${round}` }, round + 1)),
    );
    told.push(...lines.flat());
    const store = await open(place);
    expect(await store.verify(), `round ${round}`).toEqual([]);
    expect(await missing(store, jobs, told), `round ${round}`).toEqual([]);
    await store.close();
  }
  process.stdout.write(
    `${place.kind}: ${rounds * writers} kills, ${told.length} deeds told, all there\n`,
  );
  expect(told.length).toBeGreaterThanOrEqual((rounds * (rounds + 1)) / 2);
}

async function open(place: DatabasePlace): Promise<PolicyStore> {
  const opened = await openStore(place);
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.diagnostics));
  return opened.value;
}

async function prepare(place: DatabasePlace, writers: number): Promise<readonly WriterJob[]> {
  const store = await open(place);
  const world = await makeWorld(store);
  const drafterId = personOf(world, 'city', 'drafter');
  const documentId = world.documents.city.id;
  const draft = await as(store, drafterId, ({ drafts }) =>
    drafts.create({
      ...{ jurisdictionId: world.places.city, documentId },
      ...{ title: 'x', path: 'policies/city.tiaoli', text: '' },
    }),
  );
  await store.close();
  const publisherId = personOf(world, 'city', 'publisher');
  const job = { place, drafterId, publisherId, documentId, draftId: draft.id };
  return Array.from({ length: writers }, (_, at) => ({ ...job, name: `writer ${at}` }));
}

/** What the program told until it was killed, a while after it had told so many things. */
async function runAndKill(job: WriterJob, things: number): Promise<readonly string[]> {
  const program = join(import.meta.dirname, 'writer.ts');
  const child = spawn(process.execPath, [program, JSON.stringify(job)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const begun = new Promise<void>((done) => {
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      if (said.split('\n').length > things) done();
    });
    child.on('exit', () => done());
  });
  const ended = new Promise((done) => child.on('close', done));
  await begun;
  await wait(things * 29);
  expect(child.exitCode, said).toBeNull();
  child.kill('SIGKILL');
  await ended;
  // A line that was cut off told nothing.
  return said.split('\n').slice(0, -1);
}

/** What was told and is not there. */
async function missing(
  store: PolicyStore,
  jobs: readonly WriterJob[],
  told: readonly string[],
): Promise<readonly string[]> {
  const [job] = jobs;
  if (!job) return told;
  const there = await as(store, job.drafterId, async ({ drafts, versions }) => {
    const found = new Set<string>();
    const newest = (await drafts.find(job.draftId))?.revision ?? 0;
    for (let number = 1; number <= newest; number += 1) {
      const revision = await drafts.revision(job.draftId, number);
      if (revision) found.add(`saved ${number} ${revision.text}`);
    }
    for (const { hash, sourceHash } of (await versions.history(job.documentId)).versions) {
      const source = new TextDecoder().decode(await versions.bytes(sourceHash));
      found.add(`published ${hash} ${source}`);
    }
    return found;
  });
  return told.filter((line) => !there.has(line));
}
