import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { PrismaClient } from '../generated/client.ts';
import type { Migration } from '../migrations/migrations.ts';
import type { Adapt, Database } from './database.ts';
import { asItIs } from './database.ts';
import { makeNewFiles } from './new-files.ts';
import { sharedConnection } from './shared-connection.ts';

export interface DatabaseFiles {
  readonly folder: string;
  /** Which steps a database has gone through that is made because there is none. */
  readonly newShape: readonly Migration[];
}

/**
 * PostgreSQL inside this process, with its files in a folder, or in memory without one.
 *
 * INVARIANT: one process, one database on a folder: whoever calls holds its lock (`lockFolder`).
 */
export async function openEmbedded(
  files?: DatabaseFiles,
  adapt: Adapt = asItIs,
): Promise<Database> {
  const postgres = await (files === undefined ? PGlite.create() : openFiles(files));
  const client = new PrismaClient({ adapter: adapt(new PrismaPGlite(postgres)) });
  return {
    kind: 'embedded',
    client,
    connect: async () => sharedConnection(postgres),
    close: async () => {
      await client.$disconnect();
      if (!postgres.closed) await postgres.close();
    },
  };
}

/** What a program that was killed at any moment left behind never keeps the next one out. */
async function openFiles({ folder, newShape }: DatabaseFiles): Promise<PGlite> {
  if (!(await isThere(join(folder, 'PG_VERSION')))) await makeFiles(folder, newShape);
  // PostgreSQL refuses to start beside its own lock file when that is empty, as it is for a moment while it is written.
  await rm(join(folder, 'postmaster.pid'), { force: true });
  return PGlite.create({ dataDir: folder });
}

/** All of the files or none: they are made beside, and take their name when they are whole. */
async function makeFiles(folder: string, newShape: readonly Migration[]): Promise<void> {
  if (await isThere(folder)) return;
  const begun = `${folder}.begun`;
  await rm(begun, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  await makeNewFiles(begun, newShape);
  await rename(begun, folder);
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
