import { join } from 'node:path';
import type { Diagnostic } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import { report } from '../messages.ts';
import { migrate } from '../migrations/migrate.ts';
import { migrations } from '../migrations/migrations.ts';
import type { Adapt, Database } from './database.ts';
import { asItIs } from './database.ts';
import { lockFolder } from './lock-folder.ts';
import { openEmbedded } from './open-embedded.ts';
import { openServer } from './open-server.ts';

/** Where the data is: a PostgreSQL server, a folder of its own, or nowhere but in memory. */
export type DatabasePlace =
  | { readonly kind: 'server'; readonly url: string }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'memory' };

export type OpenedDatabase =
  | { readonly kind: 'opened'; readonly database: Database; readonly applied: readonly string[] }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** Opens the database and brings it to the newest shape. Whoever opens it closes it. */
export async function openDatabase(
  place: DatabasePlace,
  adapt: Adapt = asItIs,
): Promise<OpenedDatabase> {
  try {
    const opened = await openUnmigrated(place, adapt);
    return opened.kind === 'opened' ? await migrated(opened.database) : opened;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const shown = nameOf(place);
    const refusal = report('store-not-opened', { place: shown, reason }, fileSpan(shown));
    return { kind: 'refused', diagnostics: [refusal] };
  }
}

async function openUnmigrated(place: DatabasePlace, adapt: Adapt): Promise<OpenedDatabase> {
  switch (place.kind) {
    case 'server':
      return { kind: 'opened', database: await openServer(place.url, adapt), applied: [] };
    case 'memory':
      return { kind: 'opened', database: await openEmbedded(undefined, adapt), applied: [] };
    case 'folder':
      return openFolder(place.folder, adapt);
  }
}

async function openFolder(folder: string, adapt: Adapt): Promise<OpenedDatabase> {
  const lock = await lockFolder(folder);
  if (lock.kind === 'taken') {
    const { owner } = lock;
    const params = { folder, ...(owner !== undefined && { owner }) };
    return { kind: 'refused', diagnostics: [report('store-in-use', params, fileSpan(folder))] };
  }
  try {
    const database = await openEmbedded(join(folder, 'postgres'), adapt);
    const close = () => database.close().finally(lock.release);
    return { kind: 'opened', database: { ...database, close }, applied: [] };
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

/** What a person may be shown: of a server neither the password nor the account. */
function nameOf(place: DatabasePlace): string {
  switch (place.kind) {
    case 'server':
      return URL.canParse(place.url) ? new URL(place.url).host : 'DATABASE_URL';
    case 'folder':
      return place.folder;
    case 'memory':
      return 'memory';
  }
}
