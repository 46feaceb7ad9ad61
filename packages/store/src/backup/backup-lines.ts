import type { SqlConnection } from '../database/sql-connection.ts';
import type { AppliedMigration } from '../migrations/applied-migrations.ts';
import { appliedMigrations } from '../migrations/applied-migrations.ts';
import type { TableShape } from './table-shapes.ts';
import { countRows, quoted, tableShapes } from './table-shapes.ts';

/** The first line of a backup. */
export interface BackupHeader {
  readonly format: typeof backupFormat;
  readonly migrations: readonly AppliedMigration[];
}

/** The line before the rows of a table. */
export interface BackupTable {
  readonly table: string;
  readonly rows: number;
}

export const backupFormat = 'tiaoli backup 1';

/** The last line: the SHA-256 of all lines before it, with their ends. */
export function hashLine(sha256: string): string {
  return JSON.stringify({ sha256 });
}

/** Told as it goes; `rows` of the table are done. */
export type OnTable = (progress: { readonly table: string; readonly rows: number }) => void;

/** As many rows are read at once; a row with bytes may be megabytes. */
const PAGE = 500;
const PAGE_WITH_BYTES = 10;

/** One form of each value, whatever the server is set to; and rather an error than rows held back by a policy of rows. */
const settings = `
  SET LOCAL row_security = off; SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD';
  SET LOCAL IntervalStyle = 'iso_8601'; SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1`;

/**
 * Everything that is stored, line by line: the same lines for the same rows, wherever they are stored.
 *
 * INVARIANT: runs within a transaction of the caller that sees one state of the database.
 */
export async function* backupLines(
  connection: SqlConnection,
  onTable: OnTable = () => undefined,
): AsyncGenerator<string> {
  await connection.run(settings);
  const migrations = await appliedMigrations(connection);
  const header: BackupHeader = { format: backupFormat, migrations };
  yield JSON.stringify(header);
  for (const shape of await tableShapes(connection)) {
    const table: BackupTable = { table: shape.name, rows: await countRows(connection, shape) };
    yield JSON.stringify(table);
    yield* rowLines(connection, shape, onTable);
  }
}

async function* rowLines(
  connection: SqlConnection,
  { name, key, holdsBytes }: TableShape,
  onTable: OnTable,
): AsyncGenerator<string> {
  // As text and by code: a server sorts words as its language does.
  const order = key.map((column) => `t.${quoted(column)}::text COLLATE "C"`).join(', ');
  if (order === '') throw new Error(`a table without a primary key: ${name}`);
  await connection.run(
    `DECLARE backup_rows NO SCROLL CURSOR FOR SELECT to_json(t)::text AS line FROM ${quoted(name)} t ORDER BY ${order}`,
  );
  const page = holdsBytes ? PAGE_WITH_BYTES : PAGE;
  for (let rows = 0; ; ) {
    const found = await connection.query<{ readonly line: string }>(
      `FETCH ${page} FROM backup_rows`,
    );
    for (const { line } of found) {
      if (line.includes('\n')) throw new Error(`a row of several lines in ${name}`);
      yield line;
    }
    rows += found.length;
    onTable({ table: name, rows });
    if (found.length < page) break;
  }
  await connection.run('CLOSE backup_rows');
}
