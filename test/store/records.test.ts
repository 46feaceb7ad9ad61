import { storeOf } from '@tiaoli/store';
import type { Draft, PolicyStore, Publication, Records } from '@tiaoli/workspace';
import { operatorId } from '@tiaoli/workspace';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatabaseUnderTest } from './databases.ts';
import { databaseKinds, startDatabase } from './databases.ts';
import type { World } from './world.ts';
import { as, ask, codesOf, makeWorld, personOf, personRoles } from './world.ts';

const text = (content: string) => new TextEncoder().encode(content);

function publicationOf(documentId: string, from: string, source: string): Publication {
  return {
    ...{ documentId, path: 'policies/a.tiaoli', meaningHash: 'a'.repeat(64), engineVersion: '1' },
    ...{ effectiveFrom: from, source: text(source), module: text(`module of ${source}`) },
    files: [{ path: 'policies/rows.csv', bytes: text('甲,1\n') }],
  };
}

describe.each(databaseKinds)('%s', (kind) => {
  let under: DatabaseUnderTest;
  let store: PolicyStore;
  let world: World;
  let draft: Draft;

  beforeAll(async () => {
    under = await startDatabase(kind);
    store = storeOf(under.database);
    world = await makeWorld(store);
    draft = await as(store, personOf(world, 'city', 'drafter'), newDraft);
  }, 180_000);
  afterAll(() => under.stop(), 60_000);

  const newDraft = (records: Records) =>
    records.drafts.create({
      jurisdictionId: world.places.city,
      documentId: world.documents.city.id,
      title: '调整起付标准',
      path: 'policies/city/rules.tiaoli',
      text: '语言 1\n',
    });

  test('what was written is read again, to the byte and the day', async () => {
    const drafter = personOf(world, 'city', 'drafter');
    const naughty = '语言 1\r\n\u0000\u202e𠀀“__proto__”\n';
    const saved = await as(store, drafter, ({ drafts }) => drafts.save(draft.id, 1, naughty));
    expect(saved).toMatchObject({ revision: 2, state: 'open' });
    const publisher = personOf(world, 'city', 'publisher');
    const { found, revision, first } = await as(store, publisher, async ({ drafts }) => ({
      found: await drafts.find(draft.id),
      revision: await drafts.revision(draft.id, 2),
      first: await drafts.revision(draft.id, 1),
    }));
    expect(found).toEqual(saved);
    expect([first?.text, revision?.text]).toEqual(['语言 1\n', naughty]);
    const version = await as(store, publisher, ({ versions }) =>
      versions.publish(publicationOf(world.documents.city.id, '2028-02-29', 'source')),
    );
    expect(version).toMatchObject({ number: 1, effectiveFrom: '2028-02-29' });
    const reader = personOf(world, 'elsewhere', 'analyst');
    const seen = await as(store, reader, async ({ versions }) => ({
      version: await versions.find(version.id),
      history: await versions.history(world.documents.city.id),
      source: await versions.bytes(version.sourceHash),
      rows: await versions.bytes(version.files[0]?.hash ?? ''),
    }));
    expect(seen.version).toEqual(version);
    expect(seen.history).toEqual({ versions: [version], repeals: [] });
    expect([seen.source, seen.rows].map((bytes) => Buffer.from(bytes ?? []).toString())).toEqual([
      'source',
      '甲,1\n',
    ]);
  });

  describe('who sees what', () => {
    test('the draft of a city is not there for anybody outside its office, whatever is asked of it', async () => {
      const office = ['drafter', 'proposer', 'reviewer', 'publisher'];
      let asked = 0;
      for (const [who, id] of [...world.people, ['operator', operatorId]] as const) {
        const [place, role] = who.split(' ');
        const inside = place === 'city' && office.includes(role ?? '');
        const seen = await as(store, id, async ({ drafts }) => ({
          one: await drafts.find(draft.id),
          listed: (await drafts.list()).some((each) => each.id === draft.id),
          text: await drafts.revision(draft.id, 1),
        }));
        expect([!!seen.one, seen.listed, !!seen.text], who).toEqual([inside, inside, inside]);
        if (inside) continue;
        asked += 1;
        const saving = await ask(store, id, ({ drafts }) => drafts.save(draft.id, 2, 'x'));
        const missing = await ask(store, id, ({ drafts }) => drafts.save(operatorId, 2, 'x'));
        // Word for word what is said of a draft that is not there.
        expect(saving, who).toEqual(missing);
        expect(codesOf(saving)).toEqual(['record-not-found']);
        expect(codesOf(await ask(store, id, ({ drafts }) => drafts.close(draft.id)))).toEqual([
          'record-not-found',
        ]);
      }
      expect(asked).toBe(5 * personRoles.length - office.length + 1);
    }, 180_000);

    test('bytes of a draft are not had by their hash', async () => {
      const rows = await under.database.client.draftRevision.findMany();
      const reader = personOf(world, 'sister', 'drafter');
      for (const { sourceHash } of rows) {
        expect(
          await as(store, reader, ({ versions }) => versions.bytes(sourceHash)),
        ).toBeUndefined();
      }
      expect(rows.length).toBeGreaterThan(0);
    });

    test('accounts and the trail are for those who manage and audit them', async () => {
      const list = (id: string) => as(store, id, async ({ users }) => (await users.list()).length);
      const everyone = personRoles.length;
      expect(await list(personOf(world, 'city', 'administrator'))).toBe(everyone);
      expect(await list(personOf(world, 'province', 'auditor'))).toBe(3 * everyone);
      expect(await list(personOf(world, 'city', 'drafter'))).toBe(1);
      const trail = (id: string) => ask(store, id, ({ audit }) => audit.list(world.places.city));
      expect(codesOf(await trail(personOf(world, 'city', 'drafter')))).toEqual(['not-permitted']);
      expect(codesOf(await trail(personOf(world, 'sister', 'auditor')))).toEqual(['not-permitted']);
      const seen = await trail(personOf(world, 'province', 'auditor'));
      expect(seen.kind === 'done' && seen.value.length).toBeGreaterThan(everyone);
    });
  });

  test('a refusal after something was written leaves nothing of it', async () => {
    const before = await store.verify();
    const publisher = personOf(world, 'city', 'publisher');
    const counts = () => under.database.client.version.count();
    const count = await counts();
    const refused = await ask(store, publisher, async ({ versions, documents }) => {
      await versions.publish(publicationOf(world.documents.city.id, '2029-01-01', 'gone'));
      return documents.add({ jurisdictionId: world.places.city, code: 'x', title: 'x' });
    });
    expect(codesOf(refused)).toEqual(['not-permitted']);
    expect([await counts(), await store.verify()]).toEqual([count, before]);
  });

  test('a role that is taken away works no more, at once', async () => {
    const sister = world.places.sister;
    const id = personOf(world, 'sister', 'drafter');
    const administrator = personOf(world, 'sister', 'administrator');
    const own = await as(store, id, ({ drafts }) =>
      drafts.create({
        ...{ jurisdictionId: sister, documentId: world.documents.province.id },
        ...{ title: 'x', path: 'x', text: 'x' },
      }),
    );
    const find = () => ask(store, id, ({ drafts }) => drafts.find(own.id));
    expect(await find()).toEqual({ kind: 'done', value: own });
    await as(store, administrator, ({ users }) => users.revoke(id, sister, 'drafter'));
    expect(await find()).toEqual({ kind: 'done', value: undefined });
    const toOneself = await ask(store, administrator, ({ users }) =>
      users.grant(administrator, sister, 'publisher'),
    );
    expect(codesOf(toOneself)).toEqual(['not-permitted']);
    await under.database.client.user.update({ where: { id }, data: { disabledAt: new Date(0) } });
    expect(codesOf(await find())).toEqual(['unknown-actor']);
    expect(codesOf(await ask(store, 'no id', async () => 1))).toEqual(['unknown-actor']);
  });

  test('whoever has a role above is not disabled from below, and nobody disables themselves', async () => {
    const administrator = personOf(world, 'sister', 'administrator');
    const both = personOf(world, 'sister', 'analyst');
    const disable = (by: string, id: string) =>
      ask(store, by, ({ users }) => users.setDisabled(id, true));
    await as(store, operatorId, ({ users }) => users.grant(both, world.places.province, 'analyst'));
    expect(codesOf(await disable(administrator, both))).toEqual(['not-permitted']);
    expect(codesOf(await disable(administrator, administrator))).toEqual(['not-permitted']);
    const stranger = personOf(world, 'elsewhere', 'analyst');
    expect(codesOf(await disable(administrator, stranger))).toEqual(['record-not-found']);
    const above = personOf(world, 'province', 'administrator');
    expect(codesOf(await disable(above, both))).toEqual([]);
    expect(codesOf(await ask(store, both, async () => 1))).toEqual(['unknown-actor']);
  });

  test('names that are taken are refused', async () => {
    const drafter = personOf(world, 'city', 'drafter');
    const document = { jurisdictionId: world.places.city, code: 'province.rules', title: 'x' };
    const again = await ask(store, drafter, ({ documents }) => documents.add(document));
    expect(codesOf(again)).toEqual(['already-there']);
    const nation = await ask(store, operatorId, ({ jurisdictions }) =>
      jurisdictions.add({ name: 'another', level: 'nation' }),
    );
    expect(codesOf(nation)).toEqual(['already-there']);
  });

  test('a closed draft is not changed', async () => {
    const drafter = personOf(world, 'city', 'drafter');
    const { id } = await as(store, drafter, newDraft);
    await as(store, drafter, ({ drafts }) => drafts.close(id));
    for (const work of [
      ({ drafts }: Records) => drafts.save(id, 1, 'x'),
      ({ drafts }: Records) => drafts.close(id),
    ]) {
      expect(codesOf(await ask<unknown>(store, drafter, work))).toEqual(['draft-closed']);
    }
  });

  describe('many at once', () => {
    test('64 writers of one draft: what is acknowledged is there, and nothing twice', async () => {
      const drafter = personOf(world, 'city', 'drafter');
      const { id } = await as(store, drafter, newDraft);
      const rounds = 2;
      const acknowledged: string[] = [];
      const write = async (writer: number): Promise<void> => {
        for (let round = 0; round < rounds; ) {
          const mine = `writer ${writer} round ${round}`;
          const outcome = await store.transaction(drafter, 'read-committed', async ({ drafts }) => {
            const current = await drafts.find(id);
            const value = await drafts.save(id, current?.revision ?? 0, mine);
            return { kind: 'done', value };
          });
          if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.diagnostics));
          if (outcome.value === undefined) continue;
          acknowledged.push(`${outcome.value.revision} ${mine}`);
          round += 1;
        }
      };
      await Promise.all(Array.from({ length: 64 }, (_, writer) => write(writer)));
      const rows = await under.database.client.draftRevision.findMany({
        where: { draftId: id, number: { gt: 1 } },
        include: { source: true },
      });
      const stored = rows.map((row) => `${row.number} ${Buffer.from(row.source.bytes).toString()}`);
      expect(stored.toSorted()).toEqual(acknowledged.toSorted());
      expect(stored).toHaveLength(64 * rounds);
    }, 180_000);

    test('versions and events of one place: numbered without a gap, the chain whole', async () => {
      const publisher = personOf(world, 'province', 'publisher');
      const documentId = world.documents.province.id;
      const outcomes = await Promise.all(
        Array.from({ length: 24 }, (_, at) =>
          ask(store, publisher, ({ versions }) =>
            versions.publish(publicationOf(documentId, '2027-01-01', `source ${at}`)),
          ),
        ),
      );
      const done = outcomes.flatMap((each) => (each.kind === 'done' ? [each.value] : []));
      // Who is in the way of others for too long is told so; nobody is told that it is done when it is not.
      expect(new Set(outcomes.flatMap(codesOf))).toEqual(
        new Set(done.length === outcomes.length ? [] : ['store-busy']),
      );
      const { versions } = await as(store, publisher, (records) =>
        records.versions.history(documentId),
      );
      expect(versions.map(({ number }) => number)).toEqual(done.map((_, at) => at + 1));
      expect(versions.map(({ id }) => id).toSorted()).toEqual(done.map(({ id }) => id).toSorted());
      process.stdout.write(`${kind}: ${done.length} of 24 published at once\n`);
      expect(done.length).toBeGreaterThan(0);
      expect(await store.verify()).toEqual([]);
    }, 180_000);
  });

  describe('what is altered behind the program’s back is named', () => {
    /** Runs statements as whoever owns the database may, without the triggers; and undoes them. */
    async function tampered(statement: string): Promise<readonly string[]> {
      const connection = await under.database.connect();
      const tables = ['blob', 'version', 'audit_event'];
      const triggers = (word: string) =>
        tables.map((table) => `ALTER TABLE ${table} ${word} TRIGGER ${table}_stays`).join(';');
      await connection.run('ALTER TABLE blob DROP CONSTRAINT blob_hash');
      await connection.run(triggers('DISABLE'));
      for (const table of [...tables, 'audit_head']) {
        await connection.run(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`);
      }
      try {
        await connection.run(statement);
        return (await store.verify()).map(
          ({ table, row, problem }) => `${table} ${row} ${problem}`,
        );
      } finally {
        await connection.run("SET session_replication_role = 'replica'");
        for (const table of [...tables, 'audit_head']) {
          await connection.run(
            `DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM kept_${table}; DROP TABLE kept_${table}`,
          );
        }
        await connection.run("SET session_replication_role = 'origin'");
        await connection.run(triggers('ENABLE'));
        await connection.run(
          "ALTER TABLE blob ADD CONSTRAINT blob_hash CHECK (hash = encode(sha256(bytes), 'hex'))",
        );
        await connection.close();
      }
    }

    test('one bit of the source and of the module of a version', async () => {
      const version = await under.database.client.version.findFirstOrThrow();
      for (const hash of [version.sourceHash, version.moduleHash]) {
        const flip = `UPDATE blob SET bytes = set_bit(bytes, 3, 1 - get_bit(bytes, 3)) WHERE hash = '${hash}'`;
        expect(await tampered(flip)).toEqual([`blob ${hash} altered`]);
      }
    });

    test.each([
      'effective_from = effective_from + 1',
      "path = path || 'x'",
      "engine_version = '2'",
      "meaning_hash = repeat('b', 64)",
      'number = number + 1000',
      'source_hash = module_hash',
    ])('a version whose %s', async (change) => {
      const { id } = await under.database.client.version.findFirstOrThrow();
      expect(await tampered(`UPDATE version SET ${change} WHERE id = '${id}'`)).toEqual([
        `version ${id} altered`,
      ]);
    });

    test('an event of the trail, one that is taken out, and a trail that is cut off', async () => {
      const id = world.places.province;
      const where = `WHERE jurisdiction_id = '${id}'`;
      expect(
        await tampered(
          `UPDATE audit_event SET content = replace(content, 'a', 'b') ${where} AND number = 3`,
        ),
      ).toEqual([`audit_event ${id} 3 altered`]);
      expect(
        await tampered(`UPDATE audit_event SET content = 'x' ${where} AND number = 3`),
      ).toEqual([`audit_event ${id} 3 altered`]);
      expect(await tampered(`DELETE FROM audit_event ${where} AND number = 4`)).toEqual([
        `audit_event ${id} 4 missing`,
      ]);
      const head = await under.database.client.auditHead.findUniqueOrThrow({
        where: { jurisdictionId: id },
      });
      const told = await tampered(`DELETE FROM audit_event ${where} AND number = ${head.number}`);
      expect(told[0]).toBe(`audit_event ${id} ${head.number} cut-off`);
      // With the end of the chain forged, too, the version that it told of gives it away.
      const forged = await tampered(`DELETE FROM audit_event ${where} AND number = ${head.number};
        UPDATE audit_head SET number = e.number, hash = e.hash FROM audit_event e
        WHERE e.jurisdiction_id = audit_head.jurisdiction_id AND e.number = ${head.number - 1} AND e.jurisdiction_id = '${id}'`);
      expect(forged).toHaveLength(1);
      expect(forged[0]).toMatch(/^audit_event .* missing$/);
      expect(await store.verify()).toEqual([]);
    });
  });
});
