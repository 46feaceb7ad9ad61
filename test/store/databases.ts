import type { Adapt, Database, DatabasePlace } from '@tiaoli/store';
import { openDatabase } from '@tiaoli/store';
import { startPostgres } from '../database/start-postgres.ts';

/** Where a suite runs: whoever starts it stops it. */
export interface DatabaseUnderTest {
  readonly database: Database;
  /** Where another process opens it; undefined for what one process alone can open. */
  readonly url?: string;
  stop(): Promise<void>;
}

export const databaseKinds = ['embedded', 'server'] as const;

/** An empty database, embedded in memory or on a PostgreSQL of its own. */
export async function startDatabase(
  kind: (typeof databaseKinds)[number],
  adapt?: Adapt,
): Promise<DatabaseUnderTest> {
  if (kind === 'embedded') {
    const database = await open({ kind: 'memory' }, adapt);
    return { database, stop: () => database.close() };
  }
  const postgres = await startPostgres();
  const url = `postgresql://${postgres.user}@localhost/${postgres.database}?host=${encodeURIComponent(postgres.host)}`;
  const database = await open({ kind: 'server', url }, adapt);
  return {
    database,
    url,
    stop: async () => {
      await database.close();
      await postgres.stop();
    },
  };
}

async function open(place: DatabasePlace, adapt?: Adapt): Promise<Database> {
  const opened = await openDatabase(place, adapt);
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.diagnostics));
  return opened.database;
}
