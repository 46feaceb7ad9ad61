import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { PrismaClient } from '../generated/client.ts';
import type { Adapt, Database } from './database.ts';
import { asItIs } from './database.ts';
import type { SqlConnection } from './sql-connection.ts';

/**
 * PostgreSQL inside this process, with its files in `folder`, or in memory without one.
 *
 * INVARIANT: one process, one database on a folder: whoever calls holds its lock (`lockFolder`).
 */
export async function openEmbedded(folder?: string, adapt: Adapt = asItIs): Promise<Database> {
  const postgres = await (folder === undefined ? PGlite.create() : openFiles(folder));
  const client = new PrismaClient({ adapter: adapt(new PrismaPGlite(postgres)) });
  return {
    kind: 'embedded',
    client,
    connect: async () => shared(postgres),
    close: async () => {
      await client.$disconnect();
      if (!postgres.closed) await postgres.close();
    },
  };
}

/** What a program that was killed at any moment left behind never keeps the next one out. */
async function openFiles(folder: string): Promise<PGlite> {
  if (!(await isThere(join(folder, 'PG_VERSION')))) await makeFiles(folder);
  // PostgreSQL refuses to start beside its own lock file when that is empty, as it is for a moment while it is written.
  await rm(join(folder, 'postmaster.pid'), { force: true });
  return PGlite.create({ dataDir: folder });
}

/** All of the files or none: they are made beside, and take their name when they are whole. */
async function makeFiles(folder: string): Promise<void> {
  if (await isThere(folder)) return;
  const begun = `${folder}.begun`;
  await rm(begun, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  const postgres = await PGlite.create({ dataDir: begun });
  await postgres.close();
  await rename(begun, folder);
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

function shared(postgres: PGlite): SqlConnection {
  return {
    run: async (statements) => {
      await postgres.exec(statements);
    },
    query: async <Row>(statement: string, values: readonly unknown[] = []) =>
      (await postgres.query<Row>(statement, [...values])).rows,
    // The client goes on with it.
    close: async () => undefined,
  };
}
