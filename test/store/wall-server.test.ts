import type { DatabasePlace } from '@tiaoli/store';
import { openDatabase, openStore, restoreBackup, writeBackup } from '@tiaoli/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Postgres } from '../database/start-postgres.ts';
import { startPostgres } from '../database/start-postgres.ts';
import { begin, publishBase } from './delegated.ts';
import { as, codesOf, makeWorld, personOf } from './world.ts';

let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres();
}, 180_000);
afterAll(() => postgres.stop(), 60_000);

/** A database that belongs to an account which is no administrator of the server. */
function own(name: string): DatabasePlace {
  postgres.query(`CREATE ROLE ${name} LOGIN NOSUPERUSER`);
  postgres.query(`CREATE DATABASE ${name} OWNER ${name}`);
  const host = encodeURIComponent(postgres.host);
  return { kind: 'server', url: `postgresql://${name}@localhost/${name}?host=${host}` };
}

test('an account that may not make roles is told what an administrator has to do once, and it works then', async () => {
  const place = own('office_a');
  const first = await openDatabase(place);
  expect(first.kind).toBe('refused');
  const told = first.kind === 'refused' ? first.diagnostics.map(({ message }) => message.en) : [];
  expect(told.join()).toContain(
    'CREATE ROLE tiaoli_office NOLOGIN; GRANT tiaoli_office TO office_a',
  );
  postgres.query('CREATE ROLE tiaoli_office NOLOGIN; GRANT tiaoli_office TO office_a');
  await useAsOwner(place);
  // The role is there for every database of the server, but not for every account.
  const other = own('office_b');
  const second = await openDatabase(other);
  expect(JSON.stringify(second)).toContain('GRANT tiaoli_office TO office_b');
  postgres.query('GRANT tiaoli_office TO office_b');
  await useAsOwner(other);
}, 300_000);

test('an account that may make roles needs no help', async () => {
  const place = own('office_c');
  postgres.query('ALTER ROLE office_c CREATEROLE');
  await useAsOwner(place);
}, 300_000);

/** The wall stands for an owner, who looks behind it for backups and for every hash. */
async function useAsOwner(place: DatabasePlace): Promise<void> {
  const opened = await openStore(place);
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.diagnostics));
  const store = opened.value;
  const world = await makeWorld(store);
  await publishBase(store, world, 'province', '100元');
  const base = await publishBase(store, world, 'city', '55%');
  const draft = await begin(store, world, 'city', { value: '60%', base });
  const seen = await as(store, personOf(world, 'city', 'reviewer'), ({ drafts }) =>
    drafts.find(draft.id),
  );
  expect(seen).toEqual(draft);
  expect(await store.verify()).toEqual([]);
  await store.close();
  const raw = await openDatabase(place);
  if (raw.kind === 'refused') throw new Error(JSON.stringify(raw.diagnostics));
  const rows = await raw.database.client.$transaction(async (client) => {
    await client.$queryRaw`SELECT set_config('tiaoli.actor', ${personOf(world, 'sister', 'drafter')}, true), set_config('role', 'tiaoli_office', true)`;
    return { drafts: await client.draft.count(), versions: await client.version.count() };
  });
  expect(rows).toEqual({ drafts: 0, versions: 2 });
  await raw.database.close();
  const file = `${postgres.host}/${crypto.randomUUID()}.backup`;
  expect(codesOf(await writeBackup(place, file))).toEqual([]);
  expect(codesOf(await restoreBackup(place, file))).toEqual(['store-not-empty']);
}
