import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { PrismaClient } from '../generated/client.ts';
import type { Database } from './database.ts';
import type { SqlConnection } from './sql-connection.ts';

/**
 * PostgreSQL inside this process, with its files in `folder`, or in memory without one.
 *
 * INVARIANT: one process, one database on a folder: whoever calls holds its lock (`lockFolder`).
 *
 * @param content  files of another database to begin with, in memory only (see `dumpEmbedded`)
 */
export async function openEmbedded(folder?: string, content?: Blob): Promise<EmbeddedDatabase> {
  const postgres = await PGlite.create({
    ...(folder !== undefined && { dataDir: folder }),
    ...(content && { loadDataDir: content }),
  });
  const client = new PrismaClient({ adapter: new PrismaPGlite(postgres) });
  return {
    kind: 'embedded',
    client,
    connect: async () => shared(postgres),
    close: async () => {
      await client.$disconnect();
      if (!postgres.closed) await postgres.close();
    },
    dump: () => postgres.dumpDataDir('none'),
  };
}

export interface EmbeddedDatabase extends Database {
  /** All files of the database as one archive. */
  dump(): Promise<Blob>;
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
