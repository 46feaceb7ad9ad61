import type { DuckDBValue } from '@duckdb/node-api';
import { DuckDBInstance, DuckDBListValue } from '@duckdb/node-api';
import type { SqlCell } from '@tiaoli/compiler';
import type { Database } from './database.ts';

/** A DuckDB in memory, on one thread. */
export async function openDuckdb(): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  return {
    dialect: 'duckdb',
    run: async (statement) => {
      await connection.run(statement);
    },
    rows: async (query) => {
      const reader = await connection.runAndReadAll(query);
      const names = reader.columnNames();
      return reader
        .getRows()
        .map((row) => Object.fromEntries(names.map((name, at) => [name, cellOf(row[at] ?? null)])));
    },
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function cellOf(value: DuckDBValue): SqlCell {
  if (value instanceof DuckDBListValue) return value.items.map(cellOf);
  if (typeof value === 'number') return BigInt(value);
  if (typeof value === 'bigint' || typeof value === 'boolean' || typeof value === 'string') {
    return value;
  }
  if (value === null) return null;
  throw new Error(`a cell that no query gives: ${String(value)}`);
}
