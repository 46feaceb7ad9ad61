import { expect, onTestFinished, test } from 'vitest';
import { startPostgres } from '../database/start-postgres.ts';
import { databaseKinds } from './databases.ts';
import { breakOffWhileWriting } from './fault-runs/break-off.ts';
import { writeAtOnce } from './fault-runs/crowd.ts';
import { killMigrations } from './fault-runs/kill-migrations.ts';
import type { FaultRun } from './fault-runs/kill-writers.ts';
import { killWriters } from './fault-runs/kill-writers.ts';
import { lookAtStore } from './fault-runs/look-at-store.ts';
import type { Told } from './fault-runs/writer.ts';
import { startPlaces } from './places.ts';
import { connectRaw } from './raw-connection.ts';

// A few of each; `npm run test:long -- faults` takes 200 kills, 50 stops, and 64 writers with 200 rounds.

function show(what: string, { counts }: FaultRun): void {
  process.stdout.write(`${what}: ${JSON.stringify(counts)}\n`);
}

test.each([
  { kind: 'embedded', rounds: 4, writers: 1 },
  { kind: 'server', rounds: 6, writers: 2 },
] as const)(
  '$kind: writers that are killed lose nothing that they were told is kept',
  async ({ kind, rounds, writers }) => {
    const places = await startPlaces(kind);
    onTestFinished(places.stop);
    const place = await places.empty();
    const run = await killWriters(place, { rounds, writers, seed: 20_261_123 });
    show(`${kind}, killed while writing`, run);
    expect(run.broken).toEqual([]);
    expect(run.counts.kills).toBe(rounds * writers);
    expect(run.counts.saved).toBeGreaterThan(0);
  },
  600_000,
);

test.each(databaseKinds)(
  '%s: programs that are killed while they migrate',
  async (kind) => {
    const places = await startPlaces(kind);
    onTestFinished(places.stop);
    const span = kind === 'embedded' ? 3_000 : 1_000;
    const run = await killMigrations(places, { kills: 2, seed: 7, span });
    show(`${kind}, killed while migrating`, run);
    expect(run.broken).toEqual([]);
  },
  600_000,
);

test('server: stopped at once five times while people write', async () => {
  const postgres = await startPostgres();
  onTestFinished(postgres.stop);
  const run = await breakOffWhileWriting(postgres, { stops: 5, writers: 8, seed: 3 });
  show('server, stopped at once', run);
  expect(run.broken).toEqual([]);
  expect(run.counts.saved).toBeGreaterThan(3);
}, 600_000);

test('server: 16 writers on the same few documents; each deed is kept once, the chain whole, and what is forged is seen', async () => {
  const places = await startPlaces('server');
  onTestFinished(places.stop);
  const place = await places.empty();
  const until = ['saved', 'published', 'proposed', 'approved', 'decided'] as const;
  const run = await writeAtOnce(place, { writers: 16, rounds: 12, seed: 5, until });
  show('server, 16 writers at once', run);
  expect(run.broken).toEqual([]);
  expect(run.counts.rounds).toBeGreaterThanOrEqual(16 * 12);
  for (const kind of until) expect(run.counts[kind], kind).toBeGreaterThan(0);
  // A look that sees nothing would be worth nothing: what is not there, and a half of a release.
  const lost: Told = { kind: 'published', hash: '0'.repeat(64), text: 'x' };
  expect(await lookAtStore(place, [lost])).toEqual([`lost: ${JSON.stringify(lost)}`]);
  const connection = await connectRaw(place);
  await connection.run(`
    UPDATE draft SET state = 'open' WHERE id = (SELECT draft_id FROM proposal WHERE state = 'published' LIMIT 1);
    UPDATE draft SET revision = revision + 1 WHERE id = (SELECT id FROM draft WHERE state = 'open' LIMIT 1)`);
  await connection.close();
  const found = await lookAtStore(place, []);
  expect(found.join()).toContain('published, and its draft open');
  expect(found.join()).toContain('a draft without its newest revision');
}, 600_000);
