import { existsSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { startPostgres } from './start-postgres.ts';

test('a PostgreSQL of its own answers, says what is wrong, and leaves nothing behind', async () => {
  const postgres = await startPostgres();
  onTestFinished(postgres.stop);
  const [row] = postgres.query(`SELECT json_build_object(
    'version', current_setting('server_version_num')::int / 10000,
    'halves', (-7)::bigint / 2,
    'zone', current_setting('TimeZone'),
    'text', '条例')`);
  expect(row).toMatchObject({ halves: -3, zone: 'UTC', text: '条例' });
  expect(Number(Reflect.get(Object(row), 'version'))).toBeGreaterThanOrEqual(15);
  // An amount beyond 64 bits is an error and no other amount.
  expect(() => postgres.query('SELECT 9223372036854775807::bigint + 1')).toThrow('out of range');
  await postgres.stop();
  expect(existsSync(postgres.host)).toBe(false);
  expect(() => process.kill(postgres.pid, 0)).toThrow('ESRCH');
});

test('two of them stand side by side', async () => {
  const servers = await Promise.all([startPostgres(), startPostgres()]);
  onTestFinished(async () => {
    await Promise.all(servers.map(({ stop }) => stop()));
  });
  for (const { query } of servers) query('CREATE TABLE claims (amount bigint)');
  servers[0]?.query('INSERT INTO claims VALUES (1)');
  expect(servers.map(({ query }) => query('SELECT count(*) FROM claims'))).toEqual([[1], [0]]);
});
