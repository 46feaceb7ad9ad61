import { randomUUID } from 'node:crypto';
import type { Diagnostic } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import type { SqlConnection } from '../database/sql-connection.ts';
import { report } from '../messages.ts';
import type { AppliedMigration } from './applied-migrations.ts';
import { appliedMigrations } from './applied-migrations.ts';
import type { Migration } from './migrations.ts';
import { checksumOf } from './migrations.ts';

export type Migrated =
  | { readonly kind: 'migrated'; readonly applied: readonly string[] }
  /** Nothing was changed. */
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** Two servers that start at once take turns; any number that nobody else takes. */
const MIGRATION_LOCK = 7_021_965;

/** The table in which Prisma's own commands keep the same, so that they can be used on a server, too. */
const record = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Brings a database to the newest shape: all steps that are due in one transaction, so that it has either the new shape or
 * the old one whole, whatever fails or is killed in between; then the same call tries anew.
 *
 * Throws what the database says where it cannot even be asked.
 */
export async function migrate(
  connection: SqlConnection,
  wanted: readonly Migration[],
): Promise<Migrated> {
  await connection.run('BEGIN');
  try {
    await connection.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const migrated = await migrateLocked(connection, wanted);
    await connection.run(migrated.kind === 'migrated' ? 'COMMIT' : 'ROLLBACK');
    return migrated;
  } catch (error) {
    // Where the connection is gone, so is the transaction, and the error worth telling is the first one.
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function migrateLocked(
  connection: SqlConnection,
  wanted: readonly Migration[],
): Promise<Migrated> {
  await connection.run(record);
  const done = await appliedMigrations(connection);
  const refusal = done.map((row) => refusalOf(row, wanted)).find((each) => each !== undefined);
  if (refusal) return { kind: 'refused', diagnostics: [refusal] };
  const due = wanted.filter((each) => !done.some(({ name }) => name === each.name));
  for (const migration of due) {
    const failure = await apply(connection, migration);
    if (failure) return { kind: 'refused', diagnostics: [failure] };
  }
  return { kind: 'migrated', applied: due.map(({ name }) => name) };
}

function refusalOf(row: AppliedMigration, wanted: readonly Migration[]): Diagnostic | undefined {
  const place = fileSpan(row.name);
  const same = wanted.find(({ name }) => name === row.name);
  if (!same) return report('store-is-newer', { migration: row.name }, place);
  if (checksumOf(same) === row.checksum) return undefined;
  return report('store-migration-differs', { migration: row.name }, place);
}

async function apply(
  connection: SqlConnection,
  migration: Migration,
): Promise<Diagnostic | undefined> {
  try {
    await connection.run(migration.sql);
    await connection.query(
      'INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, applied_steps_count) VALUES ($1, $2, now(), $3, 1)',
      [randomUUID(), checksumOf(migration), migration.name],
    );
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return report(
      'store-migration-failed',
      { migration: migration.name, reason },
      fileSpan(migration.name),
    );
  }
}
