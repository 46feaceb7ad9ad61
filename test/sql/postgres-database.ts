import type { SqlCell } from '@tiaoli/compiler';
import { Client, types } from 'pg';
import { startPostgres } from '../database/start-postgres.ts';
import type { Database } from './database.ts';

/** A PostgreSQL of its own, and one session in it. */
export async function openPostgres(): Promise<Database> {
  const postgres = await startPostgres();
  const { host, user, database } = postgres;
  // As texts: numbers of 64 bits and more would lose digits on the way.
  const client = new Client({ host, user, database, types: { getTypeParser: () => asText } });
  await client.connect();
  // It would compile each query to machine code, which takes a hundred times as long as to run it once.
  await client.query('SET jit = off');
  return {
    dialect: 'postgres',
    run: async (statement) => {
      await client.query(statement);
    },
    rows: async (query) => {
      const { rows, fields } = await client.query({ text: query, rowMode: 'array' });
      return rows.map((row: readonly (string | null)[]) =>
        Object.fromEntries(
          fields.map(({ name, dataTypeID }, at) => [name, cellOf(row[at] ?? null, dataTypeID)]),
        ),
      );
    },
    close: async () => {
      await client.end();
      await postgres.stop();
    },
  };
}

function asText(text: string): string {
  return text;
}

const { BOOL, TEXT, INT4, INT8, NUMERIC } = types.builtins;

/** Lists of these, by their numbers in `pg_type`. */
const lists: Readonly<Record<number, number>> = {
  1000: BOOL,
  1009: TEXT,
  1016: INT8,
  1231: NUMERIC,
};

function cellOf(text: string | null, type: number): SqlCell {
  if (text === null) return null;
  const element = lists[type];
  if (element !== undefined) return elementsOf(text).map((each) => cellOf(each, element));
  if (type === BOOL) return text === 't';
  if (type === TEXT) return text;
  if (type === INT4 || type === INT8 || type === NUMERIC) return BigInt(text);
  throw new Error(`a column of a type that no query gives: ${type}`);
}

/** `{a,"b c",NULL}` */
function elementsOf(list: string): readonly (string | null)[] {
  return [...list.matchAll(/"((?:[^"\\]|\\.)*)"|([^,{}]+)/g)].map(([, quoted, plain]) => {
    if (quoted !== undefined) return quoted.replace(/\\(.)/g, '$1');
    return plain === undefined || plain === 'NULL' ? null : plain;
  });
}
