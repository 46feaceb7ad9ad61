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
  const postgres = await PGlite.create({ ...(folder !== undefined && { dataDir: folder }) });
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
