import type { DatabasePlace } from '@tiaoli/store';
import { migrations, openDatabase } from '@tiaoli/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Postgres } from '../database/start-postgres.ts';
import { startPostgres } from '../database/start-postgres.ts';

let postgres: Postgres;
let place: DatabasePlace;

beforeAll(async () => {
  postgres = await startPostgres();
  const { host, user, database } = postgres;
  const url = `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host)}`;
  place = { kind: 'server', url };
});
afterAll(() => postgres.stop(), 60_000);

test('of servers that start at once one migrates the database, and all have it', async () => {
  const opened = await Promise.all([1, 2, 3].map(() => openDatabase(place)));
  const names = (await migrations()).map(({ name }) => name);
  const applied = opened.flatMap((each) => (each.kind === 'opened' ? [each.applied] : []));
  expect(applied.toSorted((left, right) => right.length - left.length)).toEqual([names, [], []]);
  const nation = { id: crypto.randomUUID(), name: '国家', level: 'nation', path: '/' };
  const databases = opened.flatMap((each) => (each.kind === 'opened' ? [each.database] : []));
  await databases[0]?.client.jurisdiction.create({ data: nation });
  const seen = await Promise.all(databases.map(({ client }) => client.jurisdiction.count()));
  expect(seen).toEqual([1, 1, 1]);
  await Promise.all(databases.map(({ close }) => close()));
});
