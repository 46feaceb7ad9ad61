import type { SqlConnection } from '../database/sql-connection.ts';

/** A table as a copy of it needs to know it. */
export interface TableShape {
  readonly name: string;
  /** The columns of its primary key. */
  readonly key: readonly string[];
  /** Its foreign keys, by their names. */
  readonly references: readonly string[];
  /** Whether a row may be megabytes. */
  readonly holdsBytes: boolean;
}

/** What lets somebody in for a while: of no use later on, and in a copy a way in for whoever finds it. */
const passing = ['auth_session', 'auth_verification', 'one_time_link', 'sign_in_failure'];

/** Every table of the store that is to be kept, by name; the record of migrations is not one of them. */
export async function tableShapes(connection: SqlConnection): Promise<readonly TableShape[]> {
  const rows = await connection.query<{ readonly shape: string }>(
    `
    SELECT json_build_object(
      'name', c.relname,
      'key', coalesce((
        SELECT json_agg(a.attname ORDER BY array_position(i.indkey::int2[], a.attnum))
        FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey::int2[])
        WHERE i.indrelid = c.oid AND i.indisprimary), '[]'),
      'references', coalesce((
        SELECT json_agg(k.conname ORDER BY k.conname) FROM pg_constraint k
        WHERE k.conrelid = c.oid AND k.contype = 'f'), '[]'),
      'holdsBytes', EXISTS (
        SELECT FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'bytea'::regtype)
    )::text AS shape
    FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
      AND c.relname <> ALL ($1::text[])
    ORDER BY c.relname COLLATE "C"`,
    [passing],
  );
  return rows.map(({ shape }): TableShape => JSON.parse(shape));
}

/** A name as it stands in a statement. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export async function countRows(connection: SqlConnection, { name }: TableShape): Promise<number> {
  const rows = await connection.query<{ readonly count: string }>(
    `SELECT count(*)::text AS count FROM ${quoted(name)}`,
  );
  return Number(rows[0]?.count);
}
