import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import { report } from '../messages.ts';
import { appliedMigrations } from '../migrations/applied-migrations.ts';
import { migrate } from '../migrations/migrate.ts';
import type { Migration } from '../migrations/migrations.ts';
import { migrations } from '../migrations/migrations.ts';
import type { Adapt, Database } from './database.ts';
import { asItIs } from './database.ts';
import { hasSpaceLeft } from './has-space-left.ts';
import { lockFolder } from './lock-folder.ts';
import { openEmbedded } from './open-embedded.ts';
import { openServer } from './open-server.ts';
import type { DatabasePlace } from './place.ts';
import { placeName } from './place.ts';

/** Where the files of PostgreSQL lie in a data folder. */
const embeddedFolder = 'postgres';

export type OpenedDatabase =
  | { readonly kind: 'opened'; readonly database: Database; readonly applied: readonly string[] }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** Opens the database and brings it to the newest shape. Whoever opens it closes it. */
export async function openDatabase(
  place: DatabasePlace,
  adapt: Adapt = asItIs,
): Promise<OpenedDatabase> {
  const newShape = await migrations();
  const opened = await toldWhere(place, () => openUnmigrated(place, newShape, adapt));
  return opened.kind === 'opened' ? toldWhere(place, () => migrated(opened.database)) : opened;
}

/** The same for one that must be there already: a slip in its name makes no new one. */
export async function openExisting(place: DatabasePlace): Promise<OpenedDatabase> {
  const opened = await openExistingAsItIs(place);
  return opened.kind === 'opened' ? toldWhere(place, () => migrated(opened.database)) : opened;
}

/** Opens a database in the shape that it has, also an empty one. */
export function openAsItIs(place: DatabasePlace, adapt: Adapt = asItIs): Promise<OpenedDatabase> {
  return toldWhere(place, () => openUnmigrated(place, [], adapt));
}

/** Opens a database that was migrated at least once, in the shape that it has. */
export async function openExistingAsItIs(place: DatabasePlace): Promise<OpenedDatabase> {
  const shown = placeName(place);
  const missing: OpenedDatabase = {
    kind: 'refused',
    diagnostics: [report('store-not-there', { place: shown }, fileSpan(shown))],
  };
  if (place.kind === 'folder' && !(await holdsPostgres(place.folder))) return missing;
  const opened = await openAsItIs(place);
  if (opened.kind === 'refused') return opened;
  return toldWhere(place, async () => {
    const { database } = opened;
    const connection = await database.connect();
    const done = await appliedMigrations(connection).finally(connection.close);
    if (done.length > 0) return opened;
    await database.close();
    return missing;
  });
}

async function toldWhere(
  place: DatabasePlace,
  open: () => Promise<OpenedDatabase>,
): Promise<OpenedDatabase> {
  try {
    return await open();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const shown = placeName(place);
    const refusal = report('store-not-opened', { place: shown, reason }, fileSpan(shown));
    return { kind: 'refused', diagnostics: [refusal] };
  }
}

/** Whether a folder was ever opened as a store; looking makes nothing. */
async function holdsPostgres(folder: string): Promise<boolean> {
  const found = await stat(join(folder, embeddedFolder, 'PG_VERSION')).catch(() => undefined);
  return found !== undefined;
}

async function openUnmigrated(
  place: DatabasePlace,
  newShape: readonly Migration[],
  adapt: Adapt,
): Promise<OpenedDatabase> {
  switch (place.kind) {
    case 'server':
      return { kind: 'opened', database: await openServer(place.url, adapt), applied: [] };
    case 'memory':
      return { kind: 'opened', database: await openEmbedded(undefined, adapt), applied: [] };
    case 'folder':
      return openFolder(place.folder, newShape, adapt);
  }
}

async function openFolder(
  folder: string,
  newShape: readonly Migration[],
  adapt: Adapt,
): Promise<OpenedDatabase> {
  const lock = await lockFolder(folder);
  if (lock.kind === 'taken') {
    const { owner } = lock;
    const params = { folder, ...(owner !== undefined && { owner }) };
    return { kind: 'refused', diagnostics: [report('store-in-use', params, fileSpan(folder))] };
  }
  try {
    const database = await openEmbedded({ folder: join(folder, embeddedFolder), newShape }, adapt);
    const close = () => database.close().finally(lock.release);
    const hasSpace = () => hasSpaceLeft(folder);
    return { kind: 'opened', database: { ...database, close, hasSpace }, applied: [] };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function migrated(database: Database): Promise<OpenedDatabase> {
  try {
    const connection = await database.connect();
    const result = await migrate(connection, await migrations()).finally(connection.close);
    if (result.kind === 'migrated') return { ...result, kind: 'opened', database };
    await database.close();
    return result;
  } catch (error) {
    await database.close();
    throw error;
  }
}
