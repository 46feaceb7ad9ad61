import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { DatabasePlace } from '@tiaoli/store';
import {
  checkBackup,
  migrations,
  openDatabase,
  openStore,
  restoreBackup,
  writeBackup,
} from '@tiaoli/store';
import type { Outcome, PolicyStore } from '@tiaoli/workspace';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseKinds } from './databases.ts';
import type { Places } from './places.ts';
import { startPlaces } from './places.ts';
import { as, codesOf, makeWorld, personOf } from './world.ts';

const folder = await mkdtemp(join(tmpdir(), 'tiaoli-backups-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(databaseKinds)('%s', (kind) => {
  let places: Places;
  let place: DatabasePlace;
  const file = join(folder, `${kind}.backup`);

  beforeAll(async () => {
    places = await startPlaces(kind);
    place = await places.empty();
    await inStore(place, fill);
  }, 180_000);
  afterAll(() => places.stop(), 60_000);

  test('backup, restore elsewhere, verify: equal in every row, and in the next backup', async () => {
    const before = await rowsOf(place);
    const written = done(await writeBackup(place, file));
    expect(written.migrations.map(({ name }) => name)).toEqual(
      (await migrations()).map(({ name }) => name),
    );
    const counted = new Map(written.tables.map(({ table, rows }) => [table, rows]));
    expect(counted.get('version')).toBe(2);
    expect(counted.get('draft_revision')).toBeGreaterThan(10);
    const elsewhere = await places.empty();
    expect(done(await restoreBackup(elsewhere, file))).toEqual(written);
    expect(await rowsOf(elsewhere)).toEqual(before);
    await inStore(elsewhere, async (store) => expect(await store.verify()).toEqual([]));
    const again = join(folder, `${kind}-again.backup`);
    expect(done(await writeBackup(elsewhere, again)).sha256).toBe(written.sha256);
    // Whoever goes on with it is held to the same: nothing of what is published can be changed.
    const opened = await openDatabase(elsewhere);
    if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.diagnostics));
    const { client } = opened.database;
    // Nothing refers to it: the trigger alone refuses.
    await expect(client.auditEvent.deleteMany()).rejects.toThrow();
    const orphan = { userId: crypto.randomUUID(), role: 'drafter', grantedAt: new Date(0) };
    const jurisdictionId = (await client.jurisdiction.findFirstOrThrow()).id;
    await expect(client.roleGrant.create({ data: { ...orphan, jurisdictionId } })).rejects.toThrow(
      'Foreign key',
    );
    await opened.database.close();
  }, 300_000);

  test('a store with anything in it is not written to', async () => {
    const before = await rowsOf(place);
    expect(codesOf(await restoreBackup(place, file))).toEqual(['store-not-empty']);
    expect(await rowsOf(place)).toEqual(before);
  }, 180_000);

  test('what is no store is told, and not made', async () => {
    const nowhere = await places.empty();
    const out = join(folder, `${kind}-nothing.backup`);
    expect(codesOf(await writeBackup(nowhere, out))).toEqual(['store-not-there']);
    expect(codesOf(await writeBackup(nowhere, out))).toEqual(['store-not-there']);
    expect(await readdir(folder)).not.toContain(`${kind}-nothing.backup`);
  });

  test('a backup is never written over a file, nor into a folder that is not there', async () => {
    const before = await readFile(file);
    expect(codesOf(await writeBackup(place, file))).toEqual(['backup-there']);
    expect(await readFile(file)).toEqual(before);
    const lost = join(folder, 'no-such-folder', 'x');
    expect(codesOf(await writeBackup(place, lost))).toEqual(['backup-not-written']);
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  }, 180_000);

  test('an altered backup is not restored, wherever a byte differs, and nothing is left', async () => {
    const text = gunzipSync(await readFile(file)).toString();
    const lines = text.split('\n');
    const altered = [
      text.replace('"number":1', '"number":2'),
      text.slice(0, text.length / 2),
      lines.slice(0, -2).join('\n'),
      lines.toSpliced(5, 1).join('\n'),
      '',
    ];
    const target = await places.empty();
    for (const [at, each] of altered.entries()) {
      const path = join(folder, `${kind}-altered-${at}.backup`);
      await writeFile(path, gzipSync(each));
      expect(codesOf(await checkBackup(path)), `${at}`).toEqual(['backup-damaged']);
      expect(codesOf(await restoreBackup(target, path)), `${at}`).toEqual(['backup-damaged']);
    }
    const packed = await readFile(file);
    const cut = join(folder, `${kind}-cut.backup`);
    for (const bytes of [packed.subarray(0, packed.length - 30), Buffer.from('no backup')]) {
      await writeFile(cut, bytes);
      expect(codesOf(await restoreBackup(target, cut))).toEqual(['backup-not-read']);
    }
    const lost = join(folder, 'no-such-file');
    expect(codesOf(await restoreBackup(target, lost))).toEqual(['backup-not-read']);
    expect(done(await restoreBackup(target, file)).tables.length).toBeGreaterThan(5);
  }, 300_000);
});

