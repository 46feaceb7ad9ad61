import type { PGlite } from '@electric-sql/pglite';
import type { SqlConnection } from './sql-connection.ts';

/** The one connection that an embedded database has, beside whoever else uses it. */
export function sharedConnection(postgres: PGlite): SqlConnection {
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
