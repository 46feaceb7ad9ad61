import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../database/database.ts';
import { openEmbedded } from '../database/open-embedded.ts';
import type { SqlConnection } from '../database/sql-connection.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migrations.ts';
import { migrations } from './migrations.ts';

// To make one takes seconds; to empty it, none.
let database: Database;
let connection: SqlConnection;

beforeAll(async () => {
  database = await openEmbedded();
  connection = await database.connect();
}, 120_000);
afterAll(() => database.close());
beforeEach(() => connection.run('DROP SCHEMA public CASCADE; CREATE SCHEMA public'));

const first: Migration = {
  name: '0001_first',
  sql: 'CREATE TABLE a (x INT); INSERT INTO a VALUES (7);',
};
const second: Migration = { name: '0002_second', sql: 'ALTER TABLE a ADD COLUMN y INT DEFAULT 1;' };
const broken: Migration = {
  name: '0003_broken',
  sql: 'CREATE TABLE b (x INT); INSERT INTO a VALUES (8); ALTER TABLE nowhere ADD COLUMN z INT;',
};

/** The names of the tables, but for the one that keeps the record. */
async function tables(): Promise<readonly string[]> {
  const rows = await connection.query<{ readonly name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
  );
  return rows.map(({ name }) => name).filter((name) => !name.startsWith('_'));
}

const codesOf = (result: Awaited<ReturnType<typeof migrate>>) =>
  result.kind === 'refused' ? result.diagnostics.map(({ code }) => code) : result.applied;

test('what is due is done in order, once', async () => {
  expect(codesOf(await migrate(connection, [first]))).toEqual(['0001_first']);
  expect(codesOf(await migrate(connection, [first, second]))).toEqual(['0002_second']);
  expect(codesOf(await migrate(connection, [first, second]))).toEqual([]);
  expect(await connection.query('SELECT * FROM a')).toEqual([{ x: 7, y: 1 }]);
});

test('a step that arrives after one with a later name is done, too', async () => {
  const third = { name: '0003_third', sql: 'CREATE TABLE c (x INT);' };
  expect(codesOf(await migrate(connection, [first, third]))).toEqual(['0001_first', '0003_third']);
  expect(codesOf(await migrate(connection, [first, second, third]))).toEqual(['0002_second']);
  expect(await connection.query('SELECT * FROM a')).toEqual([{ x: 7, y: 1 }]);
});

describe('a step that fails midway', () => {
  test('leaves the old shape whole, those before it included, and can be tried again', async () => {
    await migrate(connection, [first]);
    const result = await migrate(connection, [first, second, broken]);
    expect(codesOf(result)).toEqual(['store-migration-failed']);
    expect(result.kind === 'refused' && result.diagnostics[0]?.message.zh).toContain('nowhere');
    expect(await tables()).toEqual(['a']);
    expect(await connection.query('SELECT * FROM a')).toEqual([{ x: 7 }]);
    // The program from before still opens it, and the mended one brings it forward.
    expect(codesOf(await migrate(connection, [first]))).toEqual([]);
    const mended = { ...broken, sql: 'CREATE TABLE b (x INT);' };
    expect(codesOf(await migrate(connection, [first, second, mended]))).toEqual([
      '0002_second',
      '0003_broken',
    ]);
  });

  test.each(['run', 'query'] as const)(
    'so does a connection that breaks at any %s',
    async (which) => {
      await migrate(connection, [first]);
      let failures = 0;
      for (let at = 1; ; at += 1) {
        let count = 0;
        const failing = { ...connection };
        const original = connection[which].bind(connection);
        Object.assign(failing, {
          [which]: (...args: Parameters<typeof original>) => {
            count += 1;
            if (count !== at || args[0] === 'ROLLBACK') return Reflect.apply(original, null, args);
            return Promise.reject(new Error('planted'));
          },
        });
        const result = await migrate(failing, [first, second]).catch(() => 'threw' as const);
        if (result !== 'threw' && result.kind === 'migrated') break;
        failures += 1;
        expect(await connection.query('SELECT * FROM a')).toEqual([{ x: 7 }]);
      }
      expect(failures).toBeGreaterThanOrEqual(3);
      expect(await connection.query('SELECT * FROM a')).toEqual([{ x: 7, y: 1 }]);
    },
  );
});

test('data of a newer program, or of a changed step, is refused and left alone', async () => {
  await migrate(connection, [first, second]);
  expect(codesOf(await migrate(connection, [first]))).toEqual(['store-is-newer']);
  const changed = { ...first, sql: `${first.sql} -- planted` };
  expect(codesOf(await migrate(connection, [changed, second]))).toEqual([
    'store-migration-differs',
  ]);
  const otherLines = { ...first, sql: first.sql.replaceAll('\n', '\r\n') };
  expect(codesOf(await migrate(connection, [otherLines, second]))).toEqual([]);
});

test('what is published or has happened cannot be changed by any statement', async () => {
  await migrate(connection, await migrations());
  const stays = ['blob', 'draft_revision', 'version', 'version_file', 'repeal', 'audit_event'];
  for (const table of stays) {
    const refusal = `rows of ${table} are never changed or removed`;
    await expect(connection.run(`DELETE FROM "${table}"`)).rejects.toThrow(refusal);
    await expect(connection.run(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow('never changed');
  }
  const one = "encode(sha256('x'), 'hex')";
  await connection.run(`INSERT INTO blob VALUES (${one}, 'x')`);
  await expect(connection.run("UPDATE blob SET bytes = 'y'")).rejects.toThrow('rows of blob');
  await expect(connection.run(`INSERT INTO blob VALUES (repeat('0', 64), 'x')`)).rejects.toThrow(
    'blob_hash',
  );
});
