import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../generated/client.ts';
import type { Adapt, Database } from './database.ts';
import { asItIs } from './database.ts';
import type { SqlConnection } from './sql-connection.ts';

/** As many connections as one process keeps; a server has 100 in all, unless told otherwise. */
const MOST_CONNECTIONS = 10;

/** Nothing that a person waits for takes longer; a lock that is not had by then is not going to be had. */
const timeouts = {
  statement_timeout: 10_000,
  lock_timeout: 3_000,
  idle_in_transaction_session_timeout: 30_000,
  connectionTimeoutMillis: 10_000,
} as const;

/** A PostgreSQL server (15 or later). Throws what the server or the network says. */
export async function openServer(url: string, adapt: Adapt = asItIs): Promise<Database> {
  const client = new PrismaClient({
    adapter: adapt(new PrismaPg({ connectionString: url, max: MOST_CONNECTIONS, ...timeouts })),
  });
  const connect = () => connectTo(url);
  // The client connects with its first query only; whether there is a server is to be known now.
  await (await connect()).close();
  return { kind: 'server', client, connect, close: () => client.$disconnect() };
}

async function connectTo(url: string): Promise<SqlConnection> {
  const connection = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A server that stops ends idle connections with an event that would end the process; the next query fails anyway.
  connection.on('error', () => undefined);
  await connection.connect();
  return {
    run: async (statements) => {
      await connection.query(statements);
    },
    query: async (statement, values = []) => (await connection.query(statement, [...values])).rows,
    close: () => connection.end(),
  };
}
