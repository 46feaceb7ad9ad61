import { resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBDataChunk } from '@duckdb/node-api';
import type { Column, ColumnValues, Rows, TableName } from '../table/columns.ts';
import { tables } from '../table/columns.ts';
import { quoted } from './quoted.ts';
import { fileType, heldType, named } from './sql-types.ts';

/** Rows that are given to the database at once: what one of its vectors holds. */
const CHUNK = 2048;
const ROW_GROUP = 131_072;

/** Writes the rows in their order as one Parquet file. */
export async function writeParquet(
  connection: DuckDBConnection,
  table: TableName,
  rows: Rows,
  path: string,
): Promise<void> {
  const columns = tables[table];
  const held = columns.map(
    (column) => `${named(column.name)} ${heldType(column, rows.words[column.name])}`,
  );
  await connection.run(`CREATE TABLE held (${held.join(', ')})`);
  await append(connection, columns, rows);
  const selected = columns.map(
    (column) => `CAST(${named(column.name)} AS ${fileType(column)}) AS ${named(column.name)}`,
  );
  await connection.run(
    `COPY (SELECT ${selected.join(', ')} FROM held) TO ${quoted(resolve(path))} ` +
      `(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROW_GROUP})`,
  );
  await connection.run('DROP TABLE held');
}

async function append(
  connection: DuckDBConnection,
  columns: readonly Column[],
  rows: Rows,
): Promise<void> {
  const appender = await connection.createAppender('held');
  const types = columns.map((_, at) => appender.columnType(at));
  for (let start = 0; start < rows.count; start += CHUNK) {
    const chunk = DuckDBDataChunk.create(types, Math.min(CHUNK, rows.count - start));
    columns.forEach((column, at) => {
      fill(chunk, at, { column, values: rows.columns[column.name], start });
    });
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

/** The parts of a vector that we write to; the types of the library leave them out. */
interface RawVector {
  readonly items: Int32Array | BigInt64Array | Uint8Array;
  readonly flush: () => void;
}

function fill(
  chunk: DuckDBDataChunk,
  at: number,
  {
    column,
    values,
    start,
  }: {
    readonly column: Column;
    readonly values: ColumnValues | undefined;
    readonly start: number;
  },
): void {
  if (!values) {
    if (!column.optional) throw new Error(`no values for ${column.name}`);
    chunk.setColumnValues(at, new Array(chunk.rowCount).fill(null));
    return;
  }
  const { items, flush } = rawVector(chunk, at);
  const own = values.subarray(start, start + chunk.rowCount);
  if (items instanceof BigInt64Array) {
    for (let row = 0; row < own.length; row += 1) items[row] = BigInt(own[row] ?? 0);
  } else items.set(own);
  flush();
}

function rawVector(chunk: DuckDBDataChunk, at: number): RawVector {
  const vector: unknown = chunk.getColumnVector(at);
  const { items } = vector as RawVector;
  return { items, flush: () => (vector as RawVector).flush() };
}
