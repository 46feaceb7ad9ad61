import type { PrismaClient } from '../generated/client.ts';
import type { SqlConnection } from './sql-connection.ts';

/** An open database, embedded or on a server. */
export interface Database {
  readonly kind: 'embedded' | 'server';
  readonly client: PrismaClient;
  /**
   * A connection beside the client's. Embedded there is only one, which both share: nothing else may run while a
   * transaction is open on it.
   */
  connect(): Promise<SqlConnection>;
  /** Whether there is space for what a transaction may write; absent where a server sees to that. */
  hasSpace?(): Promise<boolean>;
  /** Waits for what is running. */
  close(): Promise<void>;
}

/** What stands between Prisma and its connections; tests put failures there. */
export type Adapt = <Adapter extends object>(adapter: Adapter) => Adapter;

export function asItIs<Adapter extends object>(adapter: Adapter): Adapter {
  return adapter;
}
