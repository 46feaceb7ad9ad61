import { storeOf } from '@tiaoli/store';
import type { PolicyStore } from '@tiaoli/workspace';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { DatabaseUnderTest } from './databases.ts';
import { databaseKinds, startDatabase } from './databases.ts';
import type { World } from './world.ts';
import { as, ask, codesOf, makeWorld, personOf } from './world.ts';

const office = ['drafter', 'proposer', 'reviewer', 'publisher', 'analyst'];

describe.each(databaseKinds)('%s', (kind) => {
  let under: DatabaseUnderTest;
  let store: PolicyStore;
  let world: World;
  let version: string;
  let moment = Date.UTC(2027, 0, 1);
  const environment = {
    now: () => {
      moment += 1000;
      return new Date(moment);
    },
    newId: () => crypto.randomUUID(),
  };

  beforeAll(async () => {
    under = await startDatabase(kind);
    store = storeOf(under.database, environment);
    world = await makeWorld(store);
    const published = await as(store, personOf(world, 'city', 'publisher'), ({ versions }) =>
      versions.publish({
        ...{ documentId: world.documents.city.id, path: 'a.tiaoli', engineVersion: '1', files: [] },
        ...{ meaningHash: 'a'.repeat(64), effectiveFrom: '2027-01-01' },
        source: new Uint8Array(),
        module: new Uint8Array(),
      }),
    );
    version = published.id;
  }, 180_000);
  afterAll(() => under.stop(), 60_000);

  const analyst = () => personOf(world, 'city', 'analyst');
  const person = (role: 'drafter' | 'proposer' | 'administrator') => personOf(world, 'city', role);

  const register = (folder: string, retainUntil = '2028-01-01', who = analyst()) =>
    ask(store, who, ({ datasets }) =>
      datasets.register({
        ...{ jurisdictionId: world.places.city, title: '样本', folder, persons: 1, claims: 2 },
        ...{ rootHash: 'b'.repeat(64), isSynthetic: false, retainUntil },
      }),
    );

  async function registered(folder: string): Promise<string> {
    const outcome = await register(folder);
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.diagnostics));
    return outcome.value.id;
  }

  async function trail(subject: string) {
    const links = await as(store, personOf(world, 'city', 'auditor'), ({ audit }) =>
      audit.list(world.places.city),
    );
    return links
      .map(({ content }) => JSON.parse(content))
      .filter((each) => each.subject === subject);
  }

  test('a dataset has its day, one folder, and an end that is audited', async () => {
    for (const day of ['2020-01-01', '2027-01-01', '2037-01-02', '2099-01-01']) {
      expect(codesOf(await register('x', day)), day).toEqual(['retention-refused']);
    }
    expect(codesOf(await register('x', '2028-01-01', person('drafter')))).toEqual([
      'not-permitted',
    ]);
    const id = await registered('one');
    expect(codesOf(await register('one'))).toEqual(['already-there']);
    const remove = (who: string) =>
      ask(store, who, ({ datasets }) => datasets.delete(id, '到期，个人信息'));
    expect(codesOf(await remove(person('drafter')))).toEqual(['not-permitted']);
    expect(codesOf(await remove(personOf(world, 'sister', 'analyst')))).toEqual([
      'record-not-found',
    ]);
    expect(codesOf(await remove(person('administrator')))).toEqual([]);
    expect(codesOf(await remove(analyst()))).toEqual(['record-not-found']);
    expect((await trail(id)).map(({ action }) => action)).toEqual([
      'register-dataset',
      'delete-dataset',
    ]);
    expect(codesOf(await register('one'))).toEqual([]);
  });

  test('a run is kept with its result, for its office alone, and never changed', async () => {
    const datasetId = await registered('two');
    const kept = await as(store, person('drafter'), ({ runs }) =>
      runs.keep({ datasetId, identity: 'c'.repeat(64), title: '测算', result: '{"结果":1}' }),
    );
    for (const [who, id] of world.people) {
      const [place, role = ''] = who.split(' ');
      const seen = place === 'city' && office.includes(role);
      const all = await as(store, id, async ({ runs }) => [
        (await runs.find(kept.id)) !== undefined,
        (await runs.list()).length > 0,
        await runs.result(kept.id),
      ]);
      expect(all, who).toEqual([seen, seen, seen ? '{"结果":1}' : undefined]);
    }
    const connection = await under.database.connect();
    onTestFinished(connection.close);
    await expect(connection.run(`UPDATE run SET title = 'x'`)).rejects.toThrow('never changed');
    await expect(
      connection.run(`UPDATE dataset SET persons = 7 WHERE id = '${datasetId}'`),
    ).rejects.toThrow('only deleted');
    // A dataset that is gone is run over no more; what came of it before stays.
    await as(store, analyst(), ({ datasets }) => datasets.delete(datasetId, '到期'));
    const late = await ask(store, person('drafter'), ({ runs }) =>
      runs.keep({ datasetId, identity: 'c'.repeat(64), title: '测算', result: '{}' }),
    );
    expect(codesOf(late)).toEqual(['record-not-found']);
    expect(await as(store, analyst(), ({ runs }) => runs.result(kept.id))).toBe('{"结果":1}');
  });

  test('a case opens for its office until its time is over, and its facts are in no trail', async () => {
    const keep = (days: number, input = '{"姓名":"某人"}', who = person('proposer')) =>
      ask(store, who, ({ cases }) =>
        cases.keep({
          ...{ jurisdictionId: world.places.city, versionId: version, title: '门诊', days, input },
        }),
      );
    for (const [days, input] of [
      [0, '{}'],
      [366, '{}'],
      [1.5, '{}'],
      [1, '{'],
      [1, '"\ud800"'],
      [1, `"${'x'.repeat(1024 * 1024)}"`],
    ] as const) {
      expect(codesOf(await keep(days, input))).toEqual(['case-refused']);
    }
    const outcome = await keep(2);
    const id = outcome.kind === 'done' ? outcome.value.id : '';
    for (const [who, reader] of world.people) {
      const [place, role = ''] = who.split(' ');
      const seen = place === 'city' && office.includes(role);
      const found = await as(store, reader, async ({ cases }) => ({
        input: (await cases.find(id))?.input,
        listed: (await cases.list()).some((each) => each.id === id && !('input' in each)),
      }));
      expect(found, who).toEqual({ input: seen ? '{"姓名":"某人"}' : undefined, listed: seen });
      if (who === 'city proposer' || who === 'city analyst') continue;
      const removed = await ask(store, reader, ({ cases }) => cases.delete(id));
      expect(codesOf(removed), who).toEqual(seen ? ['not-permitted'] : ['record-not-found']);
    }
    const own = await ask(store, person('proposer'), ({ cases }) => cases.delete(id));
    expect(codesOf(own)).toEqual([]);
    expect(await as(store, analyst(), ({ cases }) => cases.find(id))).toBeUndefined();
    const other = await keep(1);
    const late = other.kind === 'done' ? other.value.id : '';
    const stays = await keep(9);
    moment += 2 * 24 * 3_600_000;
    expect(await as(store, analyst(), ({ cases }) => cases.find(late))).toBeUndefined();
    expect(await store.forgetCases()).toEqual({ kind: 'done', value: 1 });
    expect(await under.database.client.storedCase.count({ where: { id: late } })).toBe(0);
    expect(stays.kind).toBe('done');
    const told = [...(await trail(id)), ...(await trail(late))];
    expect(told.map(({ action, detail }) => [action, detail.reason])).toEqual([
      ['keep-case', undefined],
      ['delete-case', 'deleted'],
      ['keep-case', undefined],
      ['delete-case', 'expired'],
    ]);
    expect(JSON.stringify(told)).not.toContain('某人');
    expect(await store.verify()).toEqual([]);
  }, 120_000);
});
