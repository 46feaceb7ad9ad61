import type { Database } from '@tiaoli/store';
import { storeOf } from '@tiaoli/store';
import type { Actor, Role } from '@tiaoli/workspace';
import { operatorId, roles } from '@tiaoli/workspace';
import { permitsCell, relations, states } from '@tiaoli/workspace/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatabaseUnderTest } from './databases.ts';
import { databaseKinds, startDatabase } from './databases.ts';
import { countedEnvironment, fillReviewed } from './fixtures/fill-reviewed.ts';
import type { SqlConnection } from './raw-connection.ts';
import type { WallFacts } from './wall-expectations.ts';
import { readFacts, seenRows, wallTables, writesOf } from './wall-expectations.ts';
import { wallActions } from './wall-rights.ts';

describe.each(databaseKinds)('%s', (kind) => {
  let under: DatabaseUnderTest;
  let connection: SqlConnection;
  let facts: WallFacts;
  let people: readonly Actor[];

  beforeAll(async () => {
    under = await startDatabase(kind);
    await fillReviewed(storeOf(under.database, countedEnvironment()));
    connection = await under.database.connect();
    await connection.run(moreRows);
    facts = await readFacts(connection);
    people = await readPeople(under.database);
  }, 300_000);
  afterAll(async () => {
    await connection?.close();
    await under?.stop();
  }, 60_000);

  test('every cell of the table of rights is the same within the database', async () => {
    const cells = roles.flatMap((role) =>
      wallActions.flatMap((action) =>
        states.flatMap((state) =>
          relations.flatMap((relation) =>
            [true, false].map((mine) => ({ role, action, state, relation, mine })),
          ),
        ),
      ),
    );
    const answers = await connection.query<{ readonly may: boolean }>(
      `SELECT wall_cell(c.role, c.action, c.state, c.relation, c.mine) AS may
       FROM json_array_elements($1::json) WITH ORDINALITY AS e(cell, at),
         json_to_record(e.cell) AS c(role text, action text, state text, relation text, mine boolean) ORDER BY e.at`,
      [JSON.stringify(cells)],
    );
    expect(cells).toHaveLength(roles.length * wallActions.length * states.length * 4 * 2);
    const wrong = cells.filter((cell, at) => permitsCell(cell) !== answers[at]?.may);
    // A right has changed: `node -e "…wallRightsAsSql()"` prints the rows for a new migration.
    expect(wrong).toEqual([]);
  });

  test('whoever asks for everything gets the rows that they may see, all of them and no other', async () => {
    let hidden = 0;
    let seen = 0;
    for (const actor of people) {
      const rows = await within(actor.id, async () => {
        const found: Record<string, readonly string[]> = {};
        for (const table of wallTables) found[table] = await keysOf(table);
        return found;
      });
      for (const table of wallTables) {
        const expected = seenRows(facts, actor, table);
        expect(rows[table], `${table} for ${describeActor(actor)}`).toEqual(expected);
        seen += expected.length;
        hidden += facts.keys[table].length - expected.length;
      }
    }
    process.stdout.write(`${kind}: ${people.length} people, ${seen} rows seen, ${hidden} hidden\n`);
    expect(seen).toBeGreaterThan(500);
    expect(hidden).toBeGreaterThan(5000);
  }, 300_000);

  test('whoever writes by hand adds and changes what they may, and nothing else', async () => {
    const counts = { done: 0, refused: 0 };
    for (const actor of people) {
      const writes = writesOf(facts, actor);
      const wrong = await within(actor.id, async () => {
        const found: string[] = [];
        for (const { what, sql, may } of writes) {
          const did = await attempt(sql);
          counts[did ? 'done' : 'refused'] += 1;
          if (did !== may) found.push(`${what}: ${did ? 'done' : 'refused'}`);
        }
        return found;
      });
      expect(wrong, describeActor(actor)).toEqual([]);
    }
    process.stdout.write(
      `${kind}: ${counts.done} writes by hand done, ${counts.refused} refused\n`,
    );
    expect(Math.min(counts.done, counts.refused)).toBeGreaterThan(100);
  }, 300_000);

  test('nobody within the wall removes a row, and without a name nothing is there', async () => {
    const drafter = people.find(({ grants }) => grants.some(({ role }) => role === 'drafter'));
    for (const id of [drafter?.id ?? '', operatorId]) {
      await within(id, async () => {
        for (const table of ['draft', 'api_token']) {
          expect(await attempt(`DELETE FROM "${table}"`), table).toBe(false);
        }
      });
    }
    await within('', async () => {
      for (const table of wallTables) expect(await keysOf(table)).toEqual([]);
    });
    // The wall ends with its transaction.
    expect((await keysOf('draft')).length).toBe(facts.keys.draft.length);
  });

  /** Does work as within a transaction of the program, and takes it back. */
  async function within<Value>(actorId: string, work: () => Promise<Value>): Promise<Value> {
    await connection.run('BEGIN');
    try {
      await connection.query(
        "SELECT set_config('tiaoli.actor', $1, true), set_config('role', 'tiaoli_office', true)",
        [actorId],
      );
      return await work();
    } finally {
      await connection.run('ROLLBACK');
    }
  }

  async function keysOf(table: (typeof wallTables)[number]): Promise<readonly string[]> {
    return (await readFacts(connection, [table])).keys[table];
  }

  /** False where the wall refuses, or no row is reached; what was done is taken back. */
  async function attempt(sql: string): Promise<boolean> {
    await connection.run('SAVEPOINT attempt');
    try {
      const rows = await connection.query<{ readonly count: number }>(
        `WITH did AS (${sql} RETURNING 1) SELECT count(*)::int AS count FROM did`,
      );
      return (rows[0]?.count ?? 0) > 0;
    } catch (error) {
      // The wall, or the trigger that keeps authors from approving what is theirs.
      if (['42501', '23001'].includes(Reflect.get(Object(error), 'code'))) return false;
      throw error;
    } finally {
      await connection.run('ROLLBACK TO SAVEPOINT attempt');
    }
  }
});

