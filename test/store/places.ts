import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabasePlace } from '@tiaoli/store';
import type { Postgres } from '../database/start-postgres.ts';
import { startPostgres } from '../database/start-postgres.ts';
import type { databaseKinds } from './databases.ts';

/** Where stores may be opened, one after the other; whoever starts it stops it. */
export interface Places {
  /** A place where there is nothing yet. */
  empty(): Promise<DatabasePlace>;
  stop(): Promise<void>;
}

export async function startPlaces(kind: (typeof databaseKinds)[number]): Promise<Places> {
  if (kind === 'embedded') {
    const above = await mkdtemp(join(tmpdir(), 'tiaoli-places-'));
    let made = 0;
    return {
      empty: async () => {
        made += 1;
        return { kind: 'folder', folder: join(above, `store-${made}`) };
      },
      stop: () => rm(above, { recursive: true, force: true }),
    };
  }
  const postgres = await startPostgres();
  let made = 0;
  return {
    empty: async () => {
      made += 1;
      postgres.query(`CREATE DATABASE store_${made}`);
      return { kind: 'server', url: urlOf(postgres, `store_${made}`) };
    },
    stop: postgres.stop,
  };
}

export function urlOf({ user, host }: Postgres, database: string): string {
  return `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host)}`;
}
