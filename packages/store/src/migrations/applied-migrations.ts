import type { SqlConnection } from '../database/sql-connection.ts';

/** A migration that a database has had. */
export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
}

/** What brought a database to its shape, oldest first; nothing where none was ever applied. */
export async function appliedMigrations(
  connection: SqlConnection,
): Promise<readonly AppliedMigration[]> {
  const [record] = await connection.query<{ readonly there: boolean }>(
    `SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS there`,
  );
  if (!record?.there) return [];
  return connection.query<AppliedMigration>(
    'SELECT migration_name AS name, checksum FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY migration_name',
  );
}