/** Roles in several places, none, and one who is shut out; a draft and a token of others; data of every office. */
const moreRows = `
  UPDATE "user" SET disabled_at = now() WHERE login = 'city-publisher';
  INSERT INTO role_grant SELECT u.id, j.id, 'reviewer', now() FROM "user" u, jurisdiction j WHERE u.login = 'city-drafter' AND j.name = 'province';
  INSERT INTO "user" VALUES ('0c000000-0000-4000-8000-000000000001', 'nobody', '新来的', now());
  INSERT INTO api_token SELECT gen_random_uuid(), id, 'x', encode(sha256(login::bytea), 'hex'), now(), now() FROM "user" WHERE login IN ('nobody', 'nation-auditor', 'sister-drafter');
  INSERT INTO draft SELECT gen_random_uuid(), u.jurisdiction_id, d.id, u.user_id, 'x', 'open', 1, NULL, now(), now(), 'x' FROM role_grant u, document d WHERE u.role = 'drafter' AND d.code = 'province.rules';
  INSERT INTO job SELECT gen_random_uuid(), jurisdiction_id, user_id, 'gate', 'x', 'x', 'waiting', NULL, 0, 0, 0, false, NULL, NULL, NULL, NULL, NULL, 1, now(), NULL, NULL, now() FROM role_grant WHERE role IN ('drafter', 'reviewer');
  INSERT INTO dataset SELECT gen_random_uuid(), jurisdiction_id, 'x', gen_random_uuid()::text, repeat('0', 64), 1, 1, true, '2030-01-01', user_id, now(), NULL, NULL FROM role_grant WHERE role = 'drafter';
  INSERT INTO run SELECT gen_random_uuid(), d.jurisdiction_id, d.id, repeat('0', 64), 'x', b.hash, d.registrar_id, now() FROM dataset d, (SELECT hash FROM blob ORDER BY hash LIMIT 1) b;
  INSERT INTO stored_case SELECT gen_random_uuid(), g.jurisdiction_id, v.id, 'x', '{}', g.user_id, now(), now() FROM role_grant g, (SELECT id FROM version ORDER BY id LIMIT 1) v WHERE g.role IN ('drafter', 'publisher');
`;

async function readPeople({ client }: Database): Promise<readonly Actor[]> {
  const users = await client.user.findMany({
    include: { grants: { include: { jurisdiction: true } } },
    orderBy: { login: 'asc' },
  });
  return users.map(({ id, disabledAt, grants }): Actor => {
    if (id === operatorId) return { id, grants: [{ role: 'operator', path: '' }] };
    const own = grants.map((each) => ({
      role: each.role as Role,
      path: each.jurisdiction.path,
    }));
    return { id, grants: disabledAt ? [] : own };
  });
}

function describeActor({ id, grants }: Actor): string {
  return `${id} ${grants.map(({ role, path }) => `${role} at ${path.length / 37}`).join(', ')}`;
}