test('a backup goes from the embedded database to a server, and back', async () => {
  const server = await startPlaces('server');
  const embedded = await startPlaces('embedded');
  try {
    const first = done(await checkBackup(join(folder, 'embedded.backup')));
    const onServer = await server.empty();
    done(await restoreBackup(onServer, join(folder, 'embedded.backup')));
    const file = join(folder, 'moved.backup');
    expect(done(await writeBackup(onServer, file)).sha256).toBe(first.sha256);
    const back = await embedded.empty();
    expect(done(await restoreBackup(back, file))).toEqual(first);
  } finally {
    await Promise.all([server.stop(), embedded.stop()]);
  }
}, 300_000);

test('while others write on a server, a backup is of one moment', async () => {
  const server = await startPlaces('server');
  try {
    const place = await server.empty();
    const file = join(folder, 'busy.backup');
    let running = true;
    const saved = await inStore(place, async (store) => {
      const { drafter, draftId } = await fill(store);
      const writing = (async () => {
        let revision = 20;
        for (; running; revision += 1) {
          await as(store, drafter, ({ drafts }) => drafts.save(draftId, revision, `${revision}`));
        }
        return revision;
      })();
      done(await writeBackup(place, file));
      running = false;
      return writing;
    });
    expect(saved).toBeGreaterThan(20);
    const elsewhere = await server.empty();
    done(await restoreBackup(elsewhere, file));
    const { draft, draft_revision: revisions } = await rowsOf(elsewhere);
    const newest = JSON.parse(draft?.[0] ?? '').revision;
    expect(revisions).toHaveLength(newest);
    await inStore(elsewhere, async (store) => expect(await store.verify()).toEqual([]));
  } finally {
    await server.stop();
  }
}, 300_000);

async function fill(store: PolicyStore) {
  const world = await makeWorld(store);
  const drafter = personOf(world, 'city', 'drafter');
  const documentId = world.documents.city.id;
  const draft = await as(store, drafter, ({ drafts }) =>
    drafts.create({
      ...{ jurisdictionId: world.places.city, documentId, title: '“调整”\n\\ 𠀀' },
      ...{ path: 'policies/city/rules.tiaoli', text: '语言 1\r\n\u0000\u202e𠀀\n' },
    }),
  );
  for (let revision = 1; revision < 20; revision += 1) {
    await as(store, drafter, ({ drafts }) => drafts.save(draft.id, revision, `第${revision}稿`));
  }
  const publisher = personOf(world, 'city', 'publisher');
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
  let rollbackOfId: string | undefined;
  for (const effectiveFrom of ['2028-02-29', '0999-01-01']) {
    const version = await as(store, publisher, ({ versions }) =>
      versions.publish({
        ...{ documentId, path: 'policies/a.tiaoli', meaningHash: 'a'.repeat(64) },
        ...{ engineVersion: '1', effectiveFrom, source: bytes, module: bytes.toReversed() },
        files: [{ path: 'policies/rows.csv', bytes: new TextEncoder().encode('甲,1\n') }],
        ...(rollbackOfId !== undefined && { rollbackOfId }),
      }),
    );
    rollbackOfId = version.id;
  }
  return { drafter, draftId: draft.id };
}

async function inStore<Value>(
  place: DatabasePlace,
  work: (store: PolicyStore) => Promise<Value>,
): Promise<Value> {
  const store = done(await openStore(place));
  return work(store).finally(store.close);
}

/** Every row of every table as text, by an own path. */
async function rowsOf(place: DatabasePlace): Promise<Readonly<Record<string, readonly string[]>>> {
  const opened = await openDatabase(place);
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.diagnostics));
  const connection = await opened.database.connect();
  const names = await connection.query<{ readonly name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'",
  );
  const rows: Record<string, readonly string[]> = {};
  for (const { name } of names) {
    const found = await connection.query<{ readonly row: string }>(
      `SELECT row_to_json(t)::text AS row FROM "${name}" t`,
    );
    rows[name] = found.map(({ row }) => row).sort();
  }
  await connection.close();
  await opened.database.close();
  return rows;
}

function done<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}
