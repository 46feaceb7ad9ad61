import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { assertNever } from '@tiaoli/base';
import { openConfined } from './open-confined.ts';
import { quoted } from './quoted.ts';
import { named } from './sql-types.ts';

/** A table of single values, row by row; a decimal is a text of digits. */
export interface PlainTable {
  /** The name of its file. */
  readonly id: string;
  readonly columns: readonly PlainColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface PlainColumn {
  readonly key: string;
  readonly kind: 'text' | 'decimal' | 'number' | 'count';
}

const MEMORY_MIB = 256;

/** Writes each table as one Parquet file, `ID.parquet`, and gives the names of the files. */
export async function writePlainTables(
  folder: string,
  tables: readonly PlainTable[],
): Promise<readonly string[]> {
  const connection = await openConfined({ folders: [folder], memoryMiB: MEMORY_MIB });
  const names: string[] = [];
  for (const table of tables) {
    const name = `${table.id}.parquet`;
    await hold(connection, table);
    const cells = table.columns.map(({ key, kind }) => {
      return `CAST(${named(key)} AS ${sqlType(kind)}) AS ${named(key)}`;
    });
    await connection.run(
      `COPY (SELECT ${cells.join(', ')} FROM held) TO ${quoted(join(folder, name))} (FORMAT parquet, COMPRESSION zstd)`,
    );
    await connection.run('DROP TABLE held');
    names.push(name);
  }
  connection.closeSync();
  return names;
}

/** As texts, which are cast exactly. */
async function hold(connection: DuckDBConnection, { columns, rows }: PlainTable): Promise<void> {
  const held = columns.map(({ key }) => `${named(key)} VARCHAR`);
  await connection.run(`CREATE TABLE held (${held.join(', ')})`);
  const appender = await connection.createAppender('held');
  for (const row of rows) {
    for (const value of row) {
      if (value === null) appender.appendNull();
      else appender.appendVarchar(String(value));
    }
    appender.endRow();
  }
  appender.closeSync();
}

/** Fen times weights of a ten-thousandth have six decimals of a yuan. */
function sqlType(kind: PlainColumn['kind']): string {
  switch (kind) {
    case 'text':
      return 'VARCHAR';
    case 'decimal':
      return 'DECIMAL(38, 6)';
    case 'number':
      return 'DOUBLE';
    case 'count':
      return 'BIGINT';
    default:
      return assertNever(kind);
  }
}
