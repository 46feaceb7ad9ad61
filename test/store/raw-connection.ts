import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Database, DatabasePlace } from '@tiaoli/store';
import pg from 'pg';

export type SqlConnection = Awaited<ReturnType<Database['connect']>>;

/** A connection to a database in the shape that it has, or none yet; nothing of the program stands in between. */
export async function connectRaw(place: DatabasePlace): Promise<SqlConnection> {
  if (place.kind === 'server') {
    const client = new pg.Client({ connectionString: place.url });
    await client.connect();
    return {
      run: async (statements) => void (await client.query(statements)),
      query: async (statement, values = []) => (await client.query(statement, [...values])).rows,
      close: () => client.end(),
    };
  }
  if (place.kind === 'folder') {
    await mkdir(place.folder, { recursive: true });
    // Empty where a program was killed as it wrote it: PostgreSQL would not start.
    await rm(join(place.folder, 'postgres/postmaster.pid'), { force: true });
  }
  const postgres = await PGlite.create(
    place.kind === 'folder' ? { dataDir: join(place.folder, 'postgres') } : {},
  );
  return {
    run: async (statements) => void (await postgres.exec(statements)),
    query: async <Row>(statement: string, values: readonly unknown[] = []) =>
      (await postgres.query<Row>(statement, [...values])).rows,
    close: () => postgres.close(),
  };
}
