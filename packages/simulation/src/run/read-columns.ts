import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted } from '../columnar/quoted.ts';
import { named } from '../columnar/sql-types.ts';
import type { Column, ColumnValues, TableName } from '../table/columns.ts';
import { tables } from '../table/columns.ts';

/** Columns of one file in memory: days since 1970, members by their index, texts by their index in `words`. */
export interface ReadColumns {
  readonly count: number;
  readonly columns: Readonly<Record<string, ColumnValues>>;
  readonly words: Readonly<Record<string, readonly string[]>>;
}

interface Read {
  readonly table: TableName;
  readonly path: string;
  /** As the manifest says. */
  readonly rows: number;
  readonly columns: readonly string[];
}

/** Reads columns as the vectors that the database gives, without making rows of them. */
export async function readColumns(
  connection: DuckDBConnection,
  { table, path, rows, columns: names }: Read,
): Promise<ReadColumns> {
  const columns = tables[table].filter(({ name }) => names.includes(name));
  const words: Record<string, readonly string[]> = {};
  for (const { name, type } of columns) {
    if (type.kind === 'text') words[name] = await wordsOf(connection, path, name);
  }
  const selected = columns.map((column) => selectedAs(column, words[column.name]));
  const into = columns.map((column) => newValues(column, words[column.name], rows));
  const result = await connection.stream(
    `SELECT ${selected.join(', ')} FROM read_parquet(${quoted(path)})`,
  );
  let count = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    if (count + chunk.rowCount > rows) throw new Error(`${path}: more rows than its manifest says`);
    for (const [at, values] of into.entries()) {
      const items = itemsOf(chunk.getColumnVector(at), chunk.rowCount, columns[at]?.name ?? '');
      values.set(items.subarray(0, chunk.rowCount), count);
    }
    count += chunk.rowCount;
  }
  if (count !== rows) throw new Error(`${path}: ${count} rows, its manifest says ${rows}`);
  const found = columns.map(({ name }, at) => [name, into[at] ?? new Uint8Array()]);
  return { count, columns: Object.fromEntries(found), words };
}

/** Different texts of a column, in order; a column of texts is a closed list that nobody wrote down (cities). */
async function wordsOf(
  connection: DuckDBConnection,
  path: string,
  name: string,
): Promise<readonly string[]> {
  const reader = await connection.runAndReadAll(
    `SELECT DISTINCT ${named(name)} FROM read_parquet(${quoted(path)}) ORDER BY ALL`,
  );
  return reader.getRowsJson().map(([word]) => String(word));
}

function selectedAs({ name, type }: Column, words: readonly string[] | undefined): string {
  const members = type.kind === 'member' ? type.members : words;
  if (members) return `CAST(${named(name)} AS ENUM(${members.map(quoted).join(', ')}))`;
  // Ids have 53 bits: doubles hold them, and need no big integers.
  return type.kind === 'id' ? `CAST(${named(name)} AS DOUBLE)` : named(name);
}

function newValues(
  { type }: Column,
  words: readonly string[] | undefined,
  rows: number,
): ColumnValues {
  if (type.kind === 'id') return new Float64Array(rows);
  if (type.kind === 'member') return new Uint8Array(rows);
  // A list of up to 255 words is held in bytes.
  return type.kind === 'text' && (words?.length ?? 0) < 256
    ? new Uint8Array(rows)
    : new Int32Array(rows);
}

/** The parts of a vector that are read; the types of the library leave them out. */
interface RawVector {
  readonly items: ColumnValues;
  readonly validity: { readonly data: unknown; readonly itemValid: (row: number) => boolean };
}

function itemsOf(vector: unknown, rows: number, name: string): ColumnValues {
  const { items, validity } = vector as unknown as RawVector;
  // Columns without an empty cell have no marks at all.
  if (validity.data !== null) {
    for (let row = 0; row < rows; row += 1) {
      if (!validity.itemValid(row)) throw new Error(`an empty cell in ${name}`);
    }
  }
  return items;
}
